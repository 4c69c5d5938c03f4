import { afterAll, beforeAll } from 'vitest';
import { describeGuildhallAdapter } from 'guildhall/testing';
import { clearDatabase, createTestDatabase } from './support/databases.js';
import type { TestDatabase } from './support/databases.js';
import { createHttpHarness } from './support/httpHarness.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('pglite');
});
afterAll(() => test.dispose());

describeGuildhallAdapter('HTTP to the server on PGlite', async (world) => {
  await clearDatabase(test.database);
  return createHttpHarness(test.database, world);
});

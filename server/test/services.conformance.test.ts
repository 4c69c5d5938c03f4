import { afterAll, beforeAll, describe } from 'vitest';
import { describeGuildhallAdapter } from 'guildhall/testing';
import { DATABASE_KINDS, clearDatabase, createTestDatabase } from './support/databases.js';
import type { TestDatabase } from './support/databases.js';
import { createServicesHarness } from './support/inProcess.js';

describe.each(DATABASE_KINDS)('the services on %s', (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(kind);
  });
  afterAll(() => test.dispose());

  describeGuildhallAdapter(
    kind,
    async (world) => {
      await clearDatabase(test.database);
      return createServicesHarness(test.database, world);
    },
    // Events are tested over HTTP, which brings them.
    { without: ['subscribe'] },
  );
});

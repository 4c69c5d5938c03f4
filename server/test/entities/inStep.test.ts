import { afterAll, beforeAll, expect, it } from 'vitest';
import { Random } from '../soak/random.js';
import { keepInStep } from '../soak/entities/scenario.js';
import { createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('postgres');
});
afterAll(() => test.dispose());

it('ten clients end with what the database holds, over 100 cuts and a killed process, during 500 writes from two', async () => {
  const tally = await keepInStep({
    databaseUrl: test.url ?? '',
    database: test.database,
    random: new Random(Date.now() % 1_000_000_000),
    processes: 2,
    clients: 10,
    writes: 500,
    cuts: 100,
    kills: 1,
    purges: 5,
  });
  // Enough happened for it to mean something.
  expect(tally.events).toBeGreaterThan(500);
  expect(tally.rows).toBeGreaterThan(10);
  expect(tally.connections).toBeGreaterThan(50);
}, 120_000);

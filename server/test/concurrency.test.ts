import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../src/db/database.js';
import { openDatabase } from '../src/db/open.js';
import { brokenLogs } from './soak/inspect.js';
import { Random } from './soak/random.js';
import { acceptOneManyTimes, addWhileOwnersQuarrel, raceForOnePlace, soakWorld } from './soak/scenarios.js';
import type { Arena } from './soak/scenarios.js';
import { createTestDatabase } from './support/databases.js';
import type { TestDatabase } from './support/databases.js';
import { createServicesInstance } from './support/inProcess.js';
import { seedWorld } from './support/seedWorld.js';

const ROUNDS = 50;
/** A tenth of what `npm run soak` has in each round. */
const GUESTS = 10;

describe('two servers on one PostgreSQL, each with a pool of ten', () => {
  let test: TestDatabase;
  let pools: Database[];
  let arena: Arena;

  beforeAll(async () => {
    test = await createTestDatabase('postgres');
    const url = test.url ?? '';
    pools = await Promise.all([1, 2].map(() => openDatabase({ kind: 'postgres', url, poolSize: 10 })));
    await seedWorld(test.database, soakWorld);
    const instances = pools.map((database) => createServicesInstance(database, soakWorld));
    arena = { instances, database: test.database, random: new Random(20_261_123) };
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.close()));
    await test.dispose();
  });

  it(
    'keep an owner, add nobody twice and leave no gap, while owners fight and members come',
    { timeout: 300_000 },
    async () => {
      let turns = 0;
      for (let round = 0; round < ROUNDS; round += 1)
        turns += (await addWhileOwnersQuarrel(arena, `quarrel-${round}`, GUESTS)).turns;
      expect(turns).toBeGreaterThan(0);
      expect(await brokenLogs(test.database)).toEqual([]);
    },
  );

  it('make one membership of fifty acceptances of one invitation', async () => {
    for (let round = 0; round < 5; round += 1) await acceptOneManyTimes(arena, `one-${round}`);
    expect(await brokenLogs(test.database)).toEqual([]);
  });

  it('let one of fifty in where one place is left, and tell the others why', async () => {
    for (let round = 0; round < 5; round += 1) await raceForOnePlace(arena, `full-${round}`);
    expect(await brokenLogs(test.database)).toEqual([]);
  });
});

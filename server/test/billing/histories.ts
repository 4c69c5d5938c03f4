import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator } from '../../stripe-simulator/index.js';
import type { Simulator } from '../../stripe-simulator/index.js';
import { playHistory } from '../soak/billing/histories.js';
import { createTestDatabase } from '../support/databases.js';
import type { DatabaseKind, TestDatabase } from '../support/databases.js';

const AT_ONCE = 15;

/** Plays so many histories, each from its number on, on one kind of database. */
export function describeHistories(kind: DatabaseKind, first: number, count: number): void {
  describe(`on ${kind}, whatever becomes of Stripe’s events and of whoever follows them`, () => {
    let test: TestDatabase;
    let simulator: Simulator;
    beforeAll(async () => {
      test = await createTestDatabase(kind);
      simulator = await createSimulator({ clock: 1_800_000_000, seed: 1 });
    });
    afterAll(async () => {
      await simulator.close();
      await test.dispose();
    });

    it.each(Array.from({ length: count / AT_ONCE }, (_, index) => first + index * AT_ONCE))(
      `the account ends as Stripe holds it, in ${AT_ONCE} histories from %i on`,
      async (from) => {
        let trouble = 0;
        for (let seed = from; seed < from + AT_ONCE; seed += 1) {
          const { deaths, lost } = await playHistory({ simulator, database: test.database }, seed);
          trouble += deaths + lost;
        }
        expect(trouble, 'processes died, and events were lost').toBeGreaterThan(0);
      },
      120_000,
    );
  });
}

import { expect, it } from 'vitest';
import { createSimulator } from '../../stripe-simulator/index.js';
import { createTestDatabase } from '../support/databases.js';
import { walkThroughPlans } from '../soak/billing/randomChanges.js';

/** `npm run soak` makes thousands of changes. */
const WALKS = 10;
const STEPS = 40;

it(
  'a change costs what its preview said, whatever becomes whatever at whatever moment',
  { timeout: 300_000 },
  async () => {
    const simulator = await createSimulator({ clock: 1_800_000_000, seed: 3 });
    const test = await createTestDatabase('postgres');
    let [changes, paidNow, paidLater] = [0, 0, 0];
    try {
      for (let seed = 1; seed <= WALKS; seed += 1) {
        const tally = await walkThroughPlans({ simulator, database: test.database }, seed, STEPS);
        changes += tally.changes;
        paidNow += tally.paidNow;
        paidLater += tally.paidLater;
      }
    } finally {
      await simulator.close();
      await test.dispose();
    }
    // Otherwise nothing was compared.
    expect(changes).toBeGreaterThan(100);
    expect(paidNow).toBeGreaterThan(15);
    expect(paidLater).toBeGreaterThan(5);
  },
);

import { expect, it } from 'vitest';
import { createSimulator } from '../../stripe-simulator/index.js';
import { DATABASE_KINDS, createTestDatabase } from '../support/databases.js';
import { comeAndGo } from '../soak/billing/comingAndGoing.js';

it.each(DATABASE_KINDS)(
  'on %s, forty come and go at once, and two processes die: each member is billed, once',
  { timeout: 300_000 },
  async (kind) => {
    const simulator = await createSimulator({ clock: 1_800_000_000, seed: 3 });
    const test = await createTestDatabase(kind);
    try {
      for (const seed of [1, 2, 3]) {
        const { deaths, members } = await comeAndGo({ simulator, database: test.database }, seed, {
          people: 40,
          deaths: 2,
        });
        expect(deaths).toBe(2);
        expect(members).toBeGreaterThan(1);
      }
    } finally {
      await simulator.close();
      await test.dispose();
    }
  },
);

import { createSimulator } from '../../../stripe-simulator/index.js';
import { withDatabase } from '../part.js';
import type { SoakStage } from '../part.js';
import { walkThroughPlans } from './randomChanges.js';

/** Changes of plan, interval, seats, people and time in each walk; about half of them are changes of a plan. */
const STEPS = 40;

/** Walks through plans, one for every other round. */
export function soakChanges(stage: SoakStage): Promise<string> {
  const count = Math.ceil(stage.rounds / 2);
  return withDatabase(stage, async (database) => {
    const simulator = await createSimulator({ clock: 1_800_000_000, seed: 1 });
    let [changes, paidNow, paidLater] = [0, 0, 0];
    try {
      for (let walked = 1; walked <= count; walked += 1) {
        const tally = await walkThroughPlans({ simulator, database }, stage.seed + walked - 1, STEPS);
        changes += tally.changes;
        paidNow += tally.paidNow;
        paidLater += tally.paidLater;
        if (walked % 50 === 0) stage.say(`  walks through plans: ${walked}`);
      }
    } finally {
      await simulator.close();
    }
    return `${changes} changes in ${count} walks cost what their previews said: ${paidNow} at once, ${paidLater} at the period's end`;
  });
}

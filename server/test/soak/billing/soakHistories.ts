import { createSimulator } from '../../../stripe-simulator/index.js';
import { withDatabase } from '../part.js';
import type { SoakStage } from '../part.js';
import { playHistory } from './histories.js';

/** Histories of Stripe's events, ten for each round, one after the other: what they forget is everything. */
export function soakHistories(stage: SoakStage): Promise<string> {
  const count = stage.rounds * 10;
  return withDatabase(stage, async (database) => {
    const simulator = await createSimulator({ clock: 1_800_000_000, seed: 1 });
    let [events, lost, deaths] = [0, 0, 0];
    try {
      for (let played = 1; played <= count; played += 1) {
        const tally = await playHistory({ simulator, database }, stage.seed + played - 1);
        events += tally.events;
        lost += tally.lost;
        deaths += tally.deaths;
        if (played % 250 === 0) stage.say(`  histories: ${played}`);
      }
    } finally {
      await simulator.close();
    }
    return `${count} histories converge, over ${events} events, ${lost} of them lost, and ${deaths} processes that died`;
  });
}

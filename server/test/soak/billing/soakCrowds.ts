import { createSimulator } from '../../../stripe-simulator/index.js';
import { withDatabase } from '../part.js';
import type { SoakStage } from '../part.js';
import { comeAndGo } from './comingAndGoing.js';

/** Who come, and some go again; and processes that die of it. */
const CROWD = { people: 500, deaths: 80 };

/** Crowds of 500 who come and go at once, one for each hundred rounds. */
export function soakCrowds(stage: SoakStage): Promise<string> {
  const count = Math.ceil(stage.rounds / 100);
  return withDatabase(stage, async (database) => {
    const simulator = await createSimulator({ clock: 1_800_000_000, seed: 1 });
    let [members, deaths, updates] = [0, 0, 0];
    try {
      for (let seed = stage.seed; seed < stage.seed + count; seed += 1) {
        const tally = await comeAndGo({ simulator, database }, seed, CROWD);
        if (tally.deaths < CROWD.deaths) throw new Error(`Crowd ${seed}: only ${tally.deaths} processes died of it.`);
        members += tally.members;
        deaths += tally.deaths;
        updates += tally.updates;
        stage.say(`  crowds: ${seed - stage.seed + 1}`);
      }
    } finally {
      await simulator.close();
    }
    return (
      `${count} crowds of ${CROWD.people}, of whom ${members} stayed, are billed once each, over ${deaths} processes that ` +
      `died and ${updates} updates at Stripe`
    );
  });
}

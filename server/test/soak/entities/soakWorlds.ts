import { withDatabase } from '../part.js';
import type { SoakStage } from '../part.js';
import { soakRules } from './rules.js';

/** What is whose to read and write in random worlds, five for each round: each takes the place of the one before. */
export function soakWorlds(stage: SoakStage): Promise<string> {
  const count = stage.rounds * 5;
  const onCompared = (compared: number) => void (compared % 250 === 0 && stage.say(`  worlds: ${compared}`));
  return withDatabase(stage, async (database) => {
    const answers = await soakRules(database, { first: stage.seed, count, onCompared });
    return `${count} worlds are as the rule says, by ${answers} answers`;
  });
}

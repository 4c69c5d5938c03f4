import type { Database } from '../../../src/db/database.js';
import { POLICIES, compareWorlds } from '../../entities/compareWorlds.js';
import { createChatApp, runScript } from '../../entities/fixtures/chatApp.js';
import { otherPoliciesSql } from '../../entities/fixtures/chatAppSchema.js';

/**
 * Compares random worlds with the rule, on an empty migrated database: half of them beside the policies of a chat app, the
 * others beside none of the host's own and beside such that open everything.
 *
 * @param first the seed of the first; the others follow it
 * @returns how many answers were compared
 * @throws Error with the seed, and with what is not the rule
 */
export async function soakRules(
  database: Database,
  { first, count, onCompared }: { first: number; count: number; onCompared: (worlds: number) => void },
): Promise<number> {
  await createChatApp(database);
  await runScript(database, POLICIES);
  let [done, answers] = [0, 0];
  for (const [beside, share] of [
    ['its own', 0.5],
    ['none', 0.75],
    ['open', 1],
  ] as const) {
    if (beside !== 'its own') await runScript(database, otherPoliciesSql(beside));
    const before = done;
    const worlds = { first: first + before, count: Math.ceil(count * share) - before, withOperations: true };
    const found = await compareWorlds(database, { ...worlds, onCompared: (one) => onCompared(before + one) });
    if (found.difference !== null) throw new Error(`Not the rule: ${found.difference}`);
    answers += found.answers;
    done += worlds.count;
  }
  return answers;
}

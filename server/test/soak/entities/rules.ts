import { printPolicies } from '../../../src/entities/policies/print.js';
import { comparePolicies } from '../../entities/againstPolicies.js';
import { CHAT_APP_KINDS, createChatApp, runScript } from '../../entities/fixtures/chatApp.js';
import { otherPoliciesSql } from '../../entities/fixtures/chatAppSchema.js';
import { randomWorld } from '../../entities/randomWorlds.js';
import { worldSql } from '../../entities/worldSql.js';
import type { Database } from '../../../src/db/database.js';

/** Of each person in each world. */
const ATTEMPTS = 60;

/** Makes the chat app, with the rule in its database. */
export async function createRuleHost(database: Database): Promise<void> {
  await createChatApp(database);
  await runScript(database, printPolicies(CHAT_APP_KINDS, { user: 'auth.uid()', role: 'authenticated', anon: 'anon' }));
}

/**
 * Compares so many random worlds with the rule, one after the other, for everybody in them: a quarter beside no policies
 * of the host's own, a quarter beside such that open everything.
 *
 * @param first the seed of the first; the others follow it
 * @returns how many answers were compared
 * @throws Error with the seed, and with what is not the rule
 */
export async function compareWorlds(
  database: Database,
  { first, count, onCompared }: { first: number; count: number; onCompared: (worlds: number) => void },
): Promise<number> {
  let answers = 0;
  for (let index = 0; index < count; index += 1) {
    if (index === Math.ceil(count / 2)) await runScript(database, otherPoliciesSql('none'));
    if (index === Math.ceil((count * 3) / 4)) await runScript(database, otherPoliciesSql('open'));
    const world = randomWorld(first + index);
    await runScript(database, worldSql(world));
    const { differences, compared } = await comparePolicies(database, world, ATTEMPTS);
    if (differences.length > 0) throw new Error(`World ${world.seed} is not the rule:\n${differences.join('\n')}`);
    answers += compared;
    onCompared(index + 1);
  }
  return answers;
}

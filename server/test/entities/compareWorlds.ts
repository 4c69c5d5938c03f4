import type { Database } from '../../src/db/database.js';
import { printPolicies } from '../../src/entities/policies/print.js';
import { createServices } from '../../src/services.js';
import { testDeps } from '../support/inProcess.js';
import { compareOperations } from './againstOperations.js';
import { comparePolicies } from './againstPolicies.js';
import { CHAT_APP, CHAT_APP_KINDS, runScript } from './fixtures/chatApp.js';
import { randomWorld } from './randomWorlds.js';
import { worldSql } from './worldSql.js';

/** The policies of the chat app, for browsers of its hosted database. */
export const POLICIES = printPolicies(CHAT_APP_KINDS, { user: 'auth.uid()', role: 'authenticated', anon: 'anon' });

/** Of each person in each world: statements that are to fail, and lists and single entities. */
const TRIED = { attempts: 25, questions: 2 };

/** What is compared with the rule. */
export interface WorldsToCompare {
  /** The seed of the first; the others follow it. */
  readonly first: number;
  readonly count: number;
  /** Operations too, or policies alone. */
  readonly withOperations: boolean;
  readonly onCompared?: (worlds: number) => void;
}

/**
 * Compares random worlds with the rule, one after the other, for everybody in them and for nobody.
 *
 * @returns how many answers were compared, and where the first world that is not the rule differs from it
 */
export async function compareWorlds(
  database: Database,
  { first, count, withOperations, onCompared }: WorldsToCompare,
): Promise<{ readonly answers: number; readonly difference: string | null }> {
  const services = createServices(testDeps(database, { entities: CHAT_APP }));
  let answers = 0;
  for (let index = 0; index < count; index += 1) {
    const world = randomWorld(first + index);
    await runScript(database, worldSql(world));
    const found = [await comparePolicies(database, world, TRIED.attempts)];
    if (withOperations) found.push(await compareOperations(database, services, world, TRIED.questions));
    const differences = found.flatMap((one) => one.differences);
    answers += found.reduce((sum, { compared }) => sum + compared, 0);
    if (differences.length > 0) return { answers, difference: [`seed ${world.seed}`, ...differences].join('\n') };
    onCompared?.(index + 1);
  }
  return { answers, difference: null };
}

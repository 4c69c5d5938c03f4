import type { Executor } from '../../db/database.js';
import { openDatabase } from '../../db/open.js';
import type { Config } from '../../env.js';
import type { Kind } from '../kinds.js';
import { readExisting } from './existing.js';
import { findingsOf } from './findings.js';
import { readPolicyArguments } from './options.js';
import type { PolicyArguments, PolicyOptions } from './options.js';
import { policyRules, printPolicies } from './print.js';

/** What in this database undermines the rule, a line each, with the SQL that mends it. Nothing is changed. */
export async function reportPolicies(
  executor: Executor,
  kinds: readonly Kind[],
  options: PolicyOptions,
): Promise<string[]> {
  const rules = policyRules(kinds, options);
  const existing = await readExisting(
    executor,
    rules.map(({ table }) => table),
  );
  return findingsOf(rules, existing, options);
}

const UNSEEN =
  'No database was looked at. With DATABASE_URL this tells what undermines these policies, and which columns look secret.';

async function remarksOf(config: Config, kinds: readonly Kind[], told: PolicyArguments): Promise<string[]> {
  // The embedded database is the server's alone: no browser reads it.
  if (told.isOffline || config.database.kind !== 'postgres') return [UNSEEN];
  const database = await openDatabase(config.database);
  return reportPolicies(database, kinds, told).finally(() => database.close());
}

/**
 * The command `guildhall policies`. It prints, and changes nothing.
 *
 * @throws Error that says what to set or to write otherwise
 */
export async function policies(
  config: Config,
  args: readonly string[],
  { kinds, print }: { readonly kinds: readonly Kind[]; readonly print: (text: string) => void },
): Promise<void> {
  const told = readPolicyArguments(args);
  if (told.isReportOnly && config.database.kind !== 'postgres')
    throw new Error('Set DATABASE_URL: --report tells what is in that database.');
  const remarks = await remarksOf(config, kinds, told);
  print(told.isReportOnly ? remarks.join('\n') : printPolicies(kinds, told, remarks));
}

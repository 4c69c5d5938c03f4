import { parseArgs } from 'node:util';
import { openDatabase } from '../../db/open.js';
import type { Config } from '../../env.js';
import type { Kind } from '../kinds.js';
import type { TriggerReport } from './compare.js';
import { syncTriggers } from './sync.js';

const WORDS: Readonly<Record<TriggerReport['state'], string>> = {
  up_to_date: 'up to date',
  missing: 'missing',
  outdated: 'outdated',
  disabled: 'disabled',
  not_registered: 'not registered',
  impossible: 'impossible',
};

/** One table: what stood, what was done, and what is wrong. */
function lineOf({ kind, table, state, action, problem }: TriggerReport): string {
  const done = action === 'none' ? WORDS[state] : action === 'failed' ? 'failed' : `${WORDS[state]}, ${action}`;
  return `${kind}  ${table}  ${done}${problem === null ? '' : `: ${problem}`}`;
}

function summaryOf(reports: readonly TriggerReport[], isStatus: boolean): string {
  const changed = reports.filter(({ action }) => action !== 'none' && action !== 'failed').length;
  const wrong = reports.filter(({ state, action }) => (isStatus ? state !== 'up_to_date' : action === 'failed')).length;
  if (wrong > 0) return `${wrong} of ${reports.length} tables ${isStatus ? 'are not up to date' : 'failed'}.`;
  return changed > 0 ? `${changed} of ${reports.length} tables changed.` : 'All triggers are up to date.';
}

/**
 * The command `guildhall sync-triggers`: `--status` only looks, `--remove` takes all of them away.
 *
 * @returns the exit code: 1 where a table failed, or with `--status` is not up to date
 * @throws Error that says what to set or to write otherwise
 */
export async function syncTriggersCommand(
  config: Config,
  args: readonly string[],
  { kinds, print }: { readonly kinds: readonly Kind[]; readonly print: (text: string) => void },
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { status: { type: 'boolean', default: false }, remove: { type: 'boolean', default: false } },
  });
  if (values.status && values.remove) throw new Error('Give --status or --remove, and not both.');
  const mode = values.status ? 'status' : values.remove ? 'remove' : 'install';
  const database = await openDatabase(config.database);
  const reports = await syncTriggers(database, kinds, { mode }).finally(() => database.close());
  for (const report of reports) print(lineOf(report));
  print(summaryOf(reports, values.status));
  return reports.some(({ state, action }) => (values.status ? state !== 'up_to_date' : action === 'failed')) ? 1 : 0;
}

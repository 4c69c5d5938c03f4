import { parseArgs } from 'node:util';
import { openDatabase } from '../../db/open.js';
import type { Config } from '../../env.js';
import type { Kind } from '../kinds.js';
import { missingIndexes } from './missing.js';

/**
 * The command `guildhall sync-indexes`: prints SQL that makes the indexes which are missing, and changes nothing. What is
 * said beside it is a comment.
 *
 * @returns the exit code: 1 where a kind cannot be read
 * @throws Error that says what to set or to write otherwise
 */
export async function syncIndexes(
  config: Config,
  args: readonly string[],
  { kinds, print }: { readonly kinds: readonly Kind[]; readonly print: (text: string) => void },
): Promise<number> {
  parseArgs({ args: [...args], options: {} });
  const database = await openDatabase(config.database);
  const { lines, count, problems } = await missingIndexes(database, kinds).finally(() => database.close());
  for (const problem of problems) print(`-- ${problem}`);
  for (const line of lines) print(line);
  if (count === 0 && problems.length === 0) print('-- All indexes are there.');
  return problems.length > 0 ? 1 : 0;
}

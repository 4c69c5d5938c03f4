import type { Executor } from '../../db/database.js';
import { quote, quoteTable } from '../../db/names.js';
import { bindKinds, isBound } from '../bind.js';
import { readCatalog } from '../catalog.js';
import type { Kind } from '../kinds.js';
import { covers, readIndexes } from './existing.js';
import type { IndexedTable } from './existing.js';
import { createIndexSql, indexNameOf, wantedIndexes } from './wanted.js';
import type { WantedIndex } from './wanted.js';

/** What there is to do about indexes, as lines of SQL. */
export interface MissingIndexes {
  /** A comment that says what for, then the statements; nothing where all is there. */
  readonly lines: readonly string[];
  /** How many are missing. */
  readonly count: number;
  /** Of the kinds that cannot be read: why. */
  readonly problems: readonly string[];
}

function linesOf(index: WantedIndex, { relkind, indexes }: IndexedTable): string[] {
  const where = quoteTable(index.table);
  if (relkind === 'v' || relkind === 'f')
    return [`-- ${where} is no table of this database: whatever it reads needs an index for ${index.purpose}.`];
  const isPartitioned = relkind === 'p';
  const name = indexNameOf(index);
  const failed = indexes.some((one) => one.name === name && !one.isValid);
  const drop = `drop index concurrently if exists ${quote(index.table.schema)}.${quote(name)};`;
  return [
    `-- ${index.purpose}${isPartitioned ? '; partitioned, so that writes wait while it is made' : ''}`,
    ...(failed ? [drop] : []),
    createIndexSql(index, isPartitioned),
  ];
}

/** Finds the indexes that lists, counts and single entities need, and that no index of the host's covers. */
export async function missingIndexes(executor: Executor, kinds: readonly Kind[]): Promise<MissingIndexes> {
  const all = [...bindKinds(kinds, await readCatalog(executor, kinds)).values()];
  const wanted = wantedIndexes(all.filter(isBound));
  const tables = new Map(wanted.map(({ table }) => [quoteTable(table), table]));
  const existing = await readIndexes(executor, [...tables.values()]);
  const missing = wanted.flatMap((index) => {
    const found = existing.get(quoteTable(index.table));
    return !found || found.indexes.some((one) => covers(one, index)) ? [] : [linesOf(index, found)];
  });
  const problems = all.flatMap((one) => (isBound(one) ? [] : [`${one.kind.name}: ${one.problem}`]));
  return { lines: missing.flat(), count: missing.length, problems };
}

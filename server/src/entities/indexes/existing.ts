import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import { quoteTable } from '../../db/names.js';
import type { Table } from '../../db/names.js';
import type { IndexPart, WantedIndex } from './wanted.js';

/** One column of an index that is there. */
export interface FoundPart {
  /** Null for an expression. */
  readonly column: string | null;
  /** As the database writes it. */
  readonly sql: string;
  readonly isDescending: boolean;
  /** Whether nulls are where its direction has them when nothing is said. */
  readonly hasUsualNulls: boolean;
  /** Whether it is compared as the column itself is. */
  readonly hasOwnCollation: boolean;
  readonly isBytewise: boolean;
}

/** An index that is there, for all rows of its table. */
export interface FoundIndex {
  readonly name: string;
  /** False after `create index concurrently` has failed: it takes room and serves nobody. */
  readonly isValid: boolean;
  readonly parts: readonly FoundPart[];
}

/** A table that is there. */
export interface IndexedTable extends Table {
  /** As `pg_class.relkind` has it. */
  readonly relkind: string;
  readonly indexes: readonly FoundIndex[];
}

const INDEXES = statement<IndexedTable>(
  'entities_indexes',
  `select n.nspname::text as schema, c.relname::text as name, c.relkind::text as relkind, coalesce(json_agg(found.index)
            filter (where found.index is not null), '[]') as indexes
     from unnest($1::text[], $2::text[]) wanted(schema, name)
     join pg_namespace n on n.nspname = wanted.schema
     join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
     left join lateral (
       select json_build_object('name', ic.relname, 'isValid', i.indisvalid and i.indisready, 'parts', (
                select json_agg(json_build_object(
                         'column', a.attname,
                         'sql', pg_get_indexdef(i.indexrelid, nth, true),
                         'isDescending', i.indoption[nth - 1] & 1 = 1,
                         'hasUsualNulls', i.indoption[nth - 1] in (0, 3),
                         'hasOwnCollation', i.indcollation[nth - 1] = coalesce(a.attcollation, i.indcollation[nth - 1]),
                         'isBytewise', i.indcollation[nth - 1] = 'pg_catalog."C"'::regcollation) order by nth)
                  from generate_series(1, i.indnkeyatts) nth
                  left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[nth - 1] and a.attnum > 0
              )) as index
         from pg_index i join pg_class ic on ic.oid = i.indexrelid join pg_am am on am.oid = ic.relam
        where i.indrelid = c.oid and am.amname = 'btree' and i.indpred is null
     ) found on true
    group by 1, 2, 3`,
);

/** Reads what tables have of indexes, in one statement. Tables that are not there are left out. */
export async function readIndexes(
  executor: Executor,
  tables: readonly Table[],
): Promise<ReadonlyMap<string, IndexedTable>> {
  const rows = await executor.query(INDEXES, [tables.map(({ schema }) => schema), tables.map(({ name }) => name)]);
  return new Map(rows.map((row) => [quoteTable(row), row]));
}

/** An expression without what the database writes otherwise than we do. */
const plain = (sql: string) => sql.toLowerCase().replaceAll(/[\s"]/g, '');

function isSame(wanted: IndexPart, found: FoundPart): boolean {
  if (wanted.column !== found.column) return false;
  if (wanted.column === null && plain(wanted.sql) !== plain(found.sql)) return false;
  return wanted.isBytewise ? found.isBytewise : found.hasOwnCollation;
}

/** Whether an index serves what another is wanted for: it begins with the same columns, and sorts them alike or all the other way. */
export function covers({ parts, isValid }: FoundIndex, wanted: WantedIndex): boolean {
  const pairs = wanted.parts.map((part, nth) => ({ part, found: parts[nth] }));
  if (!isValid || !pairs.every(({ part, found }) => found !== undefined && isSame(part, found))) return false;
  const sorted = pairs.flatMap(({ part, found }) => (part.isSorted && found ? [found] : []));
  const directions = new Set(sorted.map(({ isDescending }) => isDescending));
  return directions.size <= 1 && sorted.every(({ hasUsualNulls }) => hasUsualNulls);
}

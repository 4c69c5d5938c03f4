import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import { quoteTable } from '../db/names.js';
import type { Table } from '../db/names.js';
import type { Kind } from './kinds.js';

/** A column, as the database has it. */
export interface FoundColumn {
  /** As `format_type` writes it, without a length: `uuid`, `timestamp with time zone`; but `bpchar`, as `character` has one. */
  readonly type: string;
  readonly isNullable: boolean;
  /** Whether the role that asks may read it. */
  readonly isReadable: boolean;
}

/** The columns of tables, by table and by name. A table that is not there is not in it. */
export type Catalog = ReadonlyMap<string, ReadonlyMap<string, FoundColumn>>;

const COLUMNS = statement<FoundColumn & { schema: string; table: string; column: string }>(
  'entities_columns',
  `select n.nspname::text as schema, c.relname::text as table, a.attname::text as column,
          case a.atttypid when 'bpchar'::regtype then 'bpchar' else format_type(a.atttypid, null) end as type, not a.attnotnull as "isNullable",
          has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select') as "isReadable"
     from unnest($1::text[], $2::text[]) wanted(schema, name)
     join pg_namespace n on n.nspname = wanted.schema
     join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name and c.relkind in ('r', 'p', 'v', 'm', 'f')
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`,
);

const tablesOf = ({ table, place }: Kind): Table[] =>
  place.by === 'join' || place.by === 'parentJoin' ? [table, place.table] : [table];

/** Reads the columns of all tables of these kinds, in one statement. */
export async function readCatalog(executor: Executor, kinds: readonly Kind[]): Promise<Catalog> {
  const tables = new Map(kinds.flatMap(tablesOf).map((table) => [quoteTable(table), table]));
  const wanted = [...tables.values()];
  const rows = await executor.query(COLUMNS, [wanted.map(({ schema }) => schema), wanted.map(({ name }) => name)]);
  const catalog = new Map<string, Map<string, FoundColumn>>();
  for (const { schema, table, column, ...found } of rows) {
    const key = quoteTable({ schema, name: table });
    const columns = catalog.get(key) ?? new Map<string, FoundColumn>();
    catalog.set(key, columns.set(column, found));
  }
  return catalog;
}

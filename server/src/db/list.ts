import { DEFAULT_PAGE_SIZE } from 'guildhall/contract';
import type { Cursors, Position } from './cursors.js';
import type { Executor, Statement } from './database.js';
import { statement } from './database.js';

/** What a list is made from. All parts are SQL; the list's own parameters are `$1` to `$<parameters>`. */
export interface ListSource {
  /** Unique among all lists, with what else tells this text from others. */
  readonly name: string;
  /** Yields one row for whoever may ask, with at least `seq`; no row for others. */
  readonly scope: string;
  /** What `scope` yields beside `seq`, to be handed on: column names. */
  readonly scopeColumns: readonly string[];
  readonly from: string;
  readonly where: string;
  /**
   * What all rows of the list have alike: a column and its value. An index on it, the key and the id is then read in its
   * order, however many rows PostgreSQL believes there to be. With `where` alone it may sort them all for each page.
   */
  readonly within?: { readonly sql: string; readonly value: string };
  /**
   * The columns of rows `e` of `from` that `columns`, the key and the id are made of, for lists that may have to be sorted:
   * nothing is made of rows that are not on the page.
   */
  readonly raw?: string;
  /** The columns that `item` needs, evaluated for the rows of the page alone. */
  readonly columns: string;
  /** An item as JSON, made from a row `page` of `columns`. */
  readonly item: string;
  /** What is sorted by, its type, and how it is written in a cursor. */
  readonly key: { readonly sql: string; readonly type: string; readonly text?: string };
  readonly id: string;
  /** The type of `id`. @default 'text' */
  readonly idType?: string;
  /** False where counting would cost too much. @default true */
  readonly isCounted?: boolean;
  readonly descending?: boolean;
  readonly parameters: number;
}

/** What a list's statement answers; `S` are the scope's own columns. */
export type ListRow<T, S> = S & {
  seq: number;
  items: T[];
  lastKey: string | null;
  lastId: string | null;
  total: number | null;
};

/**
 * One statement for a page: who asks, where the log stands, the page, and on the first page the count, all of
 * one moment.
 */
function listSql(source: ListSource, hasCursor: boolean): string {
  const { scope, scopeColumns, from, columns, item, key, id, within, raw, descending = false, parameters } = source;
  const { idType = 'text', isCounted = true } = source;
  const [limit, afterKey, afterId] = [1, 2, 3].map((offset) => `$${parameters + offset}`);
  const [direction, past, until] = descending ? ['desc', '<', '>='] : ['asc', '>', '<='];
  const where = within ? `${source.where} and ${within.sql} ${until} ${within.value}` : source.where;
  const begin = within ? `and ${within.sql} ${past}= ${within.value}` : '';
  const keys = [...(within ? [within.sql] : []), key.sql, id];
  const values = [...(within ? [within.value] : []), `${afterKey}::${key.type}`, `${afterId}::${idType}`];
  const after = hasCursor ? `and (${keys.join(', ')}) ${past} (${values.join(', ')})` : begin;
  const total = hasCursor || !isCounted ? 'null::int' : `(select count(*)::int from ${from} where ${where} ${begin})`;
  // Not told how few are asked for, PostgreSQL takes the plan that it has: else it would make one for each page.
  const most = raw === undefined ? `${limit}::int + 1` : `(select ${limit}::int + 1)`;
  const made = `${columns}, ${key.text ?? key.sql} as page_key, ${id} as page_id`;
  const rows = `from ${from} where ${where} ${after}
             order by ${keys.map((one) => `${one} ${direction}`).join(', ')}
             limit ${most}`;
  return `with scope as (${scope})
select ${scopeColumns.map((column) => `scope."${column}", `).join('')}scope.seq::float8 as seq, listed.*, ${total} as total
  from scope cross join lateral (
    select coalesce(json_agg(${item}), '[]') as items,
           json_agg(page.page_key) ->> (${limit}::int - 1) as "lastKey",
           json_agg(page.page_id) ->> (${limit}::int - 1) as "lastId"
      from (${raw === undefined ? `select ${made} ${rows}` : `select ${made} from (select ${raw} ${rows}) e`}) page
  ) listed`;
}

const statements = new Map<string, Statement<unknown>>();

function statementOf<Row>(source: ListSource, hasCursor: boolean): Statement<Row> {
  const name = `${source.name}${hasCursor ? '_on' : ''}`;
  const known = statements.get(name) ?? statement<Row>(name, listSql(source, hasCursor));
  statements.set(name, known);
  return known as Statement<Row>;
}

/** What every list's input has. */
export interface ListInput {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** What a page needs beside its source. */
export interface PageRequest<S> {
  readonly executor: Executor;
  readonly cursors: Cursors;
  readonly operation: string;
  readonly input: ListInput;
  readonly parameters: readonly unknown[];
  /** Looks at the scope, or its absence, before anything of the page is handed out. */
  readonly check: (scope: S | undefined) => void;
}

/** A page as the contract has it. `toItem` turns what the SQL made into an item. */
export async function readPage<T, S, I = T>(source: ListSource, request: PageRequest<S>, toItem: (item: I) => T) {
  const { executor, cursors, operation, input, parameters, check } = request;
  const { cursor, limit = DEFAULT_PAGE_SIZE, ...filters } = input;
  const scope = JSON.stringify([operation, Object.entries(filters).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  const after: Position | null = cursor === undefined ? null : cursors.decode(scope, cursor);
  const [row] = await executor.query(statementOf<ListRow<I, S>>(source, after !== null), [
    ...parameters,
    limit,
    ...(after ? [after.key, after.id] : []),
  ]);
  check(row);
  if (!row) throw new Error(`${operation} found nobody who asks`);
  const { items, lastKey: key, lastId: id } = row;
  const hasMore = items.length > limit && key !== null && id !== null;
  return {
    items: items.slice(0, limit).map(toItem),
    nextCursor: hasMore ? cursors.encode(scope, { key, id }) : null,
    ...(row.total !== null && { totalCount: row.total }),
    seq: row.seq,
  };
}

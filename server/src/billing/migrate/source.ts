import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import { ask, quote } from '../../db/names.js';
import type { ProfileRow } from './rows.js';

/** Where the host keeps its customers. Names as PostgreSQL has them, without quotes. */
export interface SourceNames {
  readonly schema: string;
  readonly table: string;
  readonly userColumn: string;
  readonly customerColumn: string;
}

/** Somebody's customer, as the host's table has it. */
export interface OwnedCustomer {
  readonly workspaceId: string;
  readonly userId: string;
  readonly customerId: string;
}

/** The host's table. It is only ever read. */
export interface Source {
  /** All rows in pages, each pair of a user and a customer once; those without a user come last. */
  pages(): AsyncGenerator<readonly ProfileRow[]>;
  /** Of these customers those that several users have, with all of these. */
  findShared(customerIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The customers of all owners of these workspaces. */
  customersOfOwners(workspaceIds: readonly string[]): Promise<readonly OwnedCustomer[]>;
}

const PAGE = 500;

const list = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'none');

const TABLES = statement<{ name: string }>(
  'move_tables',
  'select table_name::text as name from information_schema.tables where table_schema = $1 order by 1',
);
const COLUMNS = statement<{ name: string }>(
  'move_columns',
  `select column_name::text as name from information_schema.columns
    where table_schema = $1 and table_name = $2 order by ordinal_position`,
);
const TYPE = statement<{ type: string }>(
  'move_type',
  `select format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
     join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = $2 and a.attname = $3 and not a.attisdropped`,
);

async function check(executor: Executor, { schema, table, userColumn, customerColumn }: SourceNames): Promise<void> {
  const tables = (await executor.query(TABLES, [schema])).map(({ name }) => name);
  if (!tables.includes(table))
    throw new Error(
      `There is no table ${quote(table)} in the schema ${quote(schema)}, or the role of DATABASE_URL may not read it. Tables there: ${list(tables)}. Name one with --table, and its schema with --schema.`,
    );
  const columns = (await executor.query(COLUMNS, [schema, table])).map(({ name }) => name);
  const options = { '--user-column': userColumn, '--customer-column': customerColumn };
  for (const [option, column] of Object.entries(options)) {
    if (!columns.includes(column))
      throw new Error(
        `The table ${quote(schema)}.${quote(table)} has no column ${quote(column)}. Its columns: ${list(columns)}. Name one with ${option}.`,
      );
  }
}

function statementsOf({ schema, table, userColumn, customerColumn }: SourceNames, type: string) {
  const from = `${quote(schema)}.${quote(table)} t`;
  const user = `t.${quote(userColumn)}`;
  const customer = `nullif(t.${quote(customerColumn)}::text, '')`;
  const keyed = `coalesce(t.${quote(customerColumn)}::text, '')`;
  const columns = `${user}::text as "userId", ${customer} as "customerId"`;
  // By the column itself, so that its index serves; the customer tells rows of the same user apart.
  const page = (where: string) =>
    ask<ProfileRow & { key: string }>(
      `select distinct ${columns}, ${keyed} as key, ${user} as "order" from ${from} where ${where}
        order by "order", key limit ${PAGE}`,
    );
  return {
    first: page(`${user} is not null`),
    next: page(`${user} is not null and (${user}, ${keyed}) > ($1::text::${type}, $2::text)`),
    orphans: page(`${user} is null and ${keyed} > $1::text`),
    shared: ask<{ customerId: string; userIds: string[] }>(
      `select t.${quote(customerColumn)}::text as "customerId", array_agg(distinct ${user}::text) as "userIds" from ${from}
        where t.${quote(customerColumn)}::text = any($1::text[]) and ${user} is not null
        group by 1 having count(distinct ${user}::text) > 1`,
    ),
    ofOwners: ask<OwnedCustomer>(
      `select distinct m.workspace_id as "workspaceId", m.user_id as "userId", ${customer} as "customerId"
         from guildhall.members m join ${from} on ${user}::text = m.user_id
        where m.workspace_id = any($1::text[]) and m.role = 'owner' and ${customer} is not null`,
    ),
  };
}

/**
 * Opens the host's table.
 *
 * @throws Error that names the table or the column that is not there, and what is
 */
export async function openSource(executor: Executor, names: SourceNames): Promise<Source> {
  await check(executor, names);
  const [{ type } = { type: 'text' }] = await executor.query(TYPE, [names.schema, names.table, names.userColumn]);
  const { first, next, orphans, shared, ofOwners } = statementsOf(names, type);
  return {
    async *pages() {
      let rows = await executor.query(first, []);
      for (let last = rows.at(-1); last; last = rows.at(-1)) {
        yield rows;
        rows = await executor.query(next, [last.userId, last.key]);
      }
      rows = await executor.query(orphans, ['']);
      for (let last = rows.at(-1); last; last = rows.at(-1)) {
        yield rows;
        rows = await executor.query(orphans, [last.key]);
      }
    },
    async findShared(customerIds) {
      const found = await executor.query(shared, [customerIds]);
      return new Map(found.map(({ customerId, userIds }) => [customerId, userIds]));
    },
    customersOfOwners: (workspaceIds) => executor.query(ofOwners, [workspaceIds]),
  };
}

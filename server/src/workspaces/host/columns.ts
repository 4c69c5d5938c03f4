import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import { quoteTable, toTable } from '../../db/names.js';
import type { HostWorkspace, HostWorkspacesOptions } from './options.js';

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
}

const COLUMNS = statement<ColumnRow>(
  'host_workspaces_columns',
  `select a.attname::text as name, format_type(a.atttypid, null) as type,
          a.attnotnull and not a.atthasdef and a.attidentity = '' as "isRequired"
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by a.attnum`,
);

/** The host's table and its columns, as the database has them. */
export interface HostColumns {
  readonly table: string;
  readonly id: string;
  readonly idType: string;
  readonly owner: string;
  readonly ownerType: string;
  readonly name: string;
  readonly isHome: string | null;
  readonly createdAt: string | null;
  readonly deletedAt: string | null;
}

/** Finds the columns. @throws Error that names the table or the column, and the fix */
function namesOf(options: HostWorkspacesOptions, columns: readonly ColumnRow[]): HostColumns {
  const { table: name, columns: given = {} } = options;
  const table = toTable(name ?? '');
  const where = quoteTable(table);
  if (columns.length === 0)
    throw new Error(
      `There is no table ${where}, or this role may not see it: name the host’s table of workspaces in workspaces.table, and make it before Guildhall starts.`,
    );
  const typeOf = (key: 'id' | 'owner' | 'name', column: string) => {
    const found = columns.find((one) => one.name === column);
    if (found) return found.type;
    const there = columns.map((one) => one.name).join(', ');
    throw new Error(
      `The table ${where} has no column "${column}": name the right one in workspaces.columns.${key}. It has ${there}.`,
    );
  };
  const optional = (key: 'isHome' | 'createdAt' | 'deletedAt', usual: string | null) => {
    const column = given[key];
    const looked = column === undefined ? usual : column;
    if (looked === null || columns.some((one) => one.name === looked)) return looked;
    if (column === undefined) return null;
    throw new Error(
      `The table ${where} has no column "${looked}": name the right one in workspaces.columns.${key}, or null for none.`,
    );
  };
  const [id, owner, title] = [given.id ?? 'id', given.owner ?? 'user_id', given.name ?? 'name'];
  typeOf('name', title);
  return {
    table: where,
    id,
    idType: typeOf('id', id),
    owner,
    ownerType: typeOf('owner', owner),
    name: title,
    isHome: optional('isHome', 'is_home'),
    createdAt: optional('createdAt', 'created_at'),
    deletedAt: optional('deletedAt', null),
  };
}

/** What goes into a new row, by column. */
export function valuesOf(
  names: HostColumns,
  options: HostWorkspacesOptions,
  workspace: HostWorkspace,
): Record<string, unknown> {
  return {
    [names.id]: workspace.id,
    [names.owner]: workspace.ownerId,
    [names.name]: workspace.name,
    ...(names.isHome !== null && { [names.isHome]: workspace.isHome }),
    ...(names.createdAt !== null && { [names.createdAt]: new Date() }),
    ...options.values?.(workspace),
  };
}

const SAMPLE: HostWorkspace = { id: '', name: '', ownerId: '', isHome: false };

/** @throws Error that names the columns which nobody fills */
function checkRequired(names: HostColumns, options: HostWorkspacesOptions, columns: readonly ColumnRow[]): void {
  const filled = valuesOf(names, options, SAMPLE);
  const missing = columns.filter(({ name, isRequired }) => isRequired && !Object.hasOwn(filled, name));
  if (missing.length === 0) return;
  const list = missing.map(({ name }) => `"${name}"`).join(', ');
  throw new Error(
    `A new row of ${names.table} needs ${list}, which Guildhall does not know: give the columns a default, or fill them in workspaces.values.`,
  );
}

/**
 * Compares what the host says of its table with the database.
 *
 * @throws Error that names the table or the column, and the fix
 */
export async function findColumns(executor: Executor, options: HostWorkspacesOptions): Promise<HostColumns> {
  const { schema, name } = toTable(options.table ?? '');
  const columns = await executor.query(COLUMNS, [schema, name]);
  const names = namesOf(options, columns);
  checkRequired(names, options, columns);
  return names;
}

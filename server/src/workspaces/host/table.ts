import { randomUUID } from 'node:crypto';
import { fits, isInteger } from '../../db/columnTypes.js';
import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import { newId } from '../../db/newId.js';
import { ask, quote } from '../../db/names.js';
import { findColumns, valuesOf } from './columns.js';
import type { HostColumns } from './columns.js';
import type { HostWorkspace, HostWorkspacesOptions } from './options.js';

const SEQUENCE = statement<{ sequence: string | null }>(
  'host_workspaces_sequence',
  'select pg_get_serial_sequence($1, $2) as sequence',
);
const NEXT = statement<{ id: string }>('host_workspaces_next', 'select nextval($1::regclass)::text as id');

/** A row of the host's table. */
export interface HostRow {
  readonly id: string;
  readonly name: string;
  readonly isHome: boolean;
  /** Null where the host does not tell. */
  readonly createdAt: Date | null;
}

/** The host's table of workspaces, as the database has it. */
export interface HostTable {
  /** A new id of the type that the table has. */
  newId(executor: Executor): Promise<string>;
  insert(executor: Executor, workspace: HostWorkspace): Promise<void>;
  /** Brings names and owners of these workspaces in step with Guildhall's. An owner who still is one stays. */
  update(executor: Executor, ids: readonly string[]): Promise<void>;
  delete(executor: Executor, id: string): Promise<void>;
  /** Somebody's workspaces, home first. */
  ownedBy(executor: Executor, ownerId: string): Promise<HostRow[]>;
  /** Everybody who owns one, after that one, in pages. */
  ownersAfter(executor: Executor, ownerId: string | null): Promise<string[]>;
  /** The ids of those that nobody owns. */
  unowned(executor: Executor): Promise<string[]>;
}

const OWNERS_PER_PAGE = 200;
function statementsOf({ table, id, idType, owner, ownerType, name, isHome, createdAt, deletedAt }: HostColumns) {
  const alive = deletedAt === null ? 'true' : `t.${quote(deletedAt)} is null`;
  const home = isHome === null ? 'false' : `coalesce(t.${quote(isHome)}, false)`;
  const made = createdAt === null ? 'null::timestamptz' : `t.${quote(createdAt)}::timestamptz`;
  const owners = (after: string) =>
    ask<{ ownerId: string }>(
      `select owner::text as "ownerId" from (select distinct t.${quote(owner)} as owner from ${table} t
        where ${alive} and t.${quote(owner)} is not null ${after}) owners order by owner limit ${OWNERS_PER_PAGE}`,
    );
  return {
    firstOwners: owners(''),
    nextOwners: owners(`and t.${quote(owner)} > $1`),
    unowned: ask<{ id: string }>(
      `select t.${quote(id)}::text as id from ${table} t where ${alive} and t.${quote(owner)} is null order by 1`,
    ),
    owned: ask<HostRow>(
      `select t.${quote(id)}::text as id, t.${quote(name)}::text as name, ${home} as "isHome", ${made} as "createdAt"
         from ${table} t where ${alive} and t.${quote(owner)} = $1 order by ${home} desc, t.${quote(id)}`,
    ),
    delete: ask<never>(
      deletedAt === null
        ? `delete from ${table} where ${quote(id)} = $1`
        : `update ${table} set ${quote(deletedAt)} = now() where ${quote(id)} = $1 and ${quote(deletedAt)} is null`,
    ),
    // A home stays with whom the host has for it: it allows each person one.
    update: ask<never>(
      `with facts as (
         select w.id::${idType} as id, w.name, o.owners, o.owners[1]::${ownerType} as first
           from guildhall.workspaces w cross join lateral (
             select array_agg(m.user_id::text order by m.joined_at, m.id) as owners
               from guildhall.members m where m.workspace_id = w.id and m.role = 'owner') o
          where w.id = any($1::text[]) and w.deleted_at is null and o.owners is not null
       )
       update ${table} t
          set ${quote(name)} = f.name,
              ${quote(owner)} = case when ${home} or t.${quote(owner)}::text = any(f.owners) then t.${quote(owner)} else f.first end
         from facts f
        where t.${quote(id)} = f.id
          and (t.${quote(name)} <> f.name or not (${home} or coalesce(t.${quote(owner)}::text = any(f.owners), false)))`,
    ),
  };
}

/**
 * Opens the host's table of workspaces.
 *
 * @throws Error that names the table or the column, and the fix
 */
export async function openHostTable(executor: Executor, options: HostWorkspacesOptions): Promise<HostTable> {
  const names = await findColumns(executor, options);
  const asked = statementsOf(names);
  const { table, id, idType, ownerType } = names;
  const [{ sequence } = { sequence: null }] = isInteger(idType) ? await executor.query(SEQUENCE, [table, id]) : [];
  return {
    async newId(asking) {
      if (idType === 'uuid') return randomUUID();
      if (!isInteger(idType)) return newId('ws');
      const [next] = sequence === null ? [] : await asking.query(NEXT, [sequence]);
      if (next) return next.id;
      throw new Error(`${table} numbers its workspaces without a sequence: make their ids in workspaces.newId.`);
    },
    async insert(asking, workspace) {
      const values = valuesOf(names, options, workspace);
      const keys = Object.keys(values);
      const text = `insert into ${table} (${keys.map(quote).join(', ')}) values (${keys.map((_, at) => `$${at + 1}`).join(', ')})`;
      await asking.query(ask(text), Object.values(values));
    },
    async update(asking, ids) {
      const fitting = ids.filter((one) => fits(idType, one));
      if (fitting.length > 0) await asking.query(asked.update, [fitting]);
    },
    async delete(asking, one) {
      if (fits(idType, one)) await asking.query(asked.delete, [one]);
    },
    ownedBy: async (asking, ownerId) => (fits(ownerType, ownerId) ? asking.query(asked.owned, [ownerId]) : []),
    async ownersAfter(asking, ownerId) {
      const rows =
        ownerId === null ? await asking.query(asked.firstOwners, []) : await asking.query(asked.nextOwners, [ownerId]);
      return rows.map((row) => row.ownerId);
    },
    unowned: async (asking) => (await asking.query(asked.unowned, [])).map((row) => row.id),
  };
}

import type { Executor } from '../../db/database.js';
import { ask } from '../../db/names.js';
import type { Table } from '../../db/names.js';

/** A policy that is in the database. */
export interface ExistingPolicy {
  readonly name: string;
  readonly isPermissive: boolean;
  /** Whom it is for; `public` is everybody. */
  readonly roles: readonly string[];
  readonly command: 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  /** Of the row that is there, as PostgreSQL writes it. */
  readonly using: string | null;
  /** Of the row that is to be there. */
  readonly check: string | null;
}

/** A table as it is in the database. */
export interface ExistingTable {
  readonly table: Table;
  readonly isSecured: boolean;
  /** Whether policies hold its owner back, too. */
  readonly isForced: boolean;
  readonly owner: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly policies: readonly ExistingPolicy[];
}

/** What of the database the policies depend on. */
export interface Existing {
  /** Those that are there, of the tables that were asked for. */
  readonly tables: readonly ExistingTable[];
  /** Tables with policies of ours that are not among them. */
  readonly left: readonly { readonly table: Table; readonly policies: readonly string[] }[];
  /** Roles that no policy holds back. */
  readonly unbound: readonly string[];
  /** All roles, each with those whose rights it has. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
}

const POLICY_JSON = `json_build_object('name', p.policyname, 'isPermissive', p.permissive = 'PERMISSIVE', 'roles', p.roles::text[],
  'command', p.cmd, 'using', p.qual, 'check', p.with_check)`;

const TABLES = ask<ExistingTable>(`
  select json_build_object('schema', n.nspname, 'name', c.relname) as table, c.relrowsecurity as "isSecured",
    c.relforcerowsecurity as "isForced",
    pg_get_userbyid(c.relowner)::text as owner,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
       from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select json_agg(${POLICY_JSON} order by p.policyname)
       from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname), '[]') as policies
    from json_to_recordset($1::json) as asked(schema text, name text)
    join pg_namespace n on n.nspname = asked.schema
    join pg_class c on c.relnamespace = n.oid and c.relname = asked.name and c.relkind in ('r', 'p')`);

const OURS = ask<{ table: Table; policies: string[] }>(`
  select json_build_object('schema', schemaname, 'name', tablename) as table,
    json_agg(policyname order by policyname) as policies
    from pg_policies where policyname like 'guildhall\\_%' group by schemaname, tablename order by schemaname, tablename`);

const ROLES = ask<{ name: string; isUnbound: boolean; has: string[] }>(`
  select r.rolname::text as name, r.rolsuper or r.rolbypassrls as "isUnbound",
    (select coalesce(json_agg(o.rolname), '[]') from pg_roles o where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'usage')) as has
    from pg_roles r order by 1`);

/** Looks at these tables. Nothing is changed. */
export async function readExisting(executor: Executor, tables: readonly Table[]): Promise<Existing> {
  const found = await executor.query(TABLES, [JSON.stringify(tables)]);
  const isAsked = ({ schema, name }: Table) => tables.some((one) => one.schema === schema && one.name === name);
  const ours = await executor.query(OURS, []);
  const roles = await executor.query(ROLES, []);
  return {
    tables: found,
    left: ours.filter(({ table }) => !isAsked(table)),
    unbound: roles.filter(({ isUnbound }) => isUnbound).map(({ name }) => name),
    roles: new Map(roles.map(({ name, has }) => [name, has])),
  };
}

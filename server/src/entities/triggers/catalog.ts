import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import type { Table } from '../../db/names.js';

/** A table that is there: one that a source names, or a partition or a child of it. */
export interface FoundTable extends Table {
  readonly oid: number;
  /** As `pg_class.relkind` has it. */
  readonly relkind: string;
  readonly columns: readonly string[];
}

/** A trigger that is there. */
export interface FoundTrigger extends Table {
  readonly oid: number;
  readonly trigger: string;
  readonly function: string;
  readonly isEnabled: boolean;
}

/** A function that is there, and what its comment says. */
export interface FoundFunction {
  readonly function: string;
  readonly mark: string | null;
}

/** A write to a partition fires the partition's triggers and not the table's, and the other way round: all get them. */
const TABLES = statement<FoundTable>(
  'triggers_tables',
  `with recursive wanted as (
     select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relname = $2
     union select i.inhrelid from wanted w join pg_catalog.pg_inherits i on i.inhparent = w.oid
   )
   select c.oid::int8 as oid, n.nspname::text as schema, c.relname::text as name, c.relkind::text as relkind,
          array(select a.attname::text from pg_catalog.pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns
     from wanted join pg_catalog.pg_class c using (oid) join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    order by c.oid`,
);

const OURS = `p.pronamespace = 'guildhall'::regnamespace and p.prorettype = 'trigger'::regtype and p.proname ~ '^tell_'`;

const TRIGGERS = statement<FoundTrigger>(
  'triggers_found',
  `select c.oid::int8 as oid, n.nspname::text as schema, c.relname::text as name, t.tgname::text as trigger,
          p.proname::text as function, t.tgenabled in ('O', 'A') as "isEnabled"
     from pg_catalog.pg_trigger t join pg_catalog.pg_proc p on p.oid = t.tgfoid
     join pg_catalog.pg_class c on c.oid = t.tgrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and not t.tgisinternal order by c.oid, t.tgname`,
);

const FUNCTIONS = statement<FoundFunction>(
  'triggers_functions',
  `select p.proname::text as function, pg_catalog.obj_description(p.oid, 'pg_proc') as mark
     from pg_catalog.pg_proc p where ${OURS} order by 1`,
);

const IS_MIGRATED = statement<{ isMigrated: boolean }>(
  'triggers_is_migrated',
  `select to_regclass('guildhall.inbox') is not null as "isMigrated"`,
);

/**
 * The triggers and the functions of ours that the database has.
 *
 * @throws Error where the database is not migrated yet
 */
export async function findInstalled(
  executor: Executor,
): Promise<{ triggers: readonly FoundTrigger[]; functions: readonly FoundFunction[] }> {
  const [found] = await executor.query(IS_MIGRATED, []);
  if (!found?.isMigrated)
    throw new Error('The database has no inbox for what changes yet: run `guildhall migrate`, or `migrate()`, first.');
  const triggers = await executor.query(TRIGGERS, []);
  return { triggers, functions: await executor.query(FUNCTIONS, []) };
}

/** A table with its partitions, or the tables that inherit from it. Empty where it is not there. */
export function findTables(executor: Executor, { schema, name }: Table): Promise<FoundTable[]> {
  return executor.query(TABLES, [schema, name]);
}

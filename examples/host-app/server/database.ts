import type { Database } from '@guildhall/server';

/** Asks Parley's own tables. Parameters are `$1`, `$2`, … */
export type Sql = <Row = unknown>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

type Executor = Pick<Database, 'query'>;

/** Each text has a name, under which a connection keeps its plan. */
const names = new Map<string, string>();

function sqlOn(executor: Executor): Sql {
  return (text, values = []) => {
    const name = names.get(text) ?? `parley_${names.size + 1}`;
    names.set(text, name);
    return executor.query({ name, text }, values);
  };
}

/** Parley's way to the database that it shares with Guildhall. */
export interface ParleyDatabase {
  sql: Sql;
  /** Runs `work` in one transaction, alone: other processes that start at the same time wait. */
  alone<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}

/** Any number, as long as nobody else on the server uses it. */
const START_LOCK = 4_000_001;

/** Parley's view of a database that `openDatabase` opened. */
export function parleyDatabase(database: Database): ParleyDatabase {
  return {
    sql: sqlOn(database),
    alone: (work) =>
      database.transaction(async (executor) => {
        const sql = sqlOn(executor);
        await sql('select pg_advisory_xact_lock($1)', [START_LOCK]);
        return work(sql);
      }),
  };
}

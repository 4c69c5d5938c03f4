import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { DatabaseOptions } from '../options.js';
import { PostgresChannel } from './channel.js';
import type { Database, Executor, Orm, Statement } from './database.js';
import { migrationConfig } from './migrations.js';

/** Any number will do, as long as it is the same in every process of every version. */
const MIGRATION_LOCK = 7_301_852_846;

/** `bigint` as a number: ours count events and rows, and stay below 2^53. */
function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === pg.types.builtins.INT8) return Number;
  return (format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')) as (
    value: string,
  ) => unknown;
}

function executorOf(client: pg.Pool | pg.PoolClient): Executor {
  return {
    orm: drizzle(client, { casing: 'snake_case' }) as unknown as Orm,
    async query<Row>({ name, text }: Statement<Row>, values: readonly unknown[]) {
      const { rows } = await client.query({ name, text, values: [...values] });
      return rows as Row[];
    },
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (executor: Executor) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that is lost between two statements says so here; unheard, that would end the process.
  const lose = (error: Error) => (broken = error);
  client.on('error', lose);
  try {
    await client.query('begin');
    const result = await work(executorOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((reason: Error) => (broken = reason));
    throw error;
  } finally {
    client.off('error', lose);
    client.release(broken);
  }
}

/** One process migrates, the others wait for it and then find nothing to do. */
async function migrateAlone(config: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...config, statement_timeout: 0 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), migrationConfig());
  } finally {
    await client.end();
  }
}

/** A pool on a PostgreSQL server, 14 or newer. Connects when first asked. */
export function openPostgres({ url, poolSize = 10 }: Extract<DatabaseOptions, { kind: 'postgres' }>): Database {
  const config: pg.ClientConfig = {
    connectionString: url,
    application_name: 'guildhall',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  };
  const pool = new pg.Pool({ ...config, max: poolSize });
  // An idle connection that breaks is replaced at its next use; unheard, its error would end the process.
  pool.on('error', () => undefined);
  const channel = new PostgresChannel(config);
  let closing: Promise<void> | undefined;
  return {
    kind: 'postgres',
    ...executorOf(pool),
    transaction: (work) => inTransaction(pool, work),
    migrate: () => migrateAlone(config),
    listen: (name, listener) => channel.listen(name, listener),
    notify: (name, payload) => channel.notify(name, payload),
    close: () => (closing ??= Promise.all([channel.close(), pool.end()]).then(() => undefined)),
  };
}

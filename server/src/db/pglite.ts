import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { Transaction } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { DatabaseOptions } from '../options.js';
import type { Database, Executor, Orm, Statement } from './database.js';
import { holdDirectory } from './directoryLock.js';
import { migrationConfig } from './migrations.js';

function executorOf(client: PGlite | Transaction): Executor {
  return {
    // Drizzle asks nothing of its client but `query`, which a transaction has too.
    orm: drizzle(client as PGlite, { casing: 'snake_case' }) as unknown as Orm,
    async query<Row>({ text }: Statement<Row>, values: readonly unknown[]) {
      const { rows } = await client.query<Row>(text, [...values]);
      return rows;
    },
  };
}

type EmbeddedOptions = Extract<DatabaseOptions, { kind: 'pglite' | 'memory' }>;

async function start(options: EmbeddedOptions): Promise<PGlite> {
  if (options.kind === 'pglite') return PGlite.create(options.directory);
  return PGlite.create(options.template ? { loadDataDir: options.template } : {});
}

/**
 * The embedded database. One process holds a directory; the lock is taken here, since PGlite has none and two
 * processes on one directory destroy it.
 */
export async function openPglite(options: EmbeddedOptions): Promise<Database> {
  if (options.kind === 'pglite') await mkdir(options.directory, { recursive: true });
  const letGo = options.kind === 'pglite' ? await holdDirectory(options.directory) : async () => undefined;
  let client: PGlite;
  try {
    client = await start(options);
  } catch (error) {
    await letGo();
    throw error;
  }
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= client
      .close()
      .then(letGo)
      .finally(() => process.off('beforeExit', close)));
  // A process that simply runs out of work must leave a clean directory behind, too.
  process.once('beforeExit', close);
  return {
    kind: 'pglite',
    ...executorOf(client),
    transaction: (work) => client.transaction((transaction) => work(executorOf(transaction))),
    migrate: () => migrate(drizzle(client), migrationConfig()),
    async listen(channel, listener) {
      const stop = await client.listen(`"${channel}"`, (payload) => listener.onNotification(payload));
      return async () => {
        if (!closing) await stop();
      };
    },
    async notify(channel, payload) {
      await client.query('select pg_notify($1, $2)', [channel, payload]);
    },
    close,
  };
}

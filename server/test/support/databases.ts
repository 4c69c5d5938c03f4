import { readFile } from 'node:fs/promises';
import { inject } from 'vitest';
import type { Database } from '../../src/db/database.js';
import { openDatabase } from '../../src/db/open.js';
import { createEmptyDatabase } from './postgres.js';

/** The databases that everything must work on alike. */
export const DATABASE_KINDS = ['pglite', 'postgres'] as const;
/** One of {@link DATABASE_KINDS}. */
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** A migrated database of one's own, on the servers that the global setup started. */
export interface TestDatabase {
  readonly database: Database;
  /** For a second process or pool; null for the embedded database. */
  readonly url: string | null;
  dispose(): Promise<void>;
}

async function createPglite(): Promise<TestDatabase> {
  const template = new Blob([new Uint8Array(await readFile(inject('pgliteTemplate')))]);
  const database = await openDatabase({ kind: 'memory', template });
  return { database, url: null, dispose: () => database.close() };
}

async function createPostgres(): Promise<TestDatabase> {
  const { url: server, template } = inject('postgres');
  const { url, drop } = await createEmptyDatabase(server, template);
  const database = await openDatabase({ kind: 'postgres', url });
  return {
    database,
    url,
    async dispose() {
      await database.close();
      await drop();
    },
  };
}

/** Makes a migrated database that holds nothing. */
export function createTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return kind === 'pglite' ? createPglite() : createPostgres();
}

/** Empties every table: quicker than another database for each test. */
export async function clearDatabase(database: Database): Promise<void> {
  const tables = [
    'users',
    'workspaces',
    'members',
    'invitations',
    'events',
    'activity',
    'mails',
    'images',
    'idempotency_keys',
    'billing_accounts',
    'billing_jobs',
    'billing_moves',
    'stripe_events',
    'inbox',
  ];
  await database.orm.execute(`truncate ${tables.map((table) => `guildhall.${table}`).join(', ')} cascade`);
}

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../src/db/open.js';
import { startEmbeddedPostgres } from './embeddedPostgres.js';
import type { PostgresServer } from './embeddedPostgres.js';

/** A PostgreSQL server that makes databases with Guildhall's tables, quickly. */
export interface PostgresSupply {
  readonly url: string;
  /** The migrated database that others are copied from. */
  readonly template: string;
  stop(): Promise<void>;
}

/** A database for one test file. */
export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const newName = (kind: string) => `guildhall_${kind}_${randomBytes(6).toString('hex')}`;

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** An empty database, without Guildhall's tables. */
export async function createEmptyDatabase(server: string, template?: string): Promise<FreshDatabase> {
  const name = newName('test');
  await administer(server, `create database ${name} ${template ? `template ${template}` : ''}`);
  return { url: urlOf(server, name), drop: () => administer(server, `drop database if exists ${name} with (force)`) };
}

/** The server that `TEST_DATABASE_URL` names, or one from npm; ready to copy databases from a migrated one. */
export async function startPostgresSupply(): Promise<PostgresSupply> {
  const given = process.env.TEST_DATABASE_URL;
  const server: PostgresServer = given ? { url: given, stop: async () => undefined } : await startEmbeddedPostgres();
  const template = newName('template');
  await administer(server.url, `create database ${template}`);
  const database = await openDatabase({ kind: 'postgres', url: urlOf(server.url, template) });
  await database.migrate();
  await database.close();
  return {
    url: server.url,
    template,
    async stop() {
      await administer(server.url, `drop database if exists ${template} with (force)`);
      await server.stop();
    },
  };
}

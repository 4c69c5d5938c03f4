import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { statement } from '../src/db/database.js';
import type { Database } from '../src/db/database.js';
import { openDatabase } from '../src/db/open.js';
import { DATABASE_KINDS, createTestDatabase } from './support/databases.js';
import { createEmptyDatabase } from './support/postgres.js';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const countUsers = statement<{ count: number }>('test_count_users', 'select count(*) from guildhall.users');
const addUser = (id: string) =>
  `insert into guildhall.users (id, email, email_verified, name, sort_key, search_key, created_at)
   values ('${id}', '${id}@example.com', true, '${id}', '${id}', '${id}', now())`;

async function count(database: Database): Promise<number | undefined> {
  const [row] = await database.query(countUsers, []);
  return row?.count;
}

describe.each(DATABASE_KINDS)('a database on %s', (kind) => {
  async function open() {
    const { database, url, dispose } = await createTestDatabase(kind);
    cleanups.push(dispose);
    return { database, url };
  }

  it('commits what a transaction did, and nothing of one that threw', async () => {
    const { database } = await open();
    await database.transaction(({ orm }) => orm.execute(addUser('ada')));
    const failing = database.transaction(async ({ orm }) => {
      await orm.execute(addUser('ben'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await count(database)).toBe(1);
  });

  it('brings notifications to those who listen, until they stop', async () => {
    const { database } = await open();
    const heard: string[] = [];
    const stop = await database.listen('guildhall_test', {
      onNotification: (payload) => heard.push(payload),
      onGap: () => heard.push('gap'),
    });
    await database.notify('guildhall_test', 'one');
    await vi.waitFor(() => expect(heard).toEqual(['one']));
    await stop();
    await stop();
    await database.notify('guildhall_test', 'two');
    await database.notify('guildhall_test', 'three');
    expect(heard).toEqual(['one']);
  });

  it('migrates again without harm', async () => {
    const { database } = await open();
    await database.migrate();
    expect(await count(database)).toBe(0);
  });

  it('compares keys byte by byte', async () => {
    const { database } = await open();
    for (const id of ['b', 'a', 'B', 'ä', 'a-b']) await database.orm.execute(addUser(id));
    const rows = await database.query(
      statement<{ id: string }>('test_order', 'select id from guildhall.users order by id'),
      [],
    );
    expect(rows.map(({ id }) => id)).toEqual(['B', 'a', 'a-b', 'b', 'ä']);
  });
});

describe('PostgreSQL', () => {
  it('is migrated once by five processes that start at once', async () => {
    const { url, drop } = await createEmptyDatabase(inject('postgres').url);
    cleanups.push(drop);
    const databases = await Promise.all(Array.from({ length: 5 }, () => openDatabase({ kind: 'postgres', url })));
    cleanups.push(() => Promise.all(databases.map((database) => database.close())));
    await Promise.all(databases.map((database) => database.migrate()));
    expect(await Promise.all(databases.map(count))).toEqual([0, 0, 0, 0, 0]);
  });

  it('survives the loss of a connection in the middle of a transaction, between two statements', async () => {
    const { database, dispose } = await createTestDatabase('postgres');
    const pid = statement<{ pid: number }>('test_pid', 'select pg_backend_pid() as pid');
    const kill = statement<{ isGone: boolean }>('test_kill', 'select pg_terminate_backend($1, 5000) as "isGone"');
    const uncaught: unknown[] = [];
    const hear = (error: unknown) => uncaught.push(error);
    process.prependListener('uncaughtException', hear);
    const lost = database.transaction(async (executor) => {
      const [mine] = await executor.query(pid, []);
      await database.query(kill, [mine?.pid]);
      // Its end arrives on a connection that nobody is asking anything.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await executor.query(pid, []);
    });
    await expect(lost).rejects.toThrow(/terminat|not queryable/);
    expect(await database.query(pid, [])).toHaveLength(1);
    process.off('uncaughtException', hear);
    expect(uncaught).toEqual([]);
    await dispose();
  });

  it('listens again by itself when its connection was cut, and says that there was a gap', async () => {
    const { database, url, dispose } = await createTestDatabase('postgres');
    cleanups.push(dispose);
    const heard: string[] = [];
    await database.listen('guildhall_test', {
      onNotification: (payload) => heard.push(payload),
      onGap: () => heard.push('gap'),
    });
    const admin = new pg.Client({ connectionString: url ?? '' });
    await admin.connect();
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'guildhall events'`);
    await admin.end();
    await vi.waitFor(() => expect(heard).toEqual(['gap']), { timeout: 5_000 });
    await database.notify('guildhall_test', 'after');
    await vi.waitFor(() => expect(heard).toEqual(['gap', 'after']));
  });
});

describe('a PGlite directory', () => {
  it('is held by one, and the second is told which directory and what to do', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'guildhall-held-'));
    cleanups.push(() => rm(directory, { recursive: true, force: true }));
    const first = await openDatabase({ kind: 'pglite', directory });
    await expect(openDatabase({ kind: 'pglite', directory })).rejects.toThrow(
      new RegExp(`Another process has the embedded database in ${directory} open.*Stop that process`),
    );
    await first.migrate();
    await first.orm.execute(addUser('ada'));
    await first.close();
    const second = await openDatabase({ kind: 'pglite', directory });
    cleanups.push(() => second.close());
    expect(await count(second)).toBe(1);
  });
});

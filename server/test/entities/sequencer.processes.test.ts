import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/db/open.js';
import { syncTriggers } from '../../src/entities/triggers/sync.js';
import { createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { assistant, chatId, createHostTables, host, kinds } from './hostTables.js';
import { countWaiting, createReader, isWhole, readLog, seedWorkspaces, stageSequencer } from './sequencerStage.js';

const WORKSPACES = ['a', 'b'] as const;
/** Others use this machine, too. */
const PATIENTLY = { timeout: 10_000 };
const [one, two] = [chatId(1), chatId(2)];
const insert = (id: string, workspace: string, name = '') =>
  `insert into chats (id, workspace_id, name) values ('${id}', '${workspace}', '${name}')`;

let test: TestDatabase;
let log: ReturnType<typeof createReader>;
beforeAll(async () => {
  test = await createTestDatabase('postgres');
  await createHostTables(test.database);
  await syncTriggers(test.database, kinds);
});
afterAll(() => test.dispose());
beforeEach(async () => {
  await seedWorkspaces(test.database, WORKSPACES);
  log = createReader(test.database);
});
const run = (text: string) => host(test.database, text);

/** A connection of the host's own, which it may leave in the middle of a transaction. */
async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: test.url ?? '' });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

describe('transactions of the host', () => {
  it('both commit where they touch the same workspaces in opposite order, while the sequencer is at work', async () => {
    const sequencer = stageSequencer(test.database);
    sequencer.start();
    const [left, right] = [await connect(), await connect()];
    for (let round = 0; round < 20; round += 1) {
      const [x, y] = [chatId(1_000 + round), chatId(2_000 + round)];
      for (const client of [left, right]) await client.query('begin');
      await left.query(insert(x, 'a'));
      await right.query(insert(y, 'b'));
      await left.query(`insert into chats (workspace_id) values ('b')`);
      await right.query(`insert into chats (workspace_id) values ('a')`);
      await Promise.all([left.query('commit'), right.query('commit')]);
    }
    await expect.poll(() => countWaiting(test.database), PATIENTLY).toBe(0);
    for (const id of WORKSPACES) {
      expect(await log(id)).toHaveLength(40);
      expect(await isWhole(test.database, id)).toBe(true);
    }
  });

  it('are told of where COPY writes', async () => {
    await run(`copy chats (id, workspace_id, name) from program 'echo ${one},a,Copied' with (format csv)`);
    await stageSequencer(test.database).drain();
    expect(await log('a')).toEqual([`changed chat ${one} Copied`]);
  });

  it('go on while somebody holds the workspace, and while a batch waits for it', async () => {
    const [holder, writer] = [await connect(), await connect()];
    await holder.query('begin');
    await holder.query(`select 1 from guildhall.workspaces where id = 'a' for update`);
    const sequencer = stageSequencer(test.database, { onError: () => undefined });
    await writer.query(insert(one, 'a', 'One'));
    const draining = sequencer.drain();
    await writer.query(`update chats set name = 'Uno'`);
    await holder.query('commit');
    await draining;
    await sequencer.drain();
    expect((await log('a')).at(-1)).toBe(`changed chat ${one} Uno`);
  });

  it('that take long are told when they commit, after what came later and committed before', async () => {
    const sequencer = stageSequencer(test.database);
    const slow = await connect();
    await slow.query('begin');
    await slow.query(insert(one, 'a', 'Slow'));
    await run(insert(two, 'a', 'Quick'));
    await sequencer.drain();
    expect(await log('a')).toEqual([`changed chat ${two} Quick`]);
    await slow.query('commit');
    await sequencer.drain();
    expect(await log('a')).toEqual([`changed chat ${one} Slow`]);
    expect(await isWhole(test.database, 'a')).toBe(true);
  });

  it('tell of the parent that they write below, although another transaction moves it', async () => {
    const sequencer = stageSequencer(test.database);
    await run(insert(one, 'a', 'One'));
    const writer = await connect();
    await writer.query('begin');
    await writer.query(`insert into messages (chat_id) values ('${one}')`);
    await run(`update chats set workspace_id = 'b'`);
    await writer.query('commit');
    await sequencer.drain();
    expect(await log('a')).toEqual([`removed chat ${one}`]);
    expect(await log('b')).toEqual([`changed chat ${one} One`]);
  });

  it('that hold a table hold up no other kind and no workspace', async () => {
    const errors: string[] = [];
    const onError = (error: unknown) => errors.push((error as Error).message);
    const sequencer = stageSequencer(test.database, { onError });
    await run(`insert into assistants (id, name) values ('x', 'X')`);
    await run(`insert into assistant_workspaces values ('x', 'a')`);
    await run(insert(one, 'a', 'One'));
    const migration = await connect();
    await migration.query('begin');
    await migration.query('alter table assistants add column color text');
    await sequencer.drain();
    expect(await log('a')).toEqual([`changed chat ${one} One`]);
    await migration.query('rollback');
    await expect
      .poll(async () => {
        await sequencer.drain();
        return log('a');
      }, PATIENTLY)
      .toEqual([`changed ${assistant.name} x X`]);
    expect(errors).toEqual([expect.stringContaining('It is tried again until it can.') as string]);
  });
});

describe('several processes', () => {
  async function startProcess(onError?: (error: unknown) => void) {
    const database = await openDatabase({ kind: 'postgres', url: test.url ?? '', poolSize: 3 });
    onTestFinished(() => database.close());
    const sequencer = stageSequencer(database, onError ? { onError } : {});
    return { database, sequencer };
  }

  it('take turns, and each change is in the log as it came to be, without a gap', async () => {
    const processes = await Promise.all([startProcess(), startProcess(), startProcess()]);
    for (const { sequencer } of processes) sequencer.start();
    const write = async (writer: number) => {
      for (let nth = 0; nth < 100; nth += 1)
        await run(insert(chatId(writer * 1_000 + nth), WORKSPACES[nth % 2] ?? 'a'));
    };
    await Promise.all([write(1), write(2), write(3)]);
    await expect.poll(() => countWaiting(test.database), PATIENTLY).toBe(0);
    for (const id of WORKSPACES) {
      const events = await readLog(test.database, id);
      expect(
        new Set(events.map((event) => (event.topic === 'entities' && event.type === 'changed' ? event.entity.id : ''))),
      ).toHaveLength(150);
      expect(await isWhole(test.database, id)).toBe(true);
    }
  });

  it('free the turn of one whose connection dies in the middle of it', async () => {
    const dead = await connect();
    const { rows } = await dead.query<{ pid: number }>('select pg_backend_pid() as pid');
    await dead.query('begin');
    await dead.query('select pg_try_advisory_xact_lock(7301852848)');
    await dead.query('delete from guildhall.inbox');
    await run(insert(one, 'a', 'One'));
    const { sequencer } = await startProcess();
    await sequencer.drain();
    expect(await log('a')).toEqual([]);
    await test.database.orm.execute(sql`select pg_terminate_backend(${rows[0]?.pid}::int)`);
    await expect
      .poll(async () => {
        await sequencer.drain();
        return countWaiting(test.database);
      }, PATIENTLY)
      .toBe(0);
    expect(await log('a')).toEqual([`changed chat ${one} One`]);
  });

  it('go on after the database was away', async () => {
    // Lost connections, which are no news.
    const processes = [await startProcess(() => undefined), await startProcess(() => undefined)];
    for (const { sequencer } of processes) sequencer.start();
    for (let round = 0; round < 5; round += 1) {
      await test.database.orm.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await pause(20);
      await run(insert(chatId(round), 'a')).catch(() => run(insert(chatId(round), 'a')));
    }
    await expect.poll(() => countWaiting(test.database), PATIENTLY).toBe(0);
    expect(await log('a')).toHaveLength(5);
    expect(await isWhole(test.database, 'a')).toBe(true);
  });
});

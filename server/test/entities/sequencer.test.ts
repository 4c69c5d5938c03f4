import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { users } from '../../src/db/schema.js';
import { createRegistry } from '../../src/entities/registry.js';
import type { Registry } from '../../src/entities/registry.js';
import { syncTriggers } from '../../src/entities/triggers/sync.js';
import { purgeInbox } from '../../src/entities/sequencer/inbox.js';
import type { Sequencer } from '../../src/entities/sequencer/sequencer.js';
import { DATABASE_KINDS, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { chat, chatId, createHostTables, host, kinds } from './hostTables.js';
import { countWaiting, createReader, isWhole, readLog, seedWorkspaces, stageSequencer } from './sequencerStage.js';

describe.each(DATABASE_KINDS)('the sequencer on %s', (databaseKind) => {
  let test: TestDatabase;
  let sequencer: Sequencer;
  let log: ReturnType<typeof createReader>;
  beforeAll(async () => {
    test = await createTestDatabase(databaseKind);
    await createHostTables(test.database);
    await syncTriggers(test.database, kinds);
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    await seedWorkspaces(test.database, ['a', 'b']);
    sequencer = stageSequencer(test.database);
    log = createReader(test.database);
  });
  const run = (text: string) => host(test.database, text);
  const after = async (...texts: string[]) => {
    for (const text of texts) await run(text);
    await sequencer.drain();
    return { a: await log('a'), b: await log('b') };
  };
  const [one, two] = [chatId(1), chatId(2)];
  const insertOne = `insert into chats (id, workspace_id, name) values ('${one}', 'a', 'One')`;

  it('tells a row as the list would show it', async () => {
    await test.database.orm.insert(users).values({
      id: 'ada',
      email: 'ada@host.example',
      emailVerified: true,
      name: 'Ada',
      sortKey: 'ada',
      searchKey: 'ada',
      createdAt: new Date(),
    });
    const at = '2026-03-02T09:00:00.123Z';
    await after(
      `insert into chats (id, workspace_id, user_id, name, sharing, created_at, updated_at)
       values ('${one}', 'a', 'ada', 'Plans', 'public', '${at}', '${at}')`,
    );
    expect(await readLog(test.database, 'a')).toEqual([
      {
        topic: 'entities',
        type: 'changed',
        seq: 1,
        workspaceId: 'a',
        entity: {
          kind: 'chat',
          id: one,
          title: 'Plans',
          creator: { userId: 'ada', name: 'Ada', imageUrl: null },
          sharing: 'public',
          createdAt: at,
          updatedAt: at,
          icon: null,
          url: null,
        },
      },
    ]);
  });

  it('tells what came, changed, was shared and went, and leaves nothing in the inbox', async () => {
    expect(await after(insertOne)).toEqual({ a: [`changed chat ${one} One`], b: [] });
    expect(await after(`update chats set name = 'Uno'`)).toEqual({ a: [`changed chat ${one} Uno`], b: [] });
    expect(await after(`update chats set sharing = 'public'`)).toEqual({ a: [`changed chat ${one} Uno`], b: [] });
    expect(await after('delete from chats')).toEqual({ a: [`removed chat ${one}`], b: [] });
    expect(await countWaiting(test.database)).toBe(0);
    expect(await isWhole(test.database, 'a')).toBe(true);
  });

  it('tells a move as gone here and come there', async () => {
    await after(insertOne);
    expect(await after(`update chats set workspace_id = 'b'`)).toEqual({
      a: [`removed chat ${one}`],
      b: [`changed chat ${one} One`],
    });
  });

  it('tells what happened often before it looked once, as it is now', async () => {
    expect(await after(insertOne, `update chats set name = 'Two'`, `update chats set name = 'Three'`)).toEqual({
      a: [`changed chat ${one} Three`],
      b: [],
    });
  });

  it('tells the workspaces of a join table, each for itself', async () => {
    const x = 'changed assistant x X';
    expect(
      await after(
        `insert into assistants (id, name) values ('x', 'X')`,
        `insert into assistant_workspaces values ('x', 'a'), ('x', 'b')`,
      ),
    ).toEqual({ a: [x], b: [x] });
    expect(await after(`update assistants set updated_at = now()`)).toEqual({ a: [x], b: [x] });
    expect(await after(`delete from assistant_workspaces where workspace_id = 'b'`)).toEqual({
      a: [],
      b: ['removed assistant x'],
    });
    expect(await after(`update assistant_workspaces set workspace_id = 'b'`)).toEqual({
      a: ['removed assistant x'],
      b: [x],
    });
    expect(await after(`delete from assistants`)).toEqual({ a: [], b: ['removed assistant x'] });
  });

  it('tells of the parent what happens to its children, and to theirs', async () => {
    await after(insertOne, `insert into chats (id, workspace_id) values ('${two}', 'b')`);
    const changed = { a: [`changed chat ${one} One`], b: [] };
    expect(await after(`insert into messages (id, chat_id) values (1, '${one}'), (2, '${one}')`)).toEqual(changed);
    expect(await after(`update messages set content = 'x'`)).toEqual(changed);
    expect(await after('insert into parts (message_id) values (1)')).toEqual(changed);
    expect(await after('update parts set updated_at = now()')).toEqual(changed);
    expect(await after('delete from messages where id = 1')).toEqual(changed);
    expect(await after(`update messages set chat_id = '${two}'`)).toEqual({
      a: [`changed chat ${one} One`],
      b: [`changed chat ${two}`],
    });
    expect(await after(`delete from chats where id = '${two}'`)).toEqual({ a: [], b: [`removed chat ${two}`] });
  });

  it('tells of every parent that a join table names', async () => {
    await after(
      `insert into assistants (id, name) values ('x', 'X'), ('y', 'Y')`,
      `insert into assistant_workspaces values ('x', 'a'), ('y', 'b')`,
    );
    await run(`insert into files (id) values ('f')`);
    const both = { a: ['changed assistant x X'], b: ['changed assistant y Y'] };
    expect(await after(`insert into assistant_files values ('x', 'f'), ('y', 'f')`)).toEqual(both);
    expect(await after('update files set updated_at = now()')).toEqual(both);
    expect(await after('delete from files')).toEqual(both);
  });

  it('tells that much changed where 501 did in one statement or in many, and one by one where 500 did', async () => {
    const many = (count: number) => `insert into chats (workspace_id) select 'a' from generate_series(1, ${count})`;
    expect((await after(many(501))).a).toEqual(['bulk chat']);
    expect((await after(many(300), many(201))).a).toEqual(['bulk chat']);
    expect((await after(many(500))).a).toHaveLength(500);
    expect((await after('update chats set sharing = sharing')).a).toEqual(['bulk chat']);
  });

  it('tells every workspace when a table is emptied', async () => {
    await after(insertOne);
    expect(await after('truncate chats cascade')).toEqual({ a: ['bulk chat'], b: ['bulk chat'] });
    expect(await after('truncate parts')).toEqual({ a: ['bulk chat'], b: ['bulk chat'] });
  });

  it('takes more lines than one batch has', async () => {
    for (let nth = 0; nth < 9; nth += 1)
      await run(`insert into chats (workspace_id, name) select 'w' || n, '' from generate_series(1, 500) n`);
    await run(insertOne);
    expect(await after()).toEqual({ a: [`changed chat ${one} One`], b: [] });
    expect(await countWaiting(test.database)).toBe(0);
  });

  it('drops what is told of workspaces that nobody knows, or that are deleted', async () => {
    await run(`update guildhall.workspaces set deleted_at = now() where id = 'b'`);
    expect(
      await after(
        insertOne,
        `insert into chats (workspace_id) values ('b'), ('unknown')`,
        `update chats set name = name`,
      ),
    ).toEqual({ a: [`changed chat ${one} One`], b: [] });
    expect(await countWaiting(test.database)).toBe(0);
  });

  it('leaves what it does not know to processes that do', async () => {
    await run(`insert into guildhall.inbox (workspace_id, kind, entity_id) values ('a', 'newer', 'x')`);
    expect(await after(insertOne)).toEqual({ a: [`changed chat ${one} One`], b: [] });
    expect(await countWaiting(test.database)).toBe(1);
  });

  it('forgets after a day what nobody knows', async () => {
    await run(`insert into guildhall.inbox (kind, created_at) values ('newer', now() - interval '23 hours')`);
    await run(`insert into guildhall.inbox (kind, created_at) values ('newer', now() - interval '25 hours')`);
    await purgeInbox(test.database, new Date());
    expect(await countWaiting(test.database)).toBe(1);
  });

  describe('where a table is not as registered', () => {
    const note = { ...chat, name: 'note', table: { schema: 'public', name: 'notes' } };
    const told: string[] = [];
    let registry: Registry;
    const prepare = async () => {
      told.length = 0;
      const onError = (error: unknown) => told.push((error as Error).message);
      registry = createRegistry(test.database, [note, ...kinds], onError);
      sequencer = stageSequencer(test.database, { registry, onError });
      const columns = 'user_id text, name text, sharing text, created_at timestamptz, updated_at timestamptz';
      await run(`create table notes (id integer primary key, workspace_id text, ${columns})`);
      await syncTriggers(test.database, [note, ...kinds]);
    };

    it('says so once, has that kind asked for anew, and goes on with the others', async () => {
      await prepare();
      await run(`insert into notes (id, workspace_id) values (1, 'a'), (2, 'b')`);
      await run('drop table notes');
      expect(await after(insertOne)).toEqual({
        a: ['bulk note', `changed chat ${one} One`],
        b: ['bulk note'],
      });
      await run(`insert into guildhall.inbox (workspace_id, kind, entity_id) values ('a', 'note', '1')`);
      await run(`insert into guildhall.inbox (kind, entity_id) values ('note', '1')`);
      expect(await after(`update chats set name = 'Uno'`)).toEqual({
        a: ['bulk note', `changed chat ${one} Uno`],
        b: [],
      });
      expect(await countWaiting(test.database)).toBe(0);
      expect(told).toEqual([expect.stringContaining('There is no table "public"."notes"') as string]);
    });

    it('says so too of a column that is gone, and again when it was there meanwhile', async () => {
      await prepare();
      const insert = (id: number) => `insert into notes (id, workspace_id) values (${id}, 'a')`;
      await run(insert(1));
      expect(await after('alter table notes rename column name to label')).toMatchObject({ a: ['bulk note'] });
      await run('alter table notes rename column label to name');
      await registry.check();
      expect(await after(insert(2))).toMatchObject({ a: ['changed note 2'] });
      await run('alter table notes rename column name to label');
      expect(await after(insert(3))).toMatchObject({ a: ['bulk note'] });
      expect(told).toHaveLength(2);
      await run('drop table notes');
    });

    it('takes what cannot be an id for one that is gone', async () => {
      await prepare();
      await run(`insert into guildhall.inbox (workspace_id, kind, entity_id) values ('a', 'note', 'no number')`);
      expect(await after(insertOne)).toEqual({ a: ['removed note no number', `changed chat ${one} One`], b: [] });
      await run('drop table notes');
    });
  });
});

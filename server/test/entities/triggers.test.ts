import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statement } from '../../src/db/database.js';
import { quote } from '../../src/db/names.js';
import type { Kind } from '../../src/entities/kinds.js';
import { syncTriggers } from '../../src/entities/triggers/sync.js';
import { DATABASE_KINDS, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { chat, chatId, clearHostTables, createHostTables, host, kinds } from './hostTables.js';

const INBOX = statement<{ line: string }>(
  'test_inbox',
  `select concat_ws(' ', coalesce(workspace_id, '*'), kind, coalesce(entity_id, '*')) as line from guildhall.inbox order by id`,
);
const VERSION = statement<{ version: number }>(
  'test_version',
  `select current_setting('server_version_num')::int as version`,
);
const TRIGGERS = statement<{ line: string }>(
  'test_triggers',
  `select tgrelid::regclass::text || ' ' || tgname || ' ' || oid as line from pg_trigger where tgname like 'guildhall%' order by 1`,
);

describe.each(DATABASE_KINDS)('triggers on %s', (databaseKind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(databaseKind);
    await createHostTables(test.database);
    await syncTriggers(test.database, kinds);
  });
  afterAll(() => test.dispose());
  beforeEach(() => clearHostTables(test.database));

  const run = (text: string) => host(test.database, text);
  const take = async () => {
    const lines = (await test.database.query(INBOX, [])).map(({ line }) => line);
    await run('truncate guildhall.inbox');
    return lines.toSorted();
  };
  const told = async (text: string) => {
    await run(text);
    return take();
  };
  const [one, two] = [chatId(1), chatId(2)];
  const insertChat = (id: string, workspace: string | null) =>
    `insert into chats (id, workspace_id) values ('${id}', ${workspace === null ? 'null' : `'${workspace}'`})`;

  describe('of a table with a column', () => {
    it('tell of rows that come, change and go, each once in a statement', async () => {
      expect(await told(`insert into chats (id, workspace_id) values ('${one}', 'a'), ('${two}', 'b')`)).toEqual([
        `a chat ${one}`,
        `b chat ${two}`,
      ]);
      expect(await told(`update chats set name = 'Renamed' where id = '${one}'`)).toEqual([`a chat ${one}`]);
      expect(await told(`update chats set sharing = 'public'`)).toEqual([`a chat ${one}`, `b chat ${two}`]);
      expect(await told(`delete from chats where workspace_id = 'a'`)).toEqual([`a chat ${one}`]);
      expect(await told(`delete from chats where false`)).toEqual([]);
    });

    it('tell both workspaces of a move, and nobody of what is in none', async () => {
      await told(insertChat(one, 'a'));
      expect(await told(`update chats set workspace_id = 'b'`)).toEqual([`a chat ${one}`, `b chat ${one}`]);
      expect(await told(`update chats set workspace_id = null`)).toEqual([`b chat ${one}`]);
      expect(await told(`update chats set name = 'Nobody sees this'`)).toEqual([]);
      expect(await told(`update chats set workspace_id = 'a'`)).toEqual([`a chat ${one}`]);
    });

    it('tell of the old id and of the new one', async () => {
      await told(insertChat(one, 'a'));
      expect(await told(`update chats set id = '${two}'`)).toEqual([`a chat ${one}`, `a chat ${two}`]);
    });

    it('tell more than 500 of a workspace as one, and the others one by one', async () => {
      const many = (workspace: string, count: number) => `select '${workspace}' from generate_series(1, ${count})`;
      const lines = await told(
        `insert into chats (workspace_id) ${many('a', 501)} union all ${many('b', 500)} union all ${many('c', 1)}`,
      );
      expect(lines.filter((line) => line.startsWith('a'))).toEqual(['a chat *']);
      expect(lines.filter((line) => line.startsWith('b'))).toHaveLength(500);
      expect(lines.filter((line) => line.startsWith('c'))).toHaveLength(1);
    });

    it('tell a statement of 100,000 rows in a few lines', async () => {
      const insert = `insert into chats (workspace_id) select 'w' || n % 10 from generate_series(1, 100000) n`;
      expect(await told(insert)).toEqual(Array.from({ length: 10 }, (_, nth) => `w${nth} chat *`));
      expect(await told(`update chats set name = 'x'`)).toHaveLength(10);
      expect(await told('delete from chats')).toHaveLength(10);
    });

    it('tell of what ON CONFLICT inserts and of what it updates', async () => {
      await told(insertChat(one, 'a'));
      expect(
        await told(
          `insert into chats (id, workspace_id) values ('${one}', 'b'), ('${two}', 'c')
             on conflict (id) do update set workspace_id = excluded.workspace_id`,
        ),
      ).toEqual([`a chat ${one}`, `b chat ${one}`, `c chat ${two}`]);
      expect(await told(`${insertChat(one, 'z')} on conflict do nothing`)).toEqual([]);
    });

    it('tell of all that MERGE does', async () => {
      const [server] = await test.database.query(VERSION, []);
      await told(`insert into chats (id, workspace_id) values ('${one}', 'a'), ('${two}', 'b')`);
      const merge = `merge into chats c using (values ('${one}'::uuid, 'x'), ('${two}', 'gone'), ('${chatId(3)}', 'new')) s(id, workspace)
           on c.id = s.id
         when matched and s.workspace = 'gone' then delete
         when matched then update set workspace_id = s.workspace
         when not matched then insert (id, workspace_id) values (s.id, s.workspace)`;
      const old = (server?.version ?? 0) < 150_000;
      if (old) await expect(run(merge)).rejects.toThrow('Failed query');
      else
        expect(await told(merge)).toEqual([`a chat ${one}`, `b chat ${two}`, `new chat ${chatId(3)}`, `x chat ${one}`]);
    });

    it('tell every workspace when the table is emptied', async () => {
      await told(insertChat(one, 'a'));
      // The tables below it are emptied, too, and each says so of what is above it.
      expect(await told('truncate chats cascade')).toEqual(['* chat *', '* chat *', '* message *']);
    });
  });

  describe('of a join table', () => {
    beforeEach(async () => {
      await run(`insert into assistants (id) values ('x'), ('y')`);
      await run(`insert into assistant_workspaces values ('x', 'a'), ('x', 'b')`);
      await take();
    });

    it('tell the workspaces that an entity comes into, moves between and leaves', async () => {
      expect(await told(`insert into assistant_workspaces values ('y', 'a')`)).toEqual(['a assistant y']);
      expect(await told(`update assistant_workspaces set workspace_id = 'c' where workspace_id = 'b'`)).toEqual([
        'b assistant x',
        'c assistant x',
      ]);
      expect(await told(`delete from assistant_workspaces where workspace_id = 'a'`)).toEqual([
        'a assistant x',
        'a assistant y',
      ]);
      expect(await told('truncate assistant_workspaces')).toEqual(['* assistant *']);
    });

    it('leave it to the sequencer where an entity is that changed', async () => {
      expect(await told(`update assistants set name = 'Renamed' where id = 'x'`)).toEqual(['* assistant x']);
    });

    it('tell each workspace of what is deleted with all that names it', async () => {
      expect(await told(`delete from assistants where id = 'x'`)).toEqual([
        '* assistant x',
        'a assistant x',
        'b assistant x',
      ]);
    });
  });

  describe('of a table below another', () => {
    beforeEach(async () => {
      await run(insertChat(one, 'a'));
      await run(insertChat(two, 'b'));
      await run(`insert into messages (id, chat_id) values (1, '${one}')`);
      await take();
    });

    it('tell of what is above it, however many rows there were', async () => {
      expect(await told(`insert into messages (chat_id) select '${one}' from generate_series(1, 1000)`)).toEqual([
        `* chat ${one}`,
      ]);
      expect(await told(`update messages set content = 'x'`)).toEqual([`* chat ${one}`]);
      expect(await told(`update messages set chat_id = '${two}' where id = 1`)).toEqual([
        `* chat ${one}`,
        `* chat ${two}`,
      ]);
      expect(await told('delete from messages')).toEqual([`* chat ${one}`, `* chat ${two}`]);
    });

    it('tell of what is right above it, and the sequencer goes on from there', async () => {
      expect(await told('insert into parts (message_id) values (1)')).toEqual(['* message 1']);
    });

    it('tell the workspace of a chat that goes with all its messages', async () => {
      await run('insert into parts (message_id) values (1)');
      await take();
      expect(await told(`delete from chats where id = '${one}'`)).toEqual([
        '* chat ' + one,
        '* message 1',
        `a chat ${one}`,
      ]);
    });

    it('tell of the parents that a join table names', async () => {
      await run(`insert into assistants (id) values ('x')`);
      await take();
      expect(await told(`insert into files (id) values ('f')`)).toEqual(['* file f']);
      expect(await told(`insert into assistant_files values ('x', 'f')`)).toEqual(['* assistant x']);
      expect(await told(`update files set updated_at = now()`)).toEqual(['* file f']);
      expect(await told(`delete from files`)).toEqual(['* assistant x', '* file f']);
    });
  });

  describe('whoever writes', () => {
    const as = async (role: string, texts: readonly string[]) =>
      test.database.transaction(async ({ orm }) => {
        await orm.execute(sql.raw(`set local role ${role}`));
        for (const text of texts) await orm.execute(sql.raw(text));
      });

    it('need not be allowed anything in the schema guildhall, and is allowed nothing', async () => {
      const role = `app_${databaseKind}`;
      await run(`drop role if exists ${role}`);
      await run(`create role ${role}`);
      try {
        await run(`grant select, insert, update, delete on chats to ${role}`);
        await as(role, [insertChat(one, 'a'), `update chats set workspace_id = 'b'`, 'delete from chats']);
        expect(await take()).toEqual([`a chat ${one}`, `a chat ${one}`, `b chat ${one}`, `b chat ${one}`]);
        for (const text of [`insert into guildhall.inbox (kind) values ('chat')`, 'select guildhall.tell_chat()'])
          await expect(as(role, [text])).rejects.toMatchObject({
            cause: { message: 'permission denied for schema guildhall' },
          });
      } finally {
        await run(`drop owned by ${role}`);
        await run(`drop role ${role}`);
      }
    });

    it('cannot put anything of their own in the way', async () => {
      await test.database.transaction(async ({ orm }) => {
        const texts = [
          'create temporary table new_rows (id uuid, workspace_id text) on commit drop',
          'create temporary table pg_attribute (attname name) on commit drop',
          'set local search_path = pg_temp, public',
          insertChat(one, 'a'),
        ];
        for (const text of texts) await orm.execute(sql.raw(text));
      });
      expect(await take()).toEqual([`a chat ${one}`]);
    });

    it('tells nothing of what is rolled back', async () => {
      const failed = test.database.transaction(async ({ orm }) => {
        await orm.execute(sql.raw(insertChat(one, 'a')));
        throw new Error('The host changed its mind.');
      });
      await expect(failed).rejects.toThrow('changed its mind');
      expect(await take()).toEqual([]);
    });

    it('is not told where the session says that it replicates', async () => {
      await test.database.transaction(async ({ orm }) => {
        await orm.execute(sql.raw('set local session_replication_role = replica'));
        await orm.execute(sql.raw(insertChat(one, 'a')));
      });
      expect(await take()).toEqual([]);
    });

    it('goes on writing when a column has another name or type, or is gone', async () => {
      await run('create table notes (id integer primary key, workspace_id text, name text)');
      await syncTriggers(test.database, [...kinds, noteKind('notes')]);
      await told(`insert into notes values (1, 'a', '')`);
      await run('alter table notes alter column workspace_id type varchar(30)');
      expect(await told(`update notes set name = 'x'`)).toEqual(['a note 1']);
      await run('alter table notes rename column workspace_id to team_id');
      expect(await told(`update notes set name = 'y'`)).toEqual([]);
      await run('alter table notes rename column team_id to workspace_id');
      expect(await told(`update notes set name = 'z'`)).toEqual(['a note 1']);
      await run('alter table notes drop column workspace_id');
      expect(await told(`delete from notes`)).toEqual([]);
      await run('drop table notes');
      await syncTriggers(test.database, kinds);
    });
  });

  const noteKind = (table: string): Kind => ({ ...chat, name: 'note', table: { schema: 'public', name: table } });

  describe('of partitions and of tables that inherit', () => {
    const drop = async (...tables: string[]) => {
      for (const table of tables) await run(`drop table ${table} cascade`);
      await syncTriggers(test.database, kinds);
    };
    const add = (table: string) => syncTriggers(test.database, [...kinds, noteKind(table)]);

    it('tell once, whether the table is written to or a part of it', async () => {
      await run('create table notes (id integer, workspace_id text, name text) partition by list (workspace_id)');
      await run(`create table notes_a partition of notes for values in ('a')`);
      await run(`create table notes_b partition of notes for values in ('b')`);
      await add('notes');
      expect(await told(`insert into notes values (1, 'a'), (2, 'b')`)).toEqual(['a note 1', 'b note 2']);
      expect(await told(`insert into notes_a values (3, 'a')`)).toEqual(['a note 3']);
      expect(await told(`update notes set workspace_id = 'b' where id = 3`)).toEqual(['a note 3', 'b note 3']);
      expect(await told('delete from notes_b where id = 3')).toEqual(['b note 3']);
      await run(`create table notes_c partition of notes for values in ('c')`);
      expect(await told(`insert into notes values (4, 'c')`)).toEqual(['c note 4']);
      expect((await add('notes')).filter(({ action }) => action !== 'none')).toMatchObject([
        { table: '"public"."notes_c"', state: 'missing', action: 'installed' },
      ]);
      expect(await told(`insert into notes_c values (5, 'c')`)).toEqual(['c note 5']);
      await drop('notes');
    });

    it('tell once of rows of a table that inherits', async () => {
      await run('create table notes (id integer, workspace_id text, name text)');
      await run('create table long_notes (pages integer) inherits (notes)');
      await add('notes');
      expect(await told(`insert into long_notes values (1, 'a', '', 9)`)).toEqual(['a note 1']);
      expect(await told(`update notes set name = 'x'`)).toEqual(['a note 1']);
      await drop('notes');
    });
  });

  describe('syncTriggers', () => {
    const changes = (reports: Awaited<ReturnType<typeof syncTriggers>>) =>
      reports.filter(({ action }) => action !== 'none');

    it('finds nothing to do the second time, and touches nothing', async () => {
      const before = await test.database.query(TRIGGERS, []);
      const reports = await syncTriggers(test.database, kinds);
      expect(changes(reports)).toEqual([]);
      expect(new Set(reports.map(({ state }) => state))).toEqual(new Set(['up_to_date']));
      expect(await test.database.query(TRIGGERS, [])).toEqual(before);
    });

    it('only says how things stand when it is asked to', async () => {
      await run('alter table chats disable trigger guildhall_chat_update');
      await run('drop trigger guildhall_message_insert on messages');
      await run(`drop trigger guildhall_part_insert on parts`);
      await run(`drop trigger guildhall_part_update on parts`);
      await run(`drop trigger guildhall_part_delete on parts`);
      await run(`drop trigger guildhall_part_truncate on parts`);
      const before = await test.database.query(TRIGGERS, []);
      const status = await syncTriggers(test.database, kinds.slice(0, 4), { mode: 'status' });
      expect(changes(status)).toEqual([]);
      expect(status.map(({ table, state }) => `${table} ${state}`)).toEqual([
        '"public"."chats" disabled',
        '"public"."assistants" up_to_date',
        '"public"."assistant_workspaces" up_to_date',
        '"public"."messages" outdated',
        '"public"."parts" missing',
        '"public"."files" not_registered',
        '"public"."assistant_files" not_registered',
      ]);
      expect(await test.database.query(TRIGGERS, [])).toEqual(before);
      expect(changes(await syncTriggers(test.database, kinds)).map(({ action }) => action)).toEqual([
        'updated',
        'updated',
        'installed',
      ]);
      expect(await told(insertChat(one, 'a'))).toEqual([`a chat ${one}`]);
      expect(await told(`update chats set name = 'x'`)).toEqual([`a chat ${one}`]);
    });

    it('follows a registration that changes', async () => {
      await run('alter table chats add column team_id text');
      const moved: Kind = { ...chat, place: { by: 'column', column: 'team_id' } };
      expect(changes(await syncTriggers(test.database, [moved, ...kinds.slice(1)]))).toMatchObject([
        { kind: 'chat', state: 'outdated', action: 'updated' },
      ]);
      expect(await told(`insert into chats (id, workspace_id, team_id) values ('${one}', 'a', 't')`)).toEqual([
        `t chat ${one}`,
      ]);
      await syncTriggers(test.database, kinds);
      await run('alter table chats drop column team_id');
    });

    it('takes names with quotes and capitals, which mean what they say', async () => {
      const name = `Odd "one"; it's`;
      await run(`create schema ${quote(name)}`);
      await run(`create table ${quote(name)}.${quote(name)} (${quote(name)} text, "Team" text)`);
      const odd: Kind = {
        ...chat,
        name: 'odd-One_2',
        table: { schema: name, name },
        id: name,
        place: { by: 'column', column: 'Team' },
      };
      await syncTriggers(test.database, [...kinds, odd]);
      expect(await told(`insert into ${quote(name)}.${quote(name)} values ('it', 'a')`)).toEqual(['a odd-One_2 it']);
      expect(changes(await syncTriggers(test.database, [...kinds, odd]))).toEqual([]);
      await run(`drop schema ${quote(name)} cascade`);
      expect(changes(await syncTriggers(test.database, kinds))).toEqual([]);
    });

    it('says of each table that is not as registered what is wrong, and does the others', async () => {
      await run('create view chat_names as select id, workspace_id from chats');
      const reports = await syncTriggers(test.database, [
        ...kinds,
        { ...chat, name: 'gone', table: { schema: 'public', name: 'gone' } },
        { ...chat, name: 'viewed', table: { schema: 'public', name: 'chat_names' } },
        { ...chat, name: 'other', place: { by: 'column', column: 'team' } },
      ]);
      expect(changes(reports)).toMatchObject([
        {
          kind: 'gone',
          state: 'impossible',
          action: 'failed',
          problem: expect.stringContaining('no table "public"."gone"') as string,
        },
        { kind: 'viewed', state: 'impossible', problem: expect.stringContaining('is a view') as string },
        { kind: 'other', state: 'impossible', problem: expect.stringContaining('no column "team"') as string },
      ]);
      await run('drop view chat_names');
    });

    it('removes all that is its own, and nothing of the host’s', async () => {
      await run('create function keep() returns trigger language plpgsql as $$ begin return null; end $$');
      await run('create trigger keep after insert on chats for each statement execute function keep()');
      const removed = await syncTriggers(test.database, kinds, { mode: 'remove' });
      expect(new Set(removed.map(({ action }) => action))).toEqual(new Set(['removed']));
      expect(await told(insertChat(one, 'a'))).toEqual([]);
      expect(await test.database.query(TRIGGERS, [])).toEqual([]);
      expect(await syncTriggers(test.database, kinds, { mode: 'remove' })).toEqual([]);
      await run('drop trigger keep on chats');
      await run('drop function keep()');
      expect(changes(await syncTriggers(test.database, kinds))).toHaveLength(7);
    });

    it('wants a database that is migrated', async () => {
      await run('alter table guildhall.inbox rename to elsewhere');
      await expect(syncTriggers(test.database, kinds)).rejects.toThrow('guildhall migrate');
      await run('alter table guildhall.elsewhere rename to inbox');
    });
  });
});

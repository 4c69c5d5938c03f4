import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.js';
import { ask } from '../../src/db/names.js';
import { printPolicies } from '../../src/entities/policies/print.js';
import { createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { asBrowser } from './againstPolicies.js';
import { CHAT_APP_KINDS, createChatApp, runScript } from './fixtures/chatApp.js';
import { PEOPLE, PLACES, THINGS, smallWorld } from './fixtures/smallWorld.js';
import { worldSql } from './worldSql.js';

const { ann, ben, eve, rob } = PEOPLE;
const { acme, evesOwn } = PLACES;
const { chat, linkChat, message, linkMessage, citation, assistant, file, evesAssistant, robsChat, linkTool } = THINGS;

const POLICIES = printPolicies(CHAT_APP_KINDS, { user: 'auth.uid()', role: 'authenticated', anon: 'anon' });

async function createHost(): Promise<TestDatabase> {
  const test = await createTestDatabase('postgres');
  await createChatApp(test.database);
  await runScript(test.database, worldSql(smallWorld));
  return test;
}

const TRY = ask<{ touched: number[] }>('select attempts($1) as touched');

/** How many rows a statement touches, or -1 where it is refused. It is taken back. */
async function tryAs(database: Database, me: string | null, text: string): Promise<number | undefined> {
  const [answer] = await asBrowser(database, me, (executor) => executor.query(TRY, [[text]]));
  return answer?.touched[0];
}

const find = (table: string, id: string) => `select from ${table} where id = '${id}'`;
const intoChat = (chatId: string, user: string, made = '') =>
  `insert into messages (chat_id, user_id, content) values ('${chatId}', '${user}', 'As if it were mine')${made}`;
const newChat = (user: string, workspace: string) =>
  `insert into chats (user_id, workspace_id) values ('${user}', '${workspace}')`;
const attach = (table: 'assistant_workspaces' | 'assistant_files', one: string, other: string) =>
  table === 'assistant_files'
    ? `insert into assistant_files (user_id, assistant_id, file_id) values ('${eve}', '${one}', '${other}')`
    : `insert into assistant_workspaces (user_id, assistant_id, workspace_id) values ('${eve}', '${one}', '${other}')`;

let before: TestDatabase;
let after: TestDatabase;
beforeAll(async () => {
  [before, after] = await Promise.all([createHost(), createHost()]);
  await runScript(after.database, POLICIES);
});
afterAll(() => Promise.all([before.dispose(), after.dispose()]));

describe('what the host’s own policies leave open', () => {
  it.each<[title: string, me: string | null, text: string]>([
    ['a message in another’s private chat, in their name', eve, intoChat(chat.id, ann)],
    ['a message in another’s private chat', eve, intoChat(chat.id, eve)],
    ['a chat in another’s workspace', eve, newChat(eve, acme)],
    ['a chat that moves into another’s workspace', rob, `update chats set workspace_id = '${evesOwn}'`],
    ['another’s public assistant in one’s own workspace', eve, attach('assistant_workspaces', assistant.id, evesOwn)],
    ['one’s own assistant in another’s workspace', eve, attach('assistant_workspaces', evesAssistant.id, acme)],
    ['another’s file with one’s own public assistant', eve, attach('assistant_files', evesAssistant.id, file.id)],
    ['a chat of who was removed, read', rob, find('chats', robsChat.id)],
    ['a chat of who was removed, changed', rob, `update chats set name = 'Mine still' where id = '${robsChat.id}'`],
    ['a chat of who was removed, deleted', rob, `delete from chats where id = '${robsChat.id}'`],
    ['a chat with a link, for who is not signed in', null, find('chats', linkChat.id)],
    ['the messages of a chat with a link', null, find('messages', linkMessage.id)],
    ['the headers of a tool with a link', null, `select custom_headers from tools where id = '${linkTool.id}'`],
    ['a table whose security is off, read', null, `select from citations where id = ${citation.id}`],
    ['a table whose security is off, changed', null, `delete from citations where id = ${citation.id}`],
  ])('%s: closed', async (_title, me, text) => {
    expect(await tryAs(before.database, me, text)).toBeGreaterThan(0);
    expect(await tryAs(after.database, me, text)).toBeLessThanOrEqual(0);
  });
});

describe('what the host’s own policies leave closed', () => {
  it.each<[title: string, me: string | null, text: string]>([
    ['a colleague’s private chat', ben, find('chats', chat.id)],
    ['its messages', ben, find('messages', message.id)],
    ['a colleague’s private file', ben, find('files', file.id)],
    ['the files of a public assistant, for who is elsewhere', eve, find('files', file.id)],
    ['the files of a public assistant, for who is not signed in', null, find('files', file.id)],
    ['which files those are', null, `select from assistant_files where assistant_id = '${assistant.id}'`],
  ])('%s: open', async (_title, me, text) => {
    expect(await tryAs(before.database, me, text)).toBe(0);
    expect(await tryAs(after.database, me, text)).toBe(1);
  });
});

describe('with the policies', () => {
  it.each<[title: string, expected: number, me: string | null, text: string]>([
    ['a creator writes messages into their chat, and reads them back', 1, ann, intoChat(chat.id, ann, ' returning id')],
    ['a colleague reads that chat and writes nothing into it', -1, ben, intoChat(chat.id, ben)],
    ['nobody writes in the name of another, not even into their own chat', -1, ann, intoChat(chat.id, ben)],
    ['a colleague does not change a chat', 0, ben, `update chats set name = 'Ours' where id = '${chat.id}'`],
    ['a creator gives a chat to nobody else', -1, ann, `update chats set user_id = '${ben}' where id = '${chat.id}'`],
    ['a creator makes a chat', 1, ann, newChat(ann, acme)],
    [
      'who makes an assistant reads it before it is in a workspace',
      1,
      ann,
      `insert into assistants (user_id, name) values ('${ann}', 'New') returning id`,
    ],
    [
      'nobody makes an assistant in another’s name',
      -1,
      ann,
      `insert into assistants (user_id, name) values ('${ben}', 'New')`,
    ],
    ['nobody can ask for memberships by name', -1, eve, 'select guildhall.policy_workspaces()'],
    [
      'nobody can ask what an array of workspaces would open',
      -1,
      eve,
      `select guildhall.policy_holds_chat('${chat.id}', null, array['${acme}'])`,
    ],
    ['nobody reads the members', -1, eve, 'select from guildhall.members'],
  ])('%s', async (_title, expected, me, text) => {
    expect(await tryAs(after.database, me, text)).toBe(expected);
  });

  it('reads the workspaces of a person once for each statement, and finds a workspace’s chats by their index', async () => {
    const { database, dispose } = await createHost();
    await runScript(database, POLICIES);
    await runScript(
      database,
      `insert into chats (user_id, workspace_id) select '${eve}', ('00000004-0000-4000-8000-' || lpad((n % 400)::text, 12, '0'))::uuid
         from generate_series(1, 20000) n;
       insert into chats (user_id, workspace_id) select '${ann}', '${acme}' from generate_series(1, 100);
       analyze chats;`,
    );
    const explain = async (text: string) => {
      const { rows } = (await asBrowser(database, ben, ({ orm }) =>
        orm.execute(sql.raw(`explain (costs off) ${text}`)),
      )) as unknown as { rows: Record<string, string>[] };
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const some = await explain(`select id from chats where workspace_id = '${acme}' order by updated_at desc limit 20`);
    expect(some).toMatch(/Index (Only )?Scan.* (using|on) chats_workspace_id/);
    expect(some).toMatch(/Index Cond: \(workspace_id = /);
    for (const plan of [some, await explain('select id from chats')]) {
      expect(plan).toMatch(/InitPlan/);
      expect(plan).not.toContain('policy_workspaces');
    }
    await dispose();
  });
});

describe('another host', () => {
  it('whose people are in a setting, and which has no role for those not signed in, has the same rule', async () => {
    const { database, dispose } = await createHost();
    const options = { user: "current_setting('app.user_id', true)", role: 'authenticated', anon: null };
    await runScript(database, printPolicies(CHAT_APP_KINDS, options));
    const found = async (me: string) => {
      const { rows } = (await database.transaction(async ({ orm }) => {
        await orm.execute(
          sql.raw(`select set_config('app.user_id', '${me}', true), set_config('role', 'authenticated', true)`),
        );
        return orm.execute(sql.raw('select name from chats order by name'));
      })) as unknown as { rows: { name: string }[] };
      return rows.length;
    };
    expect([await found(ann), await found(ben), await found(eve), await found('')]).toEqual([3, 3, 0, 0]);
    await dispose();
  });

  it('lets no row in whose other place is another’s', async () => {
    const { database, dispose } = await createHost();
    const chats = CHAT_APP_KINDS.find(({ name }) => name === 'chat');
    if (!chats) throw new Error('no kind');
    await runScript(
      database,
      `create table notes (id int primary key generated always as identity, user_id uuid, workspace_id uuid, chat_id uuid);
       grant all on notes to authenticated;`,
    );
    const note = { ...chats, name: 'note', table: { schema: 'public', name: 'notes' }, sharing: null };
    const chatNote = { ...note, name: 'chatNote', place: { by: 'parent', parent: chats, column: 'chat_id' } } as const;
    const options = { user: 'auth.uid()', role: 'authenticated', anon: null };
    await runScript(database, printPolicies([chats, note, chatNote], options));
    const put = (me: string, workspace: string, chatId: string) =>
      tryAs(
        database,
        me,
        `insert into notes (user_id, workspace_id, chat_id) values ('${me}', ${workspace}, ${chatId})`,
      );
    const [annsChat, evesPlace, annsPlace] = [chat.id, evesOwn, acme].map((id) => `'${id}'`) as [
      string,
      string,
      string,
    ];
    expect(await put(eve, evesPlace, 'null')).toBe(1);
    expect(await put(eve, evesPlace, annsChat)).toBe(-1);
    expect(await put(eve, 'null', annsChat)).toBe(-1);
    expect(await put(eve, 'null', 'null')).toBe(-1);
    expect(await put(ann, annsPlace, annsChat)).toBe(1);
    expect(await put(ann, evesPlace, annsChat)).toBe(-1);
    await dispose();
  });

  it('has it in tables whose names are anything at all', async () => {
    const { database, dispose } = await createHost();
    const [odd] = CHAT_APP_KINDS;
    if (!odd) throw new Error('no kind');
    await runScript(
      database,
      `create schema "The ""host"""; create table "The ""host"""."Chats; drop" ("Id" int primary key, "user" text, "where" text, "Who sees" text);
       grant usage on schema "The ""host""" to authenticated; grant all on "The ""host"""."Chats; drop" to authenticated;
       insert into "The ""host"""."Chats; drop" values (1, '${ann}', '${acme}', 'private'), (2, '${eve}', '${evesOwn}', 'link');`,
    );
    const kind = {
      ...odd,
      table: { schema: 'The "host"', name: 'Chats; drop' },
      id: 'Id',
      creator: 'user',
      sharing: 'Who sees',
      place: { by: 'column', column: 'where' },
    } as const;
    await runScript(database, printPolicies([kind], { user: 'auth.uid()', role: 'authenticated', anon: null }));
    expect(await tryAs(database, ben, 'select from "The ""host"""."Chats; drop"')).toBe(1);
    await dispose();
  });
});

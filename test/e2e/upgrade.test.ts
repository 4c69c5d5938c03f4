import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../server/src/db/database.js';
import { openDatabase } from '../../server/src/db/open.js';
import { launchChromium } from '../support/page.js';
import { startParley } from './support/parley.js';
import { signedIn } from './support/people.js';

/** What tells the tables of the first Parleys from today's: run on today's, it makes them old. */
const AS_IT_WAS = [
  'drop table assistant_files, file_workspaces, files cascade',
  ...['chats', 'assistants', 'prompts'].map((table) => `alter table ${table} drop column created_at`),
  'drop index chats_in_workspace, messages_in_chat, assistant_workspaces_by_assistant, prompt_workspaces_by_prompt',
  'create index chats_by_workspace on chats (workspace_id, updated_at desc, id)',
  'create index messages_by_chat on messages (chat_id, created_at, id)',
  `do $$ declare fired record; begin
     for fired in select tgname, tgrelid::regclass as place from pg_trigger where tgname like 'guildhall\\_%' loop
       execute format('drop trigger %I on %s', fired.tgname, fired.place);
     end loop;
   end $$`,
];

/** Every column, index and trigger of Parley's own tables, a line each. */
const SHAPE = `
  select concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable, column_default) as line
    from information_schema.columns where table_schema = 'public'
  union all select concat('index ', indexdef) from pg_indexes where schemaname = 'public'
  union all select concat('trigger ', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
  order by 1`;

describe('The data directory of an older Parley', () => {
  let directory: string;
  let today: string[];
  let before: string[];
  const start = () => startParley({ DATA_DIR: directory });
  const ask = <Row>(database: Database, text: string) => database.query<Row>({ name: '', text }, []);

  async function inDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await openDatabase({ kind: 'pglite', directory: join(directory, 'db') });
    return work(database).finally(() => database.close());
  }
  const shape = () =>
    inDatabase(async (database) => (await ask<{ line: string }>(database, SHAPE)).map(({ line }) => line));

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-data-'));
    await (await start()).stop();
    today = await shape();
    await inDatabase(async (database) => {
      for (const statement of AS_IT_WAS) await ask(database, statement);
    });
    before = await shape();
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('goes on: what was there is there, what is new has room, changes are heard, and the tables are today’s', async () => {
    expect(before).not.toEqual(today);
    const parley = await start();
    const browser = await launchChromium();
    try {
      const amara = await signedIn(browser, parley, 'amara');
      const tomas = await signedIn(browser, parley, 'tomas');
      await tomas.page.goto('/w/northwind-studio');
      await tomas.page.getByRole('link', { name: 'Autumn campaign tone of voice' }).waitFor();
      const file = { name: 'notes.txt', content: 'Kept.', type: 'text/plain' };
      await amara.ask('/workspaces/northwind-studio/files', 'POST', file);
      await tomas.page.getByRole('link', { name: 'notes.txt' }).waitFor();
      await amara.ask('/workspaces/northwind-studio/chats/autumn-campaign', 'PATCH', { name: 'Tone for autumn' });
      await tomas.page.getByRole('link', { name: 'Tone for autumn' }).waitFor();
      expect(tomas.complaints).toEqual([]);
    } finally {
      await browser.close();
      await parley.stop();
    }
    expect(await shape()).toEqual(today);
  });
});

import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { syncIndexes } from '../../src/entities/indexes/command.js';
import { readEnv } from '../../src/env.js';
import { createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { chat, createHostTables, kinds } from './hostTables.js';

let test: TestDatabase;
let psql: pg.Client;
beforeAll(async () => {
  test = await createTestDatabase('postgres');
  await createHostTables(test.database);
  psql = new pg.Client({ connectionString: test.url ?? '' });
  await psql.connect();
});
afterAll(async () => {
  await psql.end();
  await test.dispose();
});

async function run(...[registered, ...args]: [typeof kinds, ...string[]]) {
  const lines: string[] = [];
  const config = readEnv({ DATABASE_URL: test.url ?? '' });
  const code = await syncIndexes(config, args, { kinds: registered, print: (line) => lines.push(line) });
  return { code, lines };
}

it('guildhall sync-indexes prints SQL that psql runs as it is, until nothing is missing', async () => {
  const { code, lines } = await run(kinds);
  expect(code).toBe(0);
  expect(lines.slice(0, 2)).toEqual([
    '-- lists of chat',
    expect.stringMatching(
      /^create index concurrently if not exists "guildhall_chats_[0-9a-f]{8}" on "public"\."chats" \("workspace_id", "updated_at", "id"\);$/,
    ),
  ]);
  for (const line of lines) await psql.query(line);
  expect(await run(kinds)).toEqual({ code: 0, lines: ['-- All indexes are there.'] });
});

it('guildhall sync-indexes makes one anew that was never finished', async () => {
  const name = /"(guildhall_chats_[0-9a-f]{8})"/;
  const { rows } = await psql.query<{ indexname: string }>(
    `select indexname from pg_indexes where tablename = 'chats' and indexname like 'guildhall%'`,
  );
  const [{ indexname }] = rows as [{ indexname: string }];
  await psql.query(`update pg_index set indisvalid = false where indexrelid = '${indexname}'::regclass`);
  const { lines } = await run(kinds);
  expect(lines).toEqual([
    '-- lists of chat',
    `drop index concurrently if exists "public"."${indexname}";`,
    expect.stringMatching(/^create index concurrently/),
  ]);
  expect(name.exec(lines[2] ?? '')?.[1]).toBe(indexname);
  for (const line of lines) await psql.query(line);
  expect((await run(kinds)).lines).toEqual(['-- All indexes are there.']);
});

it('guildhall sync-indexes says which kinds it could not look at, and takes no options', async () => {
  const gone = { ...chat, name: 'gone', table: { schema: 'public', name: 'gone' } };
  expect(await run([chat, gone])).toEqual({
    code: 1,
    lines: [expect.stringMatching(/^-- gone: There is no table "public"\."gone"/)],
  });
  await expect(run([chat], '--apply')).rejects.toThrow('--apply');
});

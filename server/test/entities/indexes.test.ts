import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingIndexes } from '../../src/entities/indexes/missing.js';
import { toKinds } from '../../src/entities/toKinds.js';
import { DATABASE_KINDS, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { KINDS, TABLES, createTables, makeIndexes, run, statementsOf } from './indexedTables.js';

const definitionOf = (line: string) => line.replace(/^.* on /, '').replaceAll('"', '');

describe.each(DATABASE_KINDS)('the indexes that are wanted, on %s', (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(kind);
    await createTables(test.database);
  });
  afterAll(() => test.dispose());

  it('are those that no index of the host’s covers', async () => {
    const { lines, problems } = await missingIndexes(test.database, KINDS);
    expect(problems).toEqual([]);
    expect(statementsOf(lines).map(definitionOf)).toEqual([
      `public.chats (workspace_id, coalesce(updated_at, created_at, '-infinity'::timestamp with time zone), id);`,
      'public.notes (workspace_id, updated_at, id collate C);',
      `public.messages (chat_id, coalesce(updated_at, created_at, '-infinity'::timestamp with time zone), id);`,
      'public.assistant_workspaces (workspace_id, assistant_id);',
      'public.assistant_files (file_id, assistant_id);',
    ]);
    expect(lines.every((line) => /^(-- |create index concurrently if not exists "guildhall_\w+" on )/.test(line))).toBe(
      true,
    );
  });

  it('are none, once they have been made', async () => {
    const before = await missingIndexes(test.database, KINDS);
    await makeIndexes(test.database);
    expect(await missingIndexes(test.database, KINDS)).toEqual({ lines: [], count: 0, problems: [] });
    for (const line of statementsOf(before.lines)) await run(test.database, line.replace(' concurrently', ''));
  });

  it.each([
    ['the same', 'workspace_id, updated_at, id collate "C"', true],
    ['the other way round', 'workspace_id desc, updated_at desc, id collate "C" desc', true],
    ['more columns behind', 'workspace_id, updated_at, id collate "C", sharing', true],
    ['ids in the language of the database', 'workspace_id, updated_at, id', false],
    ['two directions', 'workspace_id, updated_at desc, id collate "C" desc', false],
    ['nulls elsewhere', 'workspace_id, updated_at nulls first, id collate "C" nulls first', false],
    ['the workspace alone', 'workspace_id', false],
    ['another order', 'updated_at, workspace_id, id collate "C"', false],
  ])('take %s for what it is', async (_what, columns, isEnough) => {
    const notes = KINDS.filter(({ name }) => name === 'note');
    for (const line of statementsOf((await missingIndexes(test.database, notes)).lines))
      await run(test.database, line.replace(' concurrently', ''));
    await run(test.database, 'drop table notes');
    await run(test.database, TABLES[1] ?? '');
    await run(test.database, `create index on notes (${columns})`);
    expect((await missingIndexes(test.database, notes)).count).toBe(isEnough ? 0 : 1);
  });

  it('are not those for some rows alone', async () => {
    await run(test.database, 'drop table notes');
    await run(test.database, TABLES[1] ?? '');
    await run(
      test.database,
      `create index on notes (workspace_id, updated_at, id collate "C") where sharing = 'private'`,
    );
    expect((await missingIndexes(test.database, KINDS)).count).toBe(1);
  });

  it('are said of what can have none, and of kinds that cannot be read', async () => {
    await run(test.database, 'create view seen as select * from notes');
    await run(
      test.database,
      `create table parted (id text, workspace_id text, sharing text, updated_at timestamp not null) partition by list (workspace_id)`,
    );
    const usual = { columns: { title: null, creator: null } };
    const kinds = toKinds({
      seen: { table: 'seen', ...usual },
      part: { table: 'parted', ...usual },
      gone: { table: 'nowhere' },
    });
    const { lines, problems } = await missingIndexes(test.database, kinds);
    expect(problems).toEqual([expect.stringMatching(/^gone: There is no table "public"."nowhere"/)]);
    expect(lines.filter((line) => line.includes('seen'))).toEqual([
      expect.stringMatching(/^-- "public"."seen" is no table/),
      expect.stringMatching(/^-- "public"."seen" is no table/),
    ]);
    const parted = statementsOf(lines);
    expect(parted.map((line) => line.slice(0, 26))).toEqual([
      'create index if not exists',
      'create index if not exists',
    ]);
    for (const line of parted) await run(test.database, line);
    expect(statementsOf((await missingIndexes(test.database, kinds)).lines)).toEqual([]);
  });
});

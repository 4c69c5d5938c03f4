import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnv } from '../../src/env.js';
import { syncTriggersCommand } from '../../src/entities/triggers/command.js';
import { createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { chat, createHostTables } from './hostTables.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('postgres');
  await createHostTables(test.database);
});
afterAll(() => test.dispose());

const gone = { ...chat, name: 'gone', table: { schema: 'public', name: 'gone' } };

async function run(kinds: readonly (typeof chat)[], ...args: string[]) {
  const lines: string[] = [];
  const config = readEnv({ DATABASE_URL: test.url ?? '' });
  const code = await syncTriggersCommand(config, args, { kinds, print: (line) => lines.push(line) });
  return { code, lines };
}

it('guildhall sync-triggers says what it finds, what it does, and whether all is well', async () => {
  expect(await run([chat], '--status')).toEqual({
    code: 1,
    lines: ['chat  "public"."chats"  missing', '1 of 1 tables are not up to date.'],
  });
  expect(await run([chat])).toEqual({
    code: 0,
    lines: ['chat  "public"."chats"  missing, installed', '1 of 1 tables changed.'],
  });
  expect(await run([chat])).toEqual({
    code: 0,
    lines: ['chat  "public"."chats"  up to date', 'All triggers are up to date.'],
  });
  expect(await run([chat], '--status')).toMatchObject({ code: 0 });
  expect(await run([chat, gone])).toMatchObject({
    code: 1,
    lines: [
      'chat  "public"."chats"  up to date',
      'gone  "public"."gone"  failed: There is no table "public"."gone": make it, or name the right one in entities.gone.',
      '1 of 2 tables failed.',
    ],
  });
  expect(await run([chat], '--remove')).toMatchObject({
    code: 0,
    lines: ['chat  "public"."chats"  not registered, removed', '1 of 1 tables changed.'],
  });
  await expect(run([chat], '--status', '--remove')).rejects.toThrow('not both');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { POLICIES, compareWorlds } from './compareWorlds.js';
import { createChatApp, runScript } from './fixtures/chatApp.js';
import { otherPoliciesSql } from './fixtures/chatAppSchema.js';

const WORLDS = { postgres: 200, pglite: 30 };

describe.each(DATABASE_KINDS)('the rule on %s', (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(kind);
    await createChatApp(test.database);
    await runScript(test.database, POLICIES);
  });
  afterAll(() => test.dispose());

  it('lets everybody read and write what it says in random worlds, and nothing else', async () => {
    const worlds = { first: 1, count: WORLDS[kind], withOperations: true };
    expect((await compareWorlds(test.database, worlds)).difference).toBeNull();
  }, 120_000);

  it.each(['none', 'open'] as const)('does so where the host’s own policies are: %s', async (which) => {
    await runScript(test.database, otherPoliciesSql(which));
    const worlds = { first: 1, count: WORLDS[kind] / 5, withOperations: false };
    expect((await compareWorlds(test.database, worlds)).difference).toBeNull();
  });
});

describe('without one policy', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase('postgres');
    await createChatApp(test.database);
  });
  afterAll(() => test.dispose());

  it.each([
    ['none', 'chats', 'guildhall_select'],
    ['none', 'messages', 'guildhall_delete'],
    ['none', 'files', 'guildhall_anon_select'],
    ['none', 'assistant_files', 'guildhall_insert'],
    ['open', 'chats', 'guildhall_select_closed'],
    ['open', 'messages', 'guildhall_insert_closed'],
    ['open', 'assistant_workspaces', 'guildhall_update_closed'],
    ['open', 'files', 'guildhall_anon_delete_closed'],
  ] as const)(
    'beside %s of the host’s own, the one of %s called %s, it is not the rule',
    async (which, table, policy) => {
      await runScript(test.database, otherPoliciesSql(which));
      await runScript(test.database, POLICIES);
      const differences = async (count: number) =>
        (await compareWorlds(test.database, { first: 1, count, withOperations: false })).difference;
      expect(await differences(5)).toBeNull();
      await runScript(test.database, `drop policy ${policy} on ${table};`);
      expect(await differences(30)).not.toBeNull();
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.js';
import { printPolicies } from '../../src/entities/policies/print.js';
import { DATABASE_KINDS, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { comparePolicies } from './againstPolicies.js';
import { CHAT_APP_KINDS, createChatApp, runScript } from './fixtures/chatApp.js';
import { otherPoliciesSql } from './fixtures/chatAppSchema.js';
import { randomWorld } from './randomWorlds.js';
import { worldSql } from './worldSql.js';

const WORLDS = { postgres: 200, pglite: 30 };
/** Of each person in each world. */
const ATTEMPTS = 40;
const POLICIES = printPolicies(CHAT_APP_KINDS, { user: 'auth.uid()', role: 'authenticated', anon: 'anon' });

async function firstDifference(database: Database, worlds: number): Promise<string | null> {
  for (let seed = 1; seed <= worlds; seed += 1) {
    const world = randomWorld(seed);
    await runScript(database, worldSql(world));
    const { differences } = await comparePolicies(database, world, ATTEMPTS);
    if (differences.length > 0) return `seed ${seed}: ${differences.join('\n')}`;
  }
  return null;
}

describe.each(DATABASE_KINDS)('the rule on %s', (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(kind);
    await createChatApp(test.database);
    await runScript(test.database, POLICIES);
  });
  afterAll(() => test.dispose());

  it('lets everybody read and write what it says in random worlds, and nothing else', async () => {
    expect(await firstDifference(test.database, WORLDS[kind])).toBeNull();
  }, 120_000);

  it.each(['none', 'open'] as const)('does so where the host’s own policies are: %s', async (which) => {
    await runScript(test.database, otherPoliciesSql(which));
    expect(await firstDifference(test.database, WORLDS[kind] / 5)).toBeNull();
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
      expect(await firstDifference(test.database, 5)).toBeNull();
      await runScript(test.database, `drop policy ${policy} on ${table};`);
      expect(await firstDifference(test.database, 30)).not.toBeNull();
    },
  );
});

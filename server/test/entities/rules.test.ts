import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntitiesApi } from '../../src/entities/api.js';
import type { Operations } from '../../src/operations.js';
import { createServices } from '../../src/services.js';
import type { Services } from '../../src/services.js';
import { DATABASE_KINDS, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { testDeps } from '../support/inProcess.js';
import { compareOperations } from './againstOperations.js';
import { POLICIES, compareWorlds } from './compareWorlds.js';
import { CHAT_APP, createChatApp, runScript } from './fixtures/chatApp.js';
import { otherPoliciesSql } from './fixtures/chatAppSchema.js';
import { randomWorld } from './randomWorlds.js';
import { worldSql } from './worldSql.js';

const withHost = (services: Services, entities: Partial<EntitiesApi>): Services => ({
  ...services,
  host: { ...services.host, entities: { ...services.host.entities, ...entities } },
});
const withOperations = (services: Services, operations: Partial<Operations>): Services => ({
  ...services,
  operations: { ...services.operations, ...operations },
});

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

describe('with one answer that is another', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase('postgres');
    await createChatApp(test.database);
  });
  afterAll(() => test.dispose());

  const mutants: Readonly<Record<string, (services: Services) => Services>> = {
    'canRead that lets everybody': (services) => withHost(services, { canRead: async () => true }),
    'visibleWhere that leaves the rule out': (services) =>
      withHost(services, {
        visibleWhere: async (_kind, { user, workspace = user }) => `num_nulls(${user}::text, ${workspace}::text) >= 0`,
      }),
    'entities.list that forgets its last': (services) =>
      withOperations(services, {
        'entities.list': async (actor, input) => {
          const page = await services.operations['entities.list'](actor, input);
          return { ...page, items: page.items.slice(0, 1) };
        },
      }),
    'entities.get that tells everybody who made it': (services) =>
      withOperations(services, {
        'entities.get': async (actor, input) => {
          const answer = await services.operations['entities.get'](actor, input);
          return { ...answer, entity: { ...answer.entity, creator: { userId: 'ann', name: 'Ann', imageUrl: null } } };
        },
      }),
  };
  it.each(Object.keys(mutants))('%s is found', async (name) => {
    const services = createServices(testDeps(test.database, { entities: CHAT_APP }));
    const mutant = mutants[name]?.(services) ?? services;
    const found: string[] = [];
    for (let seed = 1; seed <= 10; seed += 1) {
      const world = randomWorld(seed);
      await runScript(test.database, worldSql(world));
      expect((await compareOperations(test.database, services, world, 4)).differences).toEqual([]);
      found.push(...(await compareOperations(test.database, mutant, world, 4)).differences);
    }
    expect(found.length).toBeGreaterThan(0);
  });
});

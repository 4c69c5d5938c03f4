import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GuildhallEvent } from 'guildhall/contract';
import { statement } from '../src/db/database.js';
import type { Identity } from '../src/operations.js';
import { createServices } from '../src/services.js';
import type { Services } from '../src/services.js';
import type { World } from '../../src/testing/world.js';
import { brokenLogs } from './soak/inspect.js';
import { DATABASE_KINDS, clearDatabase, createTestDatabase } from './support/databases.js';
import type { TestDatabase } from './support/databases.js';
import { testDeps } from './support/inProcess.js';
import { seedWorld } from './support/seedWorld.js';

const ada: Identity = { userId: 'ada', email: 'Ada@Kite.example', emailVerified: true, name: 'Ada Lovelace' };
const ben: Identity = { userId: 'ben', email: 'ben@kite.example', emailVerified: true, name: 'Ben' };

const world: World = {
  now: '2026-03-02T09:00:00.000Z',
  users: [
    { id: 'ada', email: 'ada@kite.example', name: 'Ada Lovelace' },
    { id: 'ben', email: 'ben@kite.example', name: 'Ben' },
  ],
  workspaces: [
    {
      id: 'kite',
      name: 'Kite',
      members: [
        { userId: 'ada', role: 'owner' },
        { userId: 'ben', role: 'member' },
      ],
      invitations: [{ id: 'for-cy', email: 'cy@kite.example', role: 'admin', invitedBy: 'ada' }],
    },
    { id: 'home', name: 'Ada’s', homeOf: 'ada', members: [{ userId: 'ada', role: 'owner' }] },
  ],
};

const EVENTS = statement<{ payload: GuildhallEvent }>(
  'test_events',
  'select payload from guildhall.events where stream = $1 order by seq',
);
const TRACES = statement<{ found: string }>(
  'test_traces',
  `select t.found from (
     select row_to_json(u)::text as found from guildhall.users u union all select row_to_json(e)::text from guildhall.events e
     union all select row_to_json(a)::text from guildhall.activity a union all select row_to_json(i)::text from guildhall.invitations i
     union all select row_to_json(k)::text from guildhall.idempotency_keys k
   ) t where strpos(t.found, $1) > 0`,
);

describe.each(DATABASE_KINDS)('people, on %s', (kind) => {
  let test: TestDatabase;
  let services: Services;
  beforeAll(async () => {
    test = await createTestDatabase(kind);
    services = createServices(testDeps(test.database));
  });
  afterAll(() => test.dispose());
  beforeEach(() => clearDatabase(test.database));

  const workspacesOf = (person: Identity) => services.operations['workspaces.list'](person, {});
  const membersOf = (person: Identity, workspaceId: string) =>
    services.operations['members.list'](person, { workspaceId });
  const eventsOf = async (stream: string) =>
    (await test.database.query(EVENTS, [stream])).map(({ payload }) => payload);

  it('get a home the first time they sign in', async () => {
    await services.host.users.upsert(ada);
    const { items } = await workspacesOf(ada);
    expect(items).toMatchObject([
      { name: 'Ada Lovelace’s workspace', isHome: true, memberCount: 1, viewer: { role: 'owner' } },
    ]);
    expect(await membersOf(ada, items[0]?.id ?? '')).toMatchObject({
      items: [{ name: 'Ada Lovelace', email: 'ada@kite.example' }],
    });
  });

  it('get one home, however many requests come at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => services.host.users.upsert(ada)));
    expect((await workspacesOf(ada)).items).toHaveLength(1);
    expect(await brokenLogs(test.database)).toEqual([]);
  });

  it('have homes that are called as the host says, in at most 80 characters', async () => {
    const named = createServices(
      testDeps(test.database, {
        homeName: ({ name, locale }) => `${locale === 'de' ? 'Zuhause von' : 'Home of'} ${name}`,
      }),
    );
    await named.host.users.upsert({ ...ada, locale: 'de', name: '👩‍🚀'.repeat(40) });
    const name = (await workspacesOf(ada)).items[0]?.name ?? '';
    expect(name.startsWith('Zuhause von 👩‍🚀')).toBe(true);
    expect(name.length).toBeLessThanOrEqual(80);
    expect(name.endsWith('👩‍🚀')).toBe(true);
  });

  it('without a name go by their address', async () => {
    await services.host.users.upsert({ ...ada, name: '  ' });
    const { items } = await workspacesOf(ada);
    expect(items[0]?.name).toBe('ada’s workspace');
    expect(await membersOf(ada, items[0]?.id ?? '')).toMatchObject({ items: [{ name: 'ada@kite.example' }] });
  });

  it('are shown under their new name to everybody they share a workspace with', async () => {
    await seedWorld(test.database, world);
    await services.host.users.upsert({ ...ben, name: 'Benedict', imageUrl: 'https://kite.example/ben.png' });
    expect(await eventsOf('w:kite')).toMatchObject([
      {
        topic: 'members',
        type: 'updated',
        seq: 1,
        member: { name: 'Benedict', imageUrl: 'https://kite.example/ben.png' },
      },
    ]);
    expect(await membersOf(ada, 'kite')).toMatchObject({ items: [{ userId: 'ada' }, { name: 'Benedict' }], seq: 1 });
    await services.host.users.upsert({ ...ben, name: 'Benedict', imageUrl: 'https://kite.example/ben.png' });
    expect(await eventsOf('w:kite')).toHaveLength(1);
  });

  it('may what their role allows, as long as they are members of what is not deleted', async () => {
    await seedWorld(test.database, world);
    const { authorize } = services.host;
    expect(await authorize('ada', 'kite', 'members:manage')).toBe(true);
    expect(await authorize('ben', 'kite', 'members:manage')).toBe(false);
    expect(await authorize('cy', 'kite', 'members:manage')).toBe(false);
    expect(await authorize('ada', 'nowhere', 'members:manage')).toBe(false);
    // Without a permission: whether they are in it.
    expect(await authorize('ben', 'kite')).toBe(true);
    expect(await authorize('nobody', 'kite')).toBe(false);
    await services.operations['workspaces.delete'](ada, { workspaceId: 'kite' });
    expect(await authorize('ada', 'kite', 'members:manage')).toBe(false);
    expect(await authorize('ada', 'kite')).toBe(false);
  });

  it('are not deleted while others depend on them alone', async () => {
    await seedWorld(test.database, world);
    const refused = services.host.users.delete('ada');
    await expect(refused).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'sole_owner_of_shared_workspaces', workspaceIds: ['kite'] },
    });
    expect((await workspacesOf(ada)).items).toHaveLength(2);
    const stranger = services.host.users.delete('ada', { successors: { kite: 'cy' } });
    await expect(stranger).rejects.toMatchObject({
      code: 'validation',
      details: { fields: [{ path: 'successors.kite' }] },
    });
  });

  it('are deleted with what is theirs alone, and hand the rest to their successors', async () => {
    await seedWorld(test.database, world);
    await services.operations['workspaces.update'](ada, { workspaceId: 'kite', name: 'Kites' });
    await services.operations['members.update'](ada, { workspaceId: 'kite', memberId: 'kite.ben', role: 'admin' });
    await services.host.users.delete('ada', { successors: { kite: 'ben' } });

    expect((await workspacesOf(ben)).items).toMatchObject([
      { id: 'kite', name: 'Kites', memberCount: 1, viewer: { role: 'owner' } },
    ]);
    expect(await services.operations['invitations.list'](ben, { workspaceId: 'kite' })).toMatchObject({ items: [] });
    const { items } = await services.operations['activity.list'](ben, { workspaceId: 'kite' });
    expect(items.map(({ action, actor }) => [action, actor])).toEqual([
      ['member.left', null],
      ['member.role_changed', null],
      ['workspace.renamed', null],
    ]);
    await expect(services.operations['workspaces.get'](ada, { workspaceId: 'home' })).rejects.toMatchObject({
      code: 'not_found',
    });
    for (const trace of ['Ada Lovelace', 'ada@kite.example'])
      expect(await test.database.query(TRACES, [trace])).toEqual([]);
    expect(await brokenLogs(test.database)).toEqual([]);
  });

  it('leave no name behind in what others remember of them', async () => {
    await seedWorld(test.database, world);
    await services.operations['members.remove'](ada, { workspaceId: 'kite', memberIds: ['kite.ben'] });
    await services.host.users.delete('ben');
    const { items } = await services.operations['activity.list'](ada, { workspaceId: 'kite' });
    expect(items[0]).toMatchObject({
      action: 'member.removed',
      actor: { userId: 'ada' },
      member: { userId: 'ben', name: '', email: '' },
    });
    expect(await test.database.query(TRACES, ['ben@kite.example'])).toEqual([]);
  });

  it('who were deleted begin anew, with a home of their own', async () => {
    await services.host.users.upsert(ada);
    await services.host.users.delete('ada');
    await services.host.users.delete('ada');
    await services.host.users.upsert(ada);
    expect((await workspacesOf(ada)).items).toHaveLength(1);
  });
});

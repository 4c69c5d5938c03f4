import { describe, expect, it } from 'vitest';
import { createMemoryBackend } from '../adapters/memory/index.js';
import { routes } from '../contract/index.js';
import { makeWorld } from './makeWorld.js';

const big = { workspaceId: 'big' };

describe('makeWorld', () => {
  it.each([
    ['free', 'none', 'free'],
    ['healthy', 'active', 'team'],
    ['flat', 'active', 'studio'],
    ['prepaid', 'active', 'business'],
    ['trialing', 'trialing', 'team'],
    ['cancelling', 'active', 'team'],
    ['scheduled', 'active', 'business'],
    ['credit', 'active', 'team'],
    ['past_due', 'past_due', 'team'],
    ['grace_over', 'past_due', 'team'],
    ['jpy', 'active', 'team'],
  ] as const)('makes a workspace that is %s', async (state, status, planId) => {
    const owner = createMemoryBackend(makeWorld({ members: 8, invitations: 2, billing: state })).as('user-1');
    const billing = await owner.billing?.get(big);
    expect(routes['billing.get'].output.parse(billing)).toStrictEqual(billing);
    expect(billing).toMatchObject({ status, plan: { id: planId }, seq: 0 });
    const invoices = await owner.billing?.invoices({ ...big, limit: 12 });
    expect(routes['billing.invoices'].output.parse(invoices)).toStrictEqual(invoices);
    expect(invoices?.totalCount).toBe(state === 'free' || state === 'trialing' ? 0 : 31);
    expect((await owner.workspaces.get(big)).invitationsPaused).toBe(state === 'grace_over');
  });

  it('has no billing unless it is asked for', async () => {
    const owner = createMemoryBackend(makeWorld({ members: 2 })).as('user-1');
    expect(await owner.billing?.catalogue({})).toMatchObject({ mode: 'off' });
  });

  it('holds what people made, latest first, and is otherwise the same world', async () => {
    const options = { members: 12, invitations: 2, otherWorkspaces: 1 };
    const world = makeWorld({ ...options, entities: 300 });
    const { entityKinds: _kinds, entities: made, ...rest } = world;
    expect(rest).toEqual(makeWorld(options));
    expect(makeWorld({ ...options, entities: 300 })).toEqual(world);
    const { entities } = createMemoryBackend(world).as('user-1');
    const { counts } = (await entities?.counts(big)) ?? { counts: [] };
    expect(counts.map(({ kind }) => kind)).toEqual(['chat', 'assistant', 'prompt']);
    expect(counts.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(300);
    expect(counts.every(({ count }) => (count ?? 0) > 10)).toBe(true);
    const chats = await entities?.list({ ...big, kind: 'chat', limit: 200 });
    expect(chats?.items.every(({ creator }) => creator !== null)).toBe(true);
    expect(new Set(chats?.items.map(({ creator }) => creator?.userId)).size).toBeGreaterThan(6);
    expect(chats?.items.some(({ sharing }) => sharing === 'public')).toBe(true);
    expect(made?.every(({ createdAt = '', updatedAt = '' }) => createdAt <= updatedAt && updatedAt < world.now)).toBe(
      true,
    );
  });

  it('has kinds and nothing of them where that is asked for', async () => {
    const { entities } = createMemoryBackend(makeWorld({ members: 2, entities: 0 })).as('user-1');
    expect((await entities?.counts(big))?.counts).toMatchObject([{ count: 0 }, { count: 0 }, { count: 0 }]);
  });

  it('makes no sense of a plan that is not sold', () => {
    const world = makeWorld({ members: 2, billing: 'healthy' });
    expect(() => createMemoryBackend({ ...world, billing: { plans: [] } })).toThrow('no plan team');
  });
});

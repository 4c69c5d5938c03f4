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

  it('makes no sense of a plan that is not sold', () => {
    const world = makeWorld({ members: 2, billing: 'healthy' });
    expect(() => createMemoryBackend({ ...world, billing: { plans: [] } })).toThrow('no plan team');
  });
});

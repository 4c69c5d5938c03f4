import { describe, expect, it } from 'vitest';
import { makeWorld } from '../../../testing/makeWorld.js';
import type { MakeWorldOptions } from '../../../testing/makeWorld.js';
import { createMemoryBackend } from '../backend.js';

const big = { workspaceId: 'big' };
const DAY = 24 * 3_600_000;

/** A backend in one of the states of {@link makeWorld}, and its owner. */
function start(billing: MakeWorldOptions['billing'], members = 8) {
  const backend = createMemoryBackend(makeWorld({ members, billing }));
  const owner = backend.as('user-1');
  if (!owner.billing) throw new Error('There is no billing.');
  return { backend, owner, port: owner.billing };
}

describe('what is on the next bill', () => {
  it('is one line for those who come at the same moment, and one for those who go', async () => {
    const { backend, owner, port } = start('healthy');
    const { outcomes } = (await owner.members.remove?.({ ...big, memberIds: ['big.user-7', 'big.user-8'] })) ?? {};
    expect(outcomes).toHaveLength(2);
    backend.advance(DAY);
    await owner.members.remove?.({ ...big, memberIds: ['big.user-6'] });
    const { nextBill, seats } = await port.get(big);
    expect(seats.paid).toBe(5);
    expect(nextBill?.lines.map(({ kind, quantity }) => [kind, quantity])).toEqual([
      ['plan', 5],
      ['unused', 2],
      ['unused', 1],
    ]);
    expect(nextBill?.lines[1]?.description).toBe('2 × Team');
    expect(nextBill?.lines.every(({ amount, kind }) => amount.amount > 0 === (kind === 'plan'))).toBe(true);
  });

  it('tells of seats that came in between as what remains of the month', async () => {
    const world = makeWorld({ members: 8, billing: 'healthy' });
    const email = 'new@company.example';
    const backend = createMemoryBackend({ ...world, users: [...world.users, { id: 'new', email, name: 'New' }] });
    await backend.as('user-1').invitations?.create({ ...big, invitations: [{ email, role: 'member' }] });
    const mine = await backend.as('new').invitations?.mine?.({});
    await backend.as('new').invitations?.accept?.({ invitationId: mine?.items[0]?.id ?? '' });
    const billing = await backend.as('user-1').billing?.get(big);
    expect(billing?.nextBill?.lines[1]).toMatchObject({ kind: 'remaining', quantity: 1, unitAmount: { amount: 1200 } });
  });

  it('holds what the host charges for, in the words of the host', async () => {
    const { backend, port } = start('healthy');
    backend.billing.charge('big', { amount: 250, description: '5 videos' });
    const { nextBill } = await port.get(big);
    expect(nextBill?.lines[1]).toMatchObject({ kind: 'usage', description: '5 videos', amount: { amount: 250 } });
    expect(nextBill?.due.amount).toBe(8 * 1200 + 250);
  });

  it('uses up credit, and makes credit of what is below zero', async () => {
    const first = start('credit');
    expect((await first.port.get(big)).nextBill).toMatchObject({ creditUsed: { amount: 4500 }, due: { amount: 5100 } });
    first.backend.advance(31 * DAY);
    expect(await first.port.get(big)).toMatchObject({ credit: null, nextBill: { due: { amount: 9600 } } });
    expect(first.backend.billing.charges('big').map(({ amount }) => amount.amount)).toEqual([5100]);
    const { backend, owner, port } = start('healthy', 40);
    const memberIds = Array.from({ length: 39 }, (_, index) => `big.user-${index + 2}`);
    await owner.members.remove?.({ ...big, memberIds });
    const owed = -((await port.get(big)).nextBill?.total.amount ?? 0);
    const left = (await port.get(big)).seats.members;
    expect(owed).toBeGreaterThan(0);
    backend.advance(31 * DAY);
    const { credit, nextBill } = await port.get(big);
    expect(credit).toEqual({ amount: owed, currency: 'usd' });
    expect(nextBill?.creditUsed.amount).toBe(Math.min(owed, left * 1200));
    expect(backend.billing.charges('big')).toEqual([]);
  });

  it('is not counted twice, what a first bill used up of a credit', async () => {
    const world = makeWorld({ members: 8, billing: 'free' });
    const workspaces = world.workspaces.map((each) => ({ ...each, billing: { credit: 5000 } }));
    const port = createMemoryBackend({ ...world, workspaces }).as('user-1').billing;
    const preview = await port?.preview({ ...big, planId: 'studio', interval: 'month' });
    expect(preview).toMatchObject({
      now: { creditUsed: { amount: 4900 }, due: { amount: 0 } },
      needsPaymentMethod: false,
    });
    expect(preview?.next).toMatchObject({ creditUsed: { amount: 100 }, due: { amount: 4800 } });
  });

  it('counts in yen without decimals', async () => {
    const { nextBill } = await start('jpy').port.get(big);
    expect(nextBill?.due).toEqual({ amount: 8 * 1800, currency: 'jpy' });
  });
});

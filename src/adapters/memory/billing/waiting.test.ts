import { describe, expect, it } from 'vitest';
import { makeWorld } from '../../../testing/makeWorld.js';
import type { MakeWorldOptions } from '../../../testing/makeWorld.js';
import type { WorldAccount } from '../../../testing/world.js';
import { createMemoryBackend } from '../backend.js';

const big = { workspaceId: 'big' };
const DAY = 24 * 3_600_000;
const TEAM = { ...big, planId: 'team', interval: 'month' } as const;

/** A backend in one of the states of {@link makeWorld}, and its owner. */
function start(state: MakeWorldOptions['billing'], account?: WorldAccount) {
  const world = makeWorld({ members: 8, billing: state });
  const workspaces = world.workspaces.map((each) => ({ ...each, billing: { ...each.billing, ...account } }));
  const backend = createMemoryBackend({ ...world, workspaces });
  const owner = backend.as('user-1');
  if (!owner.billing) throw new Error('There is no billing.');
  return { backend, owner, port: owner.billing };
}

type Start = ReturnType<typeof start>;

async function subscribe({ port }: Start, terms: Parameters<Start['port']['preview']>[0] = TEAM) {
  const { quote } = await port.preview(terms);
  return port.subscribe({ ...terms, quote });
}

describe('what Stripe.js does', () => {
  it('confirms a setup once', async () => {
    const { backend, port } = start('free');
    const { clientSecret } = await port.createSetup(big);
    backend.billing.confirmSetup(clientSecret);
    expect((await port.get(big)).paymentMethods).toMatchObject([{ last4: '4242', isDefault: true }]);
    expect(() => backend.billing.confirmSetup(clientSecret)).toThrow('No setup');
  });

  it('cannot answer for a change that was given up, because somebody joined or left', async () => {
    const world = start('healthy');
    const { backend, owner, port } = world;
    backend.billing.addPaymentMethod('big', 'needs_authentication');
    const asks = (await port.get(big)).paymentMethods.find(({ last4 }) => last4 === '3184');
    await port.setDefaultPaymentMethod({ ...big, paymentMethodId: asks?.id ?? '' });
    const { payment } = await subscribe(world, { ...TEAM, interval: 'year' });
    if (payment.status !== 'requires_action') throw new Error(payment.status);
    await owner.members.remove?.({ ...big, memberIds: ['big.user-8'] });
    expect(() => backend.billing.authenticate(payment.clientSecret, 'complete')).toThrow('No payment waits');
    expect(await port.get(big)).toMatchObject({ interval: 'month', seats: { paid: 7 } });
    expect((await port.invoices({ ...big, limit: 1 })).items).toMatchObject([{ status: 'void', due: { amount: 0 } }]);
  });

  it('counts who left while what is owed waited for an answer', async () => {
    const world = start('free');
    const { backend, owner, port } = world;
    backend.billing.addPaymentMethod('big', 'needs_authentication');
    const { payment, billing } = await subscribe(world, { ...big, planId: 'team', interval: 'year' });
    expect(billing.status, 'a trial asks no bank').toBe('trialing');
    expect(payment.status).toBe('none');
    backend.advance(14 * DAY);
    expect(await port.get(big)).toMatchObject({ status: 'past_due', pastDue: { reason: 'authentication_required' } });
    const retried = (await port.retryPayment(big)).payment;
    if (retried.status !== 'requires_action') throw new Error(retried.status);
    await owner.members.remove?.({ ...big, memberIds: ['big.user-8'] });
    backend.billing.authenticate(retried.clientSecret, 'complete');
    const paid = await port.get(big);
    expect(paid).toMatchObject({ status: 'active', seats: { paid: 7 } });
    expect(paid.nextBill?.lines.map(({ kind, quantity }) => [kind, quantity])).toEqual([
      ['plan', 7],
      ['unused', 1],
    ]);
  });

  it('counts who left while a first payment waited for an answer', async () => {
    const world = start('free', { trialUsed: true });
    const { backend, owner, port } = world;
    backend.billing.addPaymentMethod('big', 'needs_authentication');
    const { payment, billing } = await subscribe(world);
    if (payment.status !== 'requires_action') throw new Error(payment.status);
    expect(billing).toMatchObject({ status: 'incomplete', seats: { paid: null } });
    await owner.members.remove?.({ ...big, memberIds: ['big.user-8'] });
    backend.billing.authenticate(payment.clientSecret, 'complete');
    const { seats, nextBill } = await port.get(big);
    expect(seats.paid).toBe(7);
    expect(nextBill?.due.amount, 'the eighth is paid back').toBe(7 * 1200 - 1200);
  });

  it('cannot answer for a change once the period is over that it was counted from', async () => {
    const world = start('healthy', { paymentMethods: [{ id: 'asks', behaviour: 'needs_authentication' }] });
    const { backend, port } = world;
    const end = Date.parse((await port.get(big)).period?.end ?? '');
    backend.advance(end - Date.parse('2026-03-02T09:00:00.000Z') - 60_000);
    const { payment } = await subscribe(world, { ...TEAM, interval: 'year' });
    if (payment.status !== 'requires_action') throw new Error(payment.status);
    backend.advance(60_000);
    expect(() => backend.billing.authenticate(payment.clientSecret, 'complete')).toThrow('No payment waits');
    expect(await port.get(big)).toMatchObject({ interval: 'month', status: 'past_due' });
  });

  it('has a day to answer for a first payment', async () => {
    const world = start('free');
    const { backend, port } = world;
    backend.billing.addPaymentMethod('big', 'needs_authentication');
    const { billing } = await subscribe(world, { ...big, planId: 'studio', interval: 'month' });
    expect(billing.status).toBe('incomplete');
    backend.advance(DAY);
    expect(await port.get(big)).toMatchObject({ status: 'none', plan: { id: 'free' } });
    expect((await port.invoices(big)).items).toMatchObject([{ status: 'void' }]);
  });
});

describe('a payment that failed', () => {
  it('is tried again after 3, 5 and 7 more days, and then the plan ends', async () => {
    const { backend, port } = start('healthy');
    const cards = (await port.get(big)).paymentMethods;
    backend.billing.addPaymentMethod('big', 'insufficient_funds');
    const broke = (await port.get(big)).paymentMethods.find(({ id }) => !cards.some((card) => card.id === id));
    await port.setDefaultPaymentMethod({ ...big, paymentMethodId: broke?.id ?? '' });
    const end = Date.parse((await port.get(big)).period?.end ?? '');
    backend.advance(end - Date.parse('2026-03-02T09:00:00.000Z'));
    const tries: number[] = [];
    for (let pastDue = (await port.get(big)).pastDue; pastDue; pastDue = (await port.get(big)).pastDue) {
      expect(pastDue).toMatchObject({ attempts: tries.length + 1, reason: 'insufficient_funds' });
      const next = Date.parse(pastDue.nextAttemptAt ?? '');
      tries.push((next - end) / DAY);
      backend.advance(next - end - (tries.at(-2) ?? 0) * DAY);
    }
    expect(tries).toEqual([3, 8, 15]);
    expect(await port.get(big)).toMatchObject({ status: 'none', plan: { id: 'free' } });
    expect((await port.invoices({ ...big, limit: 1 })).items).toMatchObject([{ status: 'uncollectible' }]);
  });

  it('is there from the start in a world that says so, and its invoice goes on in number', async () => {
    const world = start('past_due');
    const { backend, port } = world;
    backend.billing.addPaymentMethod('big', 'good');
    const [, , good] = (await port.get(big)).paymentMethods;
    await port.setDefaultPaymentMethod({ ...big, paymentMethodId: good?.id ?? '' });
    const { payment } = await port.retryPayment(big);
    expect(payment).toEqual({ status: 'succeeded', amount: { amount: 9600, currency: 'usd' } });
    await subscribe(world, { ...TEAM, interval: 'year' });
    const { items } = await port.invoices({ ...big, limit: 2 });
    expect(items.map(({ number, status }) => [number, status])).toEqual([
      ['BIG-0032', 'paid'],
      ['BIG-0031', 'paid'],
    ]);
  });

  it('is owed by nobody once the workspace is deleted', async () => {
    const { backend, owner } = start('past_due');
    await owner.workspaces.delete?.(big);
    backend.advance(60 * DAY);
    expect(() => backend.billing.charges('big')).toThrow('no workspace big');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stripe } from 'stripe';
import type { ActivityEntry, GuildhallEvent } from 'guildhall/contract';
import { billingAccounts } from '../../src/db/billingSchema.js';
import { events } from '../../src/db/schema.js';
import { PLANS, addCard, createBillingStage, customerOf } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import { DATABASE_KINDS } from '../support/databases.js';

const acme = { workspaceId: 'acme' };
const DAY = 24 * 3_600;

let stage: BillingStage;
const sync = (who = 'olivia') => stage.as(who).billing.sync(acme);
const get = (who = 'olivia') => stage.as(who).billing.get(acme);

/** What of the events of the workspace's log is of these topics, in order. */
async function told(...topics: GuildhallEvent['topic'][]): Promise<GuildhallEvent[]> {
  const rows = await stage.test.database.orm.select().from(events);
  const payloads = rows.filter(({ stream }) => stream === 'w:acme').toSorted((a, b) => a.seq - b.seq);
  return payloads.map(({ payload }) => payload).filter(({ topic }) => topics.includes(topic));
}
async function recorded(): Promise<ActivityEntry[]> {
  const { items } = await stage.as('olivia').activity.list(acme);
  return items.filter(({ action }) => action.startsWith('billing.')).toReversed();
}

/** A price of the catalogue's, as the server made it. */
async function priceOf(planId: string, interval = 'month'): Promise<string> {
  const { data } = await stage.stripe.prices.list({ limit: 100 });
  const price = data.find(({ lookup_key }) => lookup_key?.startsWith(`guildhall:${planId}:${interval}:`));
  return price?.id ?? expect.fail(`${planId} has a price`);
}
async function subscribe(planId: string, quantity: number, rest: Partial<Stripe.SubscriptionCreateParams> = {}) {
  const customer = await customerOf(stage);
  await sync();
  const items = [{ price: await priceOf(planId), quantity }];
  return stage.stripe.subscriptions.create({ customer, items, ...rest });
}

describe.each(DATABASE_KINDS)('on %s, what is known of an account', (kind) => {
  beforeEach(async () => {
    stage = await createBillingStage(kind);
  });
  afterEach(() => stage.dispose());

  it('is what Stripe says, with what follows from it', async () => {
    await addCard(stage);
    await subscribe('business', 6);
    const billing = await sync();
    const period = { start: '2027-01-15T08:00:00.000Z', end: '2027-02-15T08:00:00.000Z' };
    expect(billing).toMatchObject({
      status: 'active',
      plan: { id: 'business' },
      interval: 'month',
      seats: { members: 4, invited: 0, paid: 6, limit: 6 },
      period,
      nextBill: { date: period.end, due: { amount: 14_400, currency: 'usd' }, lines: [{ kind: 'plan', quantity: 6 }] },
      trialAvailable: false,
    });
    const { plan, memberLimit, invitationsPaused } = await stage.as('mia').workspaces.get(acme);
    expect([plan, memberLimit, invitationsPaused]).toEqual([
      { id: 'business', name: 'Business', seats: 'prepaid' },
      6,
      false,
    ]);
    expect(await recorded()).toMatchObject([
      { action: 'billing.plan_changed', actor: null, from: 'Free', to: 'Business' },
    ]);
    expect((await told('workspace')).length).toBe(1);
  });

  it('tells nobody anything where nothing is new', async () => {
    await addCard(stage);
    await subscribe('team', 4);
    await sync();
    const before = await told('billing', 'workspace', 'activity');
    const { seq } = await get();
    for (let time = 0; time < 3; time += 1) await sync('bill');
    expect(await told('billing', 'workspace', 'activity')).toEqual(before);
    expect((await get()).seq).toBe(seq);
  });

  it('says when the plan ends, also where the portal set a date and no flag', async () => {
    await addCard(stage);
    const { id } = await subscribe('team', 4);
    const at = stage.simulator.clock.now() + 10 * DAY;
    await stage.stripe.subscriptions.update(id, { cancel_at: at });
    expect((await sync()).cancellation).toEqual({
      endsAt: new Date(at * 1000).toISOString(),
      by: null,
      requestedAt: null,
    });
    await stage.stripe.subscriptions.update(id, { cancel_at: '' });
    expect((await sync()).cancellation).toBeNull();
    await stage.stripe.subscriptions.update(id, { cancel_at_period_end: true });
    const { period, cancellation } = await sync();
    expect(cancellation?.endsAt).toBe(period?.end);
    expect((await recorded()).map(({ action }) => action)).toEqual([
      'billing.plan_changed',
      'billing.plan_cancelled',
      'billing.plan_resumed',
      'billing.plan_cancelled',
    ]);
  });

  it('is the free plan again once it ended', async () => {
    await addCard(stage);
    const { id } = await subscribe('team', 4);
    await sync();
    await stage.stripe.subscriptions.cancel(id);
    expect(await sync()).toMatchObject({
      status: 'none',
      plan: { id: 'free' },
      seats: { paid: null, limit: 5 },
      period: null,
      nextBill: null,
    });
    expect((await stage.as('mia').workspaces.get(acme)).plan?.id).toBe('free');
  });

  it('keeps the plan that lives, whatever else was tried and ran out', async () => {
    await addCard(stage);
    const { id } = await subscribe('team', 4);
    await addCard(stage, 'pm_card_authenticationRequired');
    const customer = await customerOf(stage);
    const { data: cards } = await stage.stripe.paymentMethods.list({ customer });
    const asking = cards.find(({ card }) => card?.last4 === '3184');
    await stage.stripe.subscriptions.create({
      customer,
      items: [{ price: await priceOf('studio') }],
      default_payment_method: asking?.id ?? '',
      payment_behavior: 'default_incomplete',
    });
    expect(await sync()).toMatchObject({ status: 'active', plan: { id: 'team' } });
    stage.simulator.clock.advanceBy(DAY);
    expect(await sync()).toMatchObject({ status: 'active', plan: { id: 'team' } });
    const [row] = await stage.test.database.orm.select().from(billingAccounts);
    expect(row?.subscriptionId).toBe(id);
  });

  it('gives nothing before the first payment is confirmed', async () => {
    await addCard(stage, 'pm_card_authenticationRequired');
    await subscribe('studio', 1, { payment_behavior: 'default_incomplete' });
    expect(await sync()).toMatchObject({
      status: 'incomplete',
      plan: { id: 'free' },
      seats: { limit: 5 },
      nextBill: null,
    });
  });

  it('counts the oldest of two subscriptions, and tells the operator of the other', async () => {
    await addCard(stage);
    await subscribe('team', 4);
    stage.simulator.clock.advanceBy(60);
    const { id } = await subscribe('studio', 1);
    expect(await sync()).toMatchObject({ plan: { id: 'team' } });
    expect(stage.errors.map(String)).toEqual(expect.arrayContaining([expect.stringContaining(id)]));
  });

  it('shows a plan that is sold no more as it was sold', async () => {
    await addCard(stage);
    await subscribe('studio', 1);
    await sync();
    const without = stage.start({ plans: PLANS.filter(({ id }) => id !== 'studio') });
    const billing = await without.as('olivia').billing.sync(acme);
    expect(billing).toMatchObject({
      plan: { id: 'studio', name: 'Studio', prices: { month: 4900 } },
      interval: 'month',
    });
    expect((await without.as('mia').workspaces.get(acme)).plan).toMatchObject({ name: 'Studio' });
  });

  it('shows a product of the host’s own by its name', async () => {
    await addCard(stage);
    const customer = await customerOf(stage);
    await sync();
    const product = await stage.stripe.products.create({ name: 'Handshake deal' });
    const { id: price } = await stage.stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 5_000,
      recurring: { interval: 'year' },
    });
    await stage.stripe.subscriptions.create({ customer, items: [{ price }] });
    expect(await sync()).toMatchObject({ plan: { name: 'Handshake deal', prices: { year: 5_000 } }, interval: 'year' });
  });

  it('keeps the price at which a workspace bought, when the plan becomes dearer', async () => {
    await addCard(stage);
    await subscribe('team', 4);
    await sync();
    const dearer = PLANS.map((plan) =>
      plan.id === 'team' ? { ...plan, prices: { month: 2000, year: 20_000 } } : plan,
    );
    const { billing } = stage.start({ plans: dearer }).as('olivia');
    expect(await billing.sync(acme)).toMatchObject({
      plan: { id: 'team', prices: { month: 1200 } },
      nextBill: { due: { amount: 4_800 } },
    });
    expect((await billing.catalogue({})).plans.find(({ id }) => id === 'team')?.prices.month).toBe(2000);
  });

  it('has a long bill that adds up, with what Stripe takes off it', async () => {
    await addCard(stage);
    await subscribe('team', 4);
    const customer = await customerOf(stage);
    const usage = { customer, currency: 'usd', metadata: { guildhall_usage: 'yes' } };
    for (let item = 1; item <= 23; item += 1)
      await stage.stripe.invoiceItems.create({ ...usage, amount: item, description: `Job ${item}` });
    await stage.stripe.customers.update(customer, { balance: -1_000 });
    const { nextBill, credit } = await sync();
    expect([nextBill?.subtotal.amount, nextBill?.creditUsed.amount, nextBill?.due.amount]).toEqual([
      5_076, 1_000, 4_076,
    ]);
    expect(nextBill?.lines.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(5_076);
    expect(credit).toEqual({ amount: 1_000, currency: 'usd' });
    stage.simulator.clock.advanceBy(32 * DAY);
    const { items } = await stage.as('bill').billing.invoices(acme);
    expect(items).toMatchObject([
      { status: 'paid', total: { amount: 5_076 }, lineCount: 24, line: { kind: 'plan', amount: { amount: 4_800 } } },
      { status: 'paid', total: { amount: 4_800 }, lineCount: 1 },
    ]);
    expect((await sync()).credit).toBeNull();
  });
});

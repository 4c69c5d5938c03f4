import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityEntry, BillingPreview } from 'guildhall/contract';
import { PLANS, addCard, createBillingStage, customerOf } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import { DATABASE_KINDS } from '../support/databases.js';

const acme = { workspaceId: 'acme' };
const DAY = 24 * 3_600;
const team = { ...acme, planId: 'team', interval: 'month' as const };
const business = (seats: number) => ({ ...acme, planId: 'business', interval: 'month' as const, seats });

let stage: BillingStage;
const olivia = () => stage.as('olivia').billing;
type Change = Parameters<ReturnType<typeof olivia>['preview']>[0];

const preview = (change: Change) => olivia().preview(change);
const confirm = (change: Change, { quote }: BillingPreview) => olivia().subscribe({ ...change, quote });
const subscribe = async (change: Change) => confirm(change, await preview(change));

async function subscriptions() {
  const { data } = await stage.stripe.subscriptions.list({ status: 'all', limit: 100 });
  return data;
}
async function invoices() {
  const { data } = await stage.stripe.invoices.list({ limit: 100 });
  return data;
}
async function recorded(): Promise<ActivityEntry[]> {
  const { items } = await stage.as('olivia').activity.list(acme);
  return items.filter(({ action }) => action.startsWith('billing.')).toReversed();
}
async function details(work: Promise<unknown>) {
  return work.then(
    () => 'no error',
    (error: { code?: string; details?: unknown }) => (error.code ? [error.code, error.details] : error),
  );
}

describe.each(DATABASE_KINDS)('on %s, a first plan', (kind) => {
  beforeEach(async () => {
    stage = await createBillingStage(kind);
  });
  afterEach(() => stage.dispose());

  it('costs what its preview said, and begins at once', async () => {
    await addCard(stage);
    const offer = await preview(team);
    expect(offer).toMatchObject({
      takesEffect: 'now',
      now: { date: '2027-01-15T08:00:00.000Z', due: { amount: 4_800 }, lines: [{ kind: 'plan', quantity: 4 }] },
      next: {
        date: '2027-02-15T08:00:00.000Z',
        due: { amount: 4_800 },
        lines: [{ period: { start: '2027-02-15T08:00:00.000Z', end: '2027-03-15T08:00:00.000Z' } }],
      },
      recurring: { amount: 4_800, currency: 'usd' },
      seats: 4,
      trialEndsAt: null,
      needsPaymentMethod: false,
    });
    const { billing, payment } = await confirm(team, offer);
    expect(payment).toEqual({ status: 'succeeded', amount: { amount: 4_800, currency: 'usd' } });
    expect(billing).toMatchObject({ status: 'active', plan: { id: 'team' }, seats: { paid: 4 } });
    expect(await recorded()).toMatchObject([
      { action: 'billing.plan_changed', actor: { userId: 'olivia' }, from: 'Free', to: 'Team' },
    ]);
  });

  it('is not begun without anything to pay with', async () => {
    const offer = await preview(team);
    expect(offer.needsPaymentMethod).toBe(true);
    expect(await details(confirm(team, offer))).toEqual(['payment_required', { reason: 'no_payment_method' }]);
    expect(await subscriptions()).toEqual([]);
  });

  it('is not begun where the bank says no; nothing is left behind, and another card can be tried at once', async () => {
    await addCard(stage, 'pm_card_chargeCustomerFail');
    const offer = await preview(team);
    expect(await details(confirm(team, offer))).toEqual(['payment_required', { reason: 'declined' }]);
    expect(await olivia().get(acme)).toMatchObject({ status: 'none', plan: { id: 'free' } });
    expect((await subscriptions()).map(({ status }) => status)).toEqual(['incomplete_expired']);
    expect((await invoices()).map(({ status }) => status)).toEqual(['void']);

    const good = await addCard(stage);
    await olivia().setDefaultPaymentMethod({ ...acme, paymentMethodId: good });
    // The very same quote: Stripe must not answer with the decline again.
    expect((await confirm(team, offer)).payment.status).toBe('succeeded');
    expect((await subscriptions()).filter(({ status }) => status === 'active')).toHaveLength(1);
  });

  it('waits where the bank asks the payer, who is asked the same again; confirmed, it begins', async () => {
    await stage.stripe.paymentMethods.attach('pm_card_authenticationRequired', { customer: await customerOf(stage) });
    const offer = await preview(team);
    const first = await confirm(team, offer);
    const second = await confirm(team, offer);
    expect(first.payment).toMatchObject({ status: 'requires_action', amount: { amount: 4_800 } });
    expect(second.payment).toEqual(first.payment);
    expect(second.billing).toMatchObject({ status: 'incomplete', plan: { id: 'free' } });
    expect(await subscriptions()).toHaveLength(1);

    await answerBank(first.payment, 'succeeded');
    expect(await olivia().sync(acme)).toMatchObject({ status: 'active', plan: { id: 'team' } });
  });

  it('that waits is given up for another one', async () => {
    await stage.stripe.paymentMethods.attach('pm_card_authenticationRequired', { customer: await customerOf(stage) });
    await subscribe(team);
    const { payment } = await subscribe(business(6));
    expect(payment).toMatchObject({ status: 'requires_action', amount: { amount: 14_400 } });
    const all = await subscriptions();
    expect(all.map(({ status }) => status).toSorted()).toEqual(['incomplete', 'incomplete_expired']);
    await answerBank(payment, 'succeeded');
    expect(await olivia().sync(acme)).toMatchObject({ status: 'active', plan: { id: 'business' }, seats: { paid: 6 } });
  });

  it('is begun once, by however many who press at once in two processes', async () => {
    await addCard(stage);
    const offer = await preview(team);
    const other = stage.start();
    const presses = [stage, other, stage, other].map(({ as }, index) =>
      as(index === 3 ? 'bill' : 'olivia').billing.subscribe({ ...team, quote: offer.quote }),
    );
    const answers = await Promise.allSettled(presses);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await subscriptions()).toHaveLength(1);
    expect((await invoices()).map(({ amount_paid }) => amount_paid)).toEqual([4_800]);
  });

  it('is a trial for whoever has had none, without a card; the second is paid', async () => {
    const plans = PLANS.map((plan) => ({ ...plan, trialDays: plan.kind === 'free' ? 0 : 14 }));
    const trying = stage.start({ plans }).as('olivia').billing;
    const offer = await trying.preview(team);
    expect(offer).toMatchObject({
      now: null,
      trialEndsAt: '2027-01-29T08:00:00.000Z',
      needsPaymentMethod: false,
      next: {
        date: '2027-01-29T08:00:00.000Z',
        due: { amount: 4_800 },
        lines: [{ period: { start: '2027-01-29T08:00:00.000Z', end: '2027-02-28T08:00:00.000Z' } }],
      },
    });
    const { billing, payment } = await trying.subscribe({ ...team, quote: offer.quote });
    expect(payment).toEqual({ status: 'none' });
    expect(billing).toMatchObject({
      status: 'trialing',
      plan: { id: 'team' },
      trialEndsAt: offer.trialEndsAt,
      nextBill: { due: offer.next.due, date: offer.next.date },
    });
    // Nobody gave a card: the plan ends with the trial, and costs nothing.
    stage.simulator.clock.advanceTo(stage.simulator.clock.now() + 15 * DAY);
    expect(await trying.sync(acme)).toMatchObject({ status: 'none', trialAvailable: false });
    expect((await trying.preview(team)).now?.due.amount).toBe(4_800);
  });

  it('changes for nothing while it is tried', async () => {
    const plans = PLANS.map((plan) => ({ ...plan, trialDays: plan.kind === 'free' ? 0 : 14 }));
    const trying = stage.start({ plans }).as('olivia').billing;
    const { quote } = await trying.preview(team);
    await trying.subscribe({ ...team, quote });
    const offer = await trying.preview(business(7));
    expect(offer).toMatchObject({ takesEffect: 'now', now: null, next: { due: { amount: 16_800 } } });
    const { billing } = await trying.subscribe({ ...business(7), quote: offer.quote });
    expect(billing).toMatchObject({ status: 'trialing', plan: { id: 'business' }, seats: { paid: 7 } });
    expect(billing.nextBill?.due).toEqual(offer.next.due);
  });
});

async function answerBank(payment: { status: string; clientSecret?: string }, result: 'succeeded' | 'failed') {
  const intent = payment.clientSecret?.split('_secret_')[0];
  const { simulator } = stage;
  const answer = await simulator.fetch(`${simulator.url}/_sim/3ds/${intent}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Bearer sk_test_simulator' },
    body: `result=${result}`,
  });
  expect(answer.ok).toBe(true);
}

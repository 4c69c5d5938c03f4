import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLANS, addCard, createBillingStage } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import { DATABASE_KINDS } from '../support/databases.js';
import { DAY, acme, actingOn, business, refusal, team } from './changesSupport.js';

let stage: BillingStage;
let act: ReturnType<typeof actingOn>;

describe.each(DATABASE_KINDS)('on %s, a first plan', (kind) => {
  beforeEach(async () => {
    stage = await createBillingStage(kind);
    act = actingOn(stage);
  });
  afterEach(() => stage.dispose());

  it('costs what its preview said, and begins at once', async () => {
    await addCard(stage);
    const offer = await act.preview(team);
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
    const { billing, payment } = await act.confirm(team, offer);
    expect(payment).toEqual({ status: 'succeeded', amount: { amount: 4_800, currency: 'usd' } });
    expect(billing).toMatchObject({ status: 'active', plan: { id: 'team' }, seats: { paid: 4 } });
    expect(await act.recorded()).toMatchObject([
      { action: 'billing.plan_changed', actor: { userId: 'olivia' }, from: 'Free', to: 'Team' },
    ]);
  });

  it('is not begun without anything to pay with', async () => {
    const offer = await act.preview(team);
    expect(offer.needsPaymentMethod).toBe(true);
    expect(await refusal(act.confirm(team, offer))).toEqual({ code: 'payment_required', reason: 'no_payment_method' });
    expect(await act.subscriptions()).toEqual([]);
  });

  it('is not begun where the bank says no; nothing is left behind, and another card can be tried at once', async () => {
    await addCard(stage, 'pm_card_chargeCustomerFail');
    const offer = await act.preview(team);
    expect(await refusal(act.confirm(team, offer))).toEqual({ code: 'payment_required', reason: 'declined' });
    expect(await act.billing().get(acme)).toMatchObject({ status: 'none', plan: { id: 'free' } });
    expect((await act.subscriptions()).map(({ status }) => status)).toEqual(['incomplete_expired']);
    expect((await act.invoices()).map(({ status }) => status)).toEqual(['void']);

    const good = await addCard(stage);
    await act.billing().setDefaultPaymentMethod({ ...acme, paymentMethodId: good });
    // The very same quote: Stripe must not answer with the decline again.
    expect((await act.confirm(team, offer)).payment.status).toBe('succeeded');
    expect((await act.subscriptions()).filter(({ status }) => status === 'active')).toHaveLength(1);
  });

  it('waits where the bank asks the payer, who is asked the same again; confirmed, it begins', async () => {
    await act.payWith('pm_card_authenticationRequired');
    const offer = await act.preview(team);
    const first = await act.confirm(team, offer);
    const second = await act.confirm(team, offer);
    expect(first.payment).toMatchObject({ status: 'requires_action', amount: { amount: 4_800 } });
    expect(second.payment).toEqual(first.payment);
    expect(second.billing).toMatchObject({ status: 'incomplete', plan: { id: 'free' } });
    expect(await act.subscriptions()).toHaveLength(1);

    await act.answerBank(first.payment, 'succeeded');
    expect(await act.billing().sync(acme)).toMatchObject({ status: 'active', plan: { id: 'team' } });
  });

  it('that waits is given up for another one', async () => {
    await act.payWith('pm_card_authenticationRequired');
    await act.subscribe(team);
    const { payment } = await act.subscribe(business(6));
    expect(payment).toMatchObject({ status: 'requires_action', amount: { amount: 14_400 } });
    const all = await act.subscriptions();
    expect(all.map(({ status }) => status).toSorted()).toEqual(['incomplete', 'incomplete_expired']);
    await act.answerBank(payment, 'succeeded');
    expect(await act.billing().sync(acme)).toMatchObject({
      status: 'active',
      plan: { id: 'business' },
      seats: { paid: 6 },
    });
  });

  it('that nobody confirms is gone after a day; what is begun then is not touched by it', async () => {
    await act.payWith('pm_card_authenticationRequired');
    await act.subscribe(team);
    act.pass(DAY);
    expect(await act.billing().sync(acme)).toMatchObject({ status: 'none', plan: { id: 'free' } });
    await act.payWith('pm_card_visa');
    await act.subscribe(team);
    act.pass(2 * DAY);
    expect(await act.billing().sync(acme)).toMatchObject({ status: 'active', plan: { id: 'team' } });
  });

  it('is begun once, by however many who press at once in two processes', async () => {
    await addCard(stage);
    const offer = await act.preview(team);
    const other = stage.start();
    const presses = [stage, other, stage, other].map(({ as }, index) =>
      as(index === 3 ? 'bill' : 'olivia').billing.subscribe({ ...team, quote: offer.quote }),
    );
    const answers = await Promise.allSettled(presses);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await act.subscriptions()).toHaveLength(1);
    expect((await act.invoices()).map(({ amount_paid }) => amount_paid)).toEqual([4_800]);
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
    act.pass(15 * DAY);
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

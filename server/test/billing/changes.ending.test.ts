import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCard, createBillingStage } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import { DAY, acme, actingOn, business, refusal, team } from './changesSupport.js';

let stage: BillingStage;
let act: ReturnType<typeof actingOn>;

beforeEach(async () => {
  stage = await createBillingStage('postgres');
  act = actingOn(stage);
  await addCard(stage);
});
afterEach(() => stage.dispose());

describe('a plan that is cancelled', () => {
  it('ends with what is paid for, and who asked for it is remembered', async () => {
    await act.subscribe(team);
    const cancelled = await stage.as('bill').billing.cancel(acme);
    expect(cancelled).toMatchObject({
      status: 'active',
      cancellation: { endsAt: '2027-02-15T08:00:00.000Z', by: { userId: 'bill' } },
      nextBill: null,
    });
    expect(await act.billing().cancel(acme)).toEqual(cancelled);
    expect((await act.recorded()).at(-1)).toMatchObject({
      action: 'billing.plan_cancelled',
      actor: { userId: 'bill' },
    });
    act.pass(32 * DAY);
    expect(await act.billing().sync(acme)).toMatchObject({ status: 'none', plan: { id: 'free' }, cancellation: null });
  });

  it('can be resumed, also where Stripe’s portal cancelled it for a moment of its own', async () => {
    await act.subscribe(team);
    await act.billing().cancel(acme);
    expect(await act.billing().resume(acme)).toMatchObject({
      cancellation: null,
      nextBill: { due: { amount: 4_800 } },
    });
    expect((await act.recorded()).at(-1)).toMatchObject({
      action: 'billing.plan_resumed',
      actor: { userId: 'olivia' },
    });
    const [subscription] = await act.subscriptions();
    await stage.stripe.subscriptions.update(subscription?.id ?? '', {
      cancel_at: stage.simulator.clock.now() + 9 * DAY,
    });
    expect((await act.billing().sync(acme)).cancellation).toMatchObject({ by: null });
    expect((await act.billing().resume(acme)).cancellation).toBeNull();
  });

  it('takes a change back that waits', async () => {
    await act.subscribe(business(8));
    await act.subscribe(team);
    expect(await act.billing().cancel(acme)).toMatchObject({
      scheduled: null,
      cancellation: { by: { userId: 'olivia' } },
    });
    act.pass(32 * DAY);
    expect((await act.billing().sync(acme)).status).toBe('none');
  });

  it('can be cancelled while a payment is owed', async () => {
    await act.subscribe(team);
    await act.payWith('pm_card_chargeCustomerFail');
    act.pass(32 * DAY);
    expect(await act.billing().sync(acme)).toMatchObject({ status: 'past_due' });
    expect((await act.billing().cancel(acme)).cancellation).not.toBeNull();
  });

  it('is none where there is none', async () => {
    expect(await refusal(act.billing().cancel(acme))).toEqual({ code: 'conflict', reason: 'no_subscription' });
    expect(await refusal(act.billing().resume(acme))).toEqual({ code: 'conflict', reason: 'no_subscription' });
  });

  it('that waits for its first payment ends at once', async () => {
    await act.payWith('pm_card_authenticationRequired');
    await act.subscribe(team);
    expect(await act.billing().cancel(acme)).toMatchObject({ status: 'none' });
  });
});

describe('what is owed', () => {
  beforeEach(async () => {
    await act.subscribe(team);
    await act.payWith('pm_card_chargeCustomerFail');
    act.pass(32 * DAY);
    await act.billing().sync(acme);
  });

  it('is paid with another card', async () => {
    await act.payWith('pm_card_visa');
    const { billing, payment } = await act.billing().retryPayment(acme);
    expect(payment).toEqual({ status: 'succeeded', amount: { amount: 4_800, currency: 'usd' } });
    expect(billing).toMatchObject({ status: 'active', pastDue: null });
    expect(await refusal(act.billing().retryPayment(acme))).toEqual({ code: 'conflict', reason: 'nothing_due' });
  });

  it('stays owed where the bank says no again', async () => {
    expect(await refusal(act.billing().retryPayment(acme))).toEqual({ code: 'payment_required', reason: 'declined' });
    expect(await refusal(act.billing().retryPayment(acme))).toEqual({ code: 'payment_required', reason: 'declined' });
    expect(await act.billing().get(acme)).toMatchObject({ status: 'past_due', pastDue: { reason: 'declined' } });
  });

  it('is asked of the payer where the bank wants that', async () => {
    await act.payWith('pm_card_authenticationRequired');
    const { billing, payment } = await act.billing().retryPayment(acme);
    expect(billing.status).toBe('past_due');
    await act.answerBank(payment, 'succeeded');
    expect(await act.billing().sync(acme)).toMatchObject({ status: 'active', pastDue: null });
  });

  it('is paid once by two who press at once', async () => {
    await act.payWith('pm_card_visa');
    const answers = await Promise.allSettled(
      [stage, stage.start()].map(({ as }) => as('bill').billing.retryPayment(acme)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const charged = await stage.stripe.charges.list({ limit: 100 });
    expect(charged.data.filter(({ status, amount }) => status === 'succeeded' && amount === 4_800)).toHaveLength(2);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCard, createBillingStage } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import { DAY, acme, actingOn, business, refusal, studio, team, teamByYear } from './changesSupport.js';

let stage: BillingStage;
let act: ReturnType<typeof actingOn>;

beforeEach(async () => {
  stage = await createBillingStage('postgres');
  act = actingOn(stage);
  await addCard(stage);
});
afterEach(() => stage.dispose());

const latest = async () => (await act.invoices())[0];

describe('a plan that costs more', () => {
  it('is paid for what is left of the period, to the cent of the preview, and takes effect now', async () => {
    await act.subscribe(team);
    act.pass(10 * DAY + 12_345);
    const offer = await act.preview(business(6));
    expect(offer).toMatchObject({
      takesEffect: 'now',
      now: {
        lines: [
          { kind: 'remaining', planId: 'business' },
          { kind: 'unused', planId: 'team' },
        ],
      },
      next: { date: '2027-02-15T08:00:00.000Z', due: { amount: 14_400 }, lines: [{ kind: 'plan', quantity: 6 }] },
      recurring: { amount: 14_400 },
    });
    const { billing, payment } = await act.confirm(business(6), offer);
    expect(payment).toEqual({ status: 'succeeded', amount: offer.now?.due });
    expect(await latest()).toMatchObject({ total: offer.now?.total.amount, status: 'paid' });
    expect(billing).toMatchObject({ plan: { id: 'business' }, seats: { paid: 6, limit: 6 }, nextBill: offer.next });
    expect((await act.recorded()).at(-1)).toMatchObject({ actor: { userId: 'olivia' }, from: 'Team', to: 'Business' });
  });

  it('is one more seat of a plan that sells them', async () => {
    await act.subscribe(business(5));
    act.pass(15 * DAY);
    const offer = await act.preview(business(8));
    expect(offer.now?.lines).toMatchObject([{ kind: 'remaining', quantity: 3, unitAmount: { amount: 2_400 } }]);
    await act.confirm(business(8), offer);
    expect((await act.recorded()).at(-1)).toMatchObject({ action: 'billing.seats_changed', from: 5, to: 8 });
  });

  it('is a year at once instead of months, from now on', async () => {
    await act.subscribe(team);
    act.pass(3 * DAY);
    const offer = await act.preview(teamByYear);
    expect(offer).toMatchObject({ takesEffect: 'now', next: { date: '2028-01-18T08:00:00.000Z' } });
    const { billing, payment } = await act.confirm(teamByYear, offer);
    expect(payment).toEqual({ status: 'succeeded', amount: offer.now?.due });
    expect(billing).toMatchObject({ interval: 'year', period: { end: '2028-01-18T08:00:00.000Z' } });
    expect(billing.nextBill).toEqual(offer.next);
  });

  it('is not had where the bank says no: the plan stays as it is, and nothing is owed', async () => {
    const { billing: before } = await act.subscribe(team);
    await act.payWith('pm_card_chargeCustomerFail');
    act.pass(DAY);
    const offer = await act.preview(business(6));
    expect(await refusal(act.confirm(business(6), offer))).toEqual({ code: 'payment_required', reason: 'declined' });
    const after = await act.billing().get(acme);
    expect(after).toMatchObject({ status: 'active', plan: { id: 'team' }, pastDue: null, credit: null });
    expect(after.nextBill).toEqual(before.nextBill);
    expect(await latest()).toMatchObject({ status: 'void' });
    await act.payWith('pm_card_visa');
    expect((await act.confirm(business(6), offer)).payment.status).toBe('succeeded');
  });

  it('waits where the bank asks the payer; confirmed, it is had', async () => {
    await act.subscribe(team);
    await act.payWith('pm_card_authenticationRequired');
    const offer = await act.preview(business(6));
    const { billing, payment } = await act.confirm(business(6), offer);
    expect(payment).toMatchObject({ status: 'requires_action', amount: offer.now?.due });
    expect(billing).toMatchObject({ status: 'active', plan: { id: 'team' }, pastDue: null });
    // Asked again, by somebody who closed the bank's window.
    expect((await act.confirm(business(6), offer)).payment).toEqual(payment);
    await act.answerBank(payment, 'succeeded');
    expect(await act.billing().sync(acme)).toMatchObject({ plan: { id: 'business' }, seats: { paid: 6 } });
  });

  it('that nobody confirms is given up after a day: the plan goes on, and nothing is owed', async () => {
    await act.subscribe(team);
    await act.payWith('pm_card_authenticationRequired');
    await act.subscribe(business(6));
    act.pass(DAY);
    expect(await act.billing().sync(acme)).toMatchObject({ status: 'active', plan: { id: 'team' }, pastDue: null });
    expect((await act.invoices()).map(({ status }) => status)).toEqual(['void', 'paid']);
  });

  it('adds up, however many lines wait for the bill: Stripe sends ten with it', async () => {
    await act.subscribe(team);
    for (let index = 0; index < 15; index += 1) {
      act.pass(DAY);
      await stage.services.host.billing.charge('acme', {
        amount: 101,
        description: `Day ${index}`,
        idempotencyKey: `${index}`,
      });
    }
    const offer = await act.preview(business(6));
    expect(offer.now?.tax.amount).toBe(0);
    const sum = offer.now?.lines.reduce((so, { amount }) => so + amount.amount, 0);
    expect(sum).toBe(offer.now?.total.amount);
    await act.confirm(business(6), offer);
    expect((await latest())?.total).toBe(sum);
  });

  it('that waits is given up for another change', async () => {
    await act.subscribe(team);
    await act.payWith('pm_card_authenticationRequired');
    await act.subscribe(business(6));
    const { payment } = await act.subscribe(business(9));
    expect((await act.invoices()).filter(({ status }) => status === 'open')).toHaveLength(1);
    await act.answerBank(payment, 'succeeded');
    expect(await act.billing().sync(acme)).toMatchObject({ seats: { paid: 9 } });
  });

  it('goes on with a plan that was to end', async () => {
    await act.subscribe(team);
    await act.billing().cancel(acme);
    const offer = await act.preview(business(6));
    expect(offer.next.due.amount).toBe(14_400);
    const { billing } = await act.confirm(business(6), offer);
    expect(billing).toMatchObject({ cancellation: null, nextBill: { due: { amount: 14_400 } } });
  });

  it('is not sold while a payment is owed', async () => {
    await act.subscribe(team);
    await act.payWith('pm_card_chargeCustomerFail');
    act.pass(32 * DAY);
    await act.billing().sync(acme);
    expect(await refusal(act.preview(business(6)))).toEqual({ code: 'payment_required', reason: 'past_due' });
  });
});

describe('a plan that costs less', () => {
  it('costs nothing today, and waits for the end of the period', async () => {
    await act.subscribe(business(8));
    const paid = await act.invoices();
    const offer = await act.preview(team);
    expect(offer).toMatchObject({
      takesEffect: 'period_end',
      at: '2027-02-15T08:00:00.000Z',
      now: null,
      next: {
        date: '2027-02-15T08:00:00.000Z',
        due: { amount: 4_800 },
        lines: [{ planId: 'team', period: { start: '2027-02-15T08:00:00.000Z', end: '2027-03-15T08:00:00.000Z' } }],
      },
    });
    const { billing, payment } = await act.confirm(team, offer);
    expect(payment).toEqual({ status: 'none' });
    expect(billing).toMatchObject({
      plan: { id: 'business' },
      scheduled: { at: offer.at, planId: 'team', interval: 'month', seats: 4 },
      nextBill: { due: { amount: 4_800 } },
    });
    expect(await act.invoices()).toHaveLength(paid.length);
    act.pass(32 * DAY);
    const after = await act.billing().sync(acme);
    expect(after).toMatchObject({ plan: { id: 'team' }, scheduled: null, seats: { paid: 4 } });
    expect((await latest())?.amount_paid).toBe(4_800);
    act.pass(31 * DAY);
    expect((await act.billing().sync(acme)).plan?.id).toBe('team');
    expect((await latest())?.amount_paid).toBe(4_800);
  });

  it('is months instead of a year, once the year is used up', async () => {
    await act.subscribe(teamByYear);
    const offer = await act.preview(team);
    expect(offer).toMatchObject({
      takesEffect: 'period_end',
      now: null,
      next: {
        date: '2028-01-15T08:00:00.000Z',
        due: { amount: 4_800 },
        lines: [{ period: { start: '2028-01-15T08:00:00.000Z', end: '2028-02-15T08:00:00.000Z' } }],
      },
    });
    await act.confirm(team, offer);
    act.pass(366 * DAY);
    expect(await act.billing().sync(acme)).toMatchObject({
      interval: 'month',
      period: { start: '2028-01-15T08:00:00.000Z', end: '2028-02-15T08:00:00.000Z' },
    });
    expect((await latest())?.amount_paid).toBe(4_800);
  });

  it('is replaced by another one that waits, and taken back by resuming', async () => {
    await act.subscribe(business(8));
    await act.subscribe(team);
    const { billing } = await act.subscribe(business(5));
    expect(billing).toMatchObject({ scheduled: { planId: 'business', seats: 5 }, seats: { paid: 8, limit: 5 } });
    expect(await refusal(act.preview(business(5)))).toEqual({ code: 'conflict', reason: 'no_change' });
    expect(await act.billing().resume(acme)).toMatchObject({ scheduled: null, seats: { paid: 8, limit: 8 } });
    act.pass(32 * DAY);
    expect((await act.billing().sync(acme)).seats.paid).toBe(8);
    expect((await latest())?.amount_paid).toBe(19_200);
  });

  it('gives way to one that costs more; where the bank says no to that, it waits still', async () => {
    await act.subscribe(business(6));
    await act.subscribe(studio);
    await act.payWith('pm_card_chargeCustomerFail');
    expect(await refusal(act.subscribe(business(7)))).toMatchObject({ reason: 'declined' });
    expect(await act.billing().get(acme)).toMatchObject({ scheduled: { planId: 'studio' }, seats: { paid: 6 } });
    await act.payWith('pm_card_visa');
    const { billing } = await act.subscribe(business(7));
    expect(billing).toMatchObject({ scheduled: null, seats: { paid: 7 } });
  });

  it('is the free plan, which is as much as cancelling', async () => {
    await act.subscribe(team);
    const free = { ...acme, planId: 'free', interval: 'month' as const };
    const offer = await act.preview(free);
    expect(offer).toMatchObject({ takesEffect: 'period_end', now: null, next: { lines: [], due: { amount: 0 } } });
    const { billing } = await act.confirm(free, offer);
    expect(billing.cancellation).toMatchObject({ endsAt: offer.at, by: { userId: 'olivia' } });
    expect(await refusal(act.preview(free))).toEqual({ code: 'conflict', reason: 'no_change' });
  });

  it('cannot be one that is too small for the people', async () => {
    await act.subscribe(business(8));
    expect(await refusal(act.preview(business(3)))).toEqual({ code: 'conflict', reason: 'seats_below_members' });
  });
});

describe('a quote', () => {
  it('is refused once the account is another, and nothing is charged', async () => {
    await act.subscribe(team);
    const offer = await act.preview(business(6));
    await stage.as('mia').members.leave(acme);
    expect(await refusal(act.confirm(business(6), offer))).toEqual({ code: 'conflict', reason: 'quote_changed' });
    expect(await act.invoices()).toHaveLength(1);
  });

  it('is for what was asked for, and for fifteen minutes', async () => {
    const offer = await act.preview(business(6));
    expect(await refusal(act.confirm(business(5), offer))).toEqual({ code: 'conflict', reason: 'quote_changed' });
    act.pass(15 * 60);
    expect(await refusal(act.confirm(business(6), offer))).toEqual({ code: 'conflict', reason: 'quote_changed' });
    expect(await act.subscriptions()).toEqual([]);
  });

  it('is made again after another, where everything is as it was when it was offered', async () => {
    await act.subscribe(business(8));
    await act.subscribe(studio);
    const offer = await act.preview(team);
    await act.confirm(team, offer);
    await act.subscribe(studio);
    const { billing } = await act.confirm(team, offer);
    expect(billing.scheduled).toMatchObject({ planId: 'team' });
    await act.billing().resume(acme);
    await act.subscribe(studio);
    expect((await act.confirm(team, offer)).billing.scheduled).toMatchObject({ planId: 'team' });
  });

  it('charges once, however often it is confirmed', async () => {
    await act.subscribe(team);
    const offer = await act.preview(business(6));
    const all = await Promise.allSettled([1, 2, 3].map(() => act.confirm(business(6), offer)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await act.invoices()).toHaveLength(2);
  });
});

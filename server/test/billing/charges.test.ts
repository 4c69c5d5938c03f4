import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCard, createBillingStage } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import { testDeps } from '../support/inProcess.js';
import { createServices } from '../../src/services.js';
import { DAY, acme, actingOn, business, refusal, team } from './changesSupport.js';

let stage: BillingStage;
let act: ReturnType<typeof actingOn>;

beforeEach(async () => {
  stage = await createBillingStage('postgres');
  act = actingOn(stage);
});
afterEach(() => stage.dispose());

const host = () => stage.services.host.billing;
const messages = { amount: 1_250, description: '3,000 more messages', idempotencyKey: 'usage-1' };

describe('what a host charges for', () => {
  it('stands on the next bill, once, however often it is asked for', async () => {
    await addCard(stage);
    await act.subscribe(team);
    await Promise.all([host().charge('acme', messages), host().charge('acme', messages)]);
    await host().charge('acme', { ...messages, idempotencyKey: 'usage-2', currency: 'usd' });
    const { nextBill } = await act.billing().sync(acme);
    expect(nextBill?.lines.filter(({ kind }) => kind === 'usage')).toMatchObject([
      { description: messages.description, amount: { amount: 1_250, currency: 'usd' }, planId: null },
      { description: messages.description, amount: { amount: 1_250 } },
    ]);
    expect(nextBill?.due.amount).toBe(4_800 + 2_500);
    act.pass(32 * DAY);
    expect((await act.invoices())[0]).toMatchObject({ total: 7_300, status: 'paid' });
  });

  it('is known of within a minute, without Stripe telling of it', async () => {
    await addCard(stage);
    await act.subscribe(team);
    await host().charge('acme', messages);
    act.pass(61);
    await stage.services.billing.drain();
    expect((await act.billing().get(acme)).nextBill?.due.amount).toBe(6_050);
  });

  it('comes along with a change that is paid now, and not again after it', async () => {
    await addCard(stage);
    await act.subscribe(team);
    await host().charge('acme', messages);
    act.pass(5 * DAY);
    const offer = await act.preview(business(6));
    expect(offer.now?.lines.map(({ kind }) => kind)).toEqual(['remaining', 'unused', 'usage']);
    expect(offer.next.lines.map(({ kind }) => kind)).toEqual(['plan']);
    const { billing } = await act.confirm(business(6), offer);
    expect((await act.invoices())[0]?.total).toBe(offer.now?.total.amount);
    expect(billing.nextBill).toEqual(offer.next);
  });

  it('cannot be charged where there is no next bill, or as what it is not', async () => {
    expect(await refusal(host().charge('acme', messages))).toEqual({ code: 'conflict', reason: 'no_subscription' });
    expect(await refusal(host().charge('nowhere', messages))).toMatchObject({ code: 'not_found' });
    await addCard(stage);
    await act.subscribe(team);
    const wrong = { amount: 12.5, currency: 'eur', description: ' ', idempotencyKey: '' };
    expect(await refusal(host().charge('acme', wrong))).toMatchObject({
      code: 'validation',
      fields: [{ path: 'amount' }, { path: 'currency' }, { path: 'description' }, { path: 'idempotencyKey' }],
    });
  });

  it('is nothing where billing is off', async () => {
    const { host: off } = createServices(testDeps(stage.test.database));
    expect(await refusal(off.billing.charge('acme', messages))).toMatchObject({ reason: 'billing_not_configured' });
  });
});

describe('what a workspace may have', () => {
  it('is what the free plan gives, where it pays for nothing', async () => {
    expect(await host().entitlements('acme')).toEqual({
      planId: 'free',
      planName: 'Free',
      status: 'none',
      features: [],
      memberLimit: 5,
      seats: null,
      validUntil: null,
      paused: false,
    });
    expect(await refusal(host().entitlements('nowhere'))).toMatchObject({ code: 'not_found' });
  });

  it('is what its plan gives, until it ends or is paid again', async () => {
    await addCard(stage);
    await act.subscribe(business(6));
    expect(await host().entitlements('acme')).toMatchObject({
      planId: 'business',
      planName: 'Business',
      status: 'active',
      memberLimit: 6,
      seats: 6,
      validUntil: '2027-02-15T08:00:00.000Z',
    });
  });

  it('says that inviting is paused, once the grace period of a failed payment is over', async () => {
    await addCard(stage);
    await act.subscribe(team);
    await act.payWith('pm_card_chargeCustomerFail');
    act.pass(32 * DAY);
    await act.billing().sync(acme);
    expect(await host().entitlements('acme')).toMatchObject({ planId: 'team', status: 'past_due', paused: false });
    act.pass(13.5 * DAY);
    await act.billing().sync(acme);
    expect(await host().entitlements('acme')).toMatchObject({ planId: 'team', status: 'past_due', paused: true });
  });

  it('is as it always was where billing is off', async () => {
    const { host: off } = createServices(testDeps(stage.test.database));
    expect(await off.billing.entitlements('acme')).toMatchObject({ planId: null, status: 'none', memberLimit: 5 });
  });
});

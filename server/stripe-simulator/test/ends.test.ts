import { describe, expect, it } from 'vitest';
import { refusal, START } from './client.js';
import { DAY, itemOf, latestInvoice, startWorld } from './world.js';

/** The middle of the first period, 15 January to 15 February: half of it is left. */
const HALF = (31 * DAY) / 2;

describe('a trial', () => {
  it('bills nothing until it ends, and tells of its end three days before', async () => {
    const { stripe, simulator, subscribe, heard } = await startWorld();
    const subscription = await subscribe({ trial_period_days: 14 });
    expect(subscription).toMatchObject({ status: 'trialing', trial_start: START, trial_end: START + 14 * DAY });
    expect(await latestInvoice(stripe, subscription.id)).toMatchObject({ status: 'paid', total: 0 });
    simulator.clock.advanceBy(11 * DAY);
    expect(heard.filter((type) => type === 'customer.subscription.trial_will_end')).toHaveLength(1);
    simulator.clock.advanceBy(3 * DAY + 3600);
    const begun = await stripe.subscriptions.retrieve(subscription.id);
    expect([begun.status, itemOf(begun).current_period_start]).toEqual(['active', START + 14 * DAY]);
    expect(await latestInvoice(stripe, subscription.id)).toMatchObject({ status: 'paid', total: 1800 });
  });

  it('ends now when told to', async () => {
    const { stripe, simulator, subscribe } = await startWorld();
    const { id } = await subscribe({ trial_period_days: 14 });
    simulator.clock.advanceBy(DAY);
    expect((await stripe.subscriptions.update(id, { trial_end: 'now' })).status).toBe('active');
    expect(await latestInvoice(stripe, id)).toMatchObject({ status: 'paid', total: 1800 });
  });

  it.each([
    ['cancel', 'canceled', 'customer.subscription.deleted'],
    ['pause', 'paused', 'customer.subscription.paused'],
    ['create_invoice', 'past_due', 'invoice.payment_failed'],
  ] as const)('without a payment method ends by %s', async (missing, status, event) => {
    const { stripe, simulator, subscribe, heard } = await startWorld(null);
    const { id, pending_setup_intent: setup } = await subscribe({
      trial_period_days: 14,
      payment_behavior: 'default_incomplete',
      trial_settings: { end_behavior: { missing_payment_method: missing } },
    });
    expect(setup).toMatch(/^seti_/);
    simulator.clock.advanceBy(14 * DAY + 3600);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe(status);
    expect(heard).toContain(event);
  });

  it('that was paused goes on when resumed', async () => {
    const { stripe, simulator, subscribe, heard, customer } = await startWorld(null);
    const { id } = await subscribe({
      trial_period_days: 14,
      payment_behavior: 'default_incomplete',
      trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
    });
    simulator.clock.advanceBy(20 * DAY);
    const card = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card.id } });
    const resumed = await stripe.subscriptions.resume(id, { billing_cycle_anchor: { type: 'now' } });
    expect([resumed.status, itemOf(resumed).current_period_start]).toEqual(['active', START + 20 * DAY]);
    expect(heard).toContain('customer.subscription.resumed');
    expect(await latestInvoice(stripe, id)).toMatchObject({ status: 'paid', total: 1800 });
  });
});

describe('an end', () => {
  it('comes with the period, unless it is taken back', async () => {
    const { stripe, simulator, subscribe, heard } = await startWorld();
    const subscription = await subscribe();
    const { current_period_end: end } = itemOf(subscription);
    const ending = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    expect(ending).toMatchObject({ cancel_at_period_end: true, cancel_at: end, canceled_at: START, status: 'active' });
    const kept = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false });
    expect(kept).toMatchObject({ cancel_at_period_end: false, cancel_at: null, canceled_at: null });
    const again = await stripe.subscriptions.update(subscription.id, { cancel_at: 'min_period_end' });
    expect(again).toMatchObject({ cancel_at_period_end: false, cancel_at: end });
    simulator.clock.advanceTo(end);
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ status: 'canceled', ended_at: end });
    expect(heard.at(-1)).toBe('customer.subscription.deleted');
    expect(heard).not.toContain('invoice.upcoming');
  });

  it('bills usage that is still open', async () => {
    const { stripe, simulator, subscribe, customer } = await startWorld();
    const subscription = await subscribe();
    await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    await stripe.invoiceItems.create({ customer, subscription: subscription.id, amount: 700, currency: 'usd' });
    simulator.clock.advanceBy(32 * DAY);
    const [last] = (await stripe.invoices.list({ customer, limit: 1 })).data;
    expect(last).toMatchObject({ status: 'paid', total: 700 });
  });

  it('comes now, with what is left given back when asked for', async () => {
    const { stripe, simulator, subscribe, customer } = await startWorld();
    const { id } = await subscribe();
    simulator.clock.advanceBy(HALF);
    const ended = await stripe.subscriptions.cancel(id, { prorate: true, invoice_now: true });
    expect(ended).toMatchObject({ status: 'canceled', ended_at: START + HALF });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -900 });
    expect((await refusal(stripe.subscriptions.cancel(id))).code).toBe('resource_missing');
    expect((await refusal(stripe.subscriptions.update(id, { cancel_at_period_end: true }))).message).toContain(
      'canceled subscription',
    );
  });

  it('comes when the customer is deleted', async () => {
    const { stripe, subscribe, customer, heard } = await startWorld();
    const { id } = await subscribe();
    await stripe.customers.del(customer);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
    expect(heard.slice(-2)).toEqual(['customer.subscription.deleted', 'customer.deleted']);
  });
});

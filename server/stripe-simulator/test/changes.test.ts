import { describe, expect, it } from 'vitest';
import { refusal, START } from './client.js';
import { DAY, itemOf, latestInvoice, startWorld } from './world.js';
import type { World } from './world.js';

/** The middle of the first period, 15 January to 15 February: half of it is left. */
const HALF = (31 * DAY) / 2;

const lines = async ({ stripe }: World, invoice: string) =>
  (await stripe.invoices.listLineItems(invoice)).data.map(({ description, amount }) => [description, amount]);

describe('a change of seats', () => {
  it('waits for the next bill, by default', async () => {
    const world = await startWorld();
    const { stripe, simulator, subscribe, customer } = world;
    const subscription = await subscribe();
    simulator.clock.advanceBy(HALF);
    const after = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: itemOf(subscription).id, quantity: 5 }],
    });
    expect(after.latest_invoice).toBe(subscription.latest_invoice);
    expect((await stripe.invoiceItems.list({ customer, pending: true })).data.map(({ amount }) => amount)).toEqual([
      2250, -900,
    ]);
    simulator.clock.advanceBy(HALF + 3600);
    const invoice = await latestInvoice(stripe, subscription.id);
    expect([invoice.status, invoice.total]).toEqual(['paid', 2250 - 900 + 4500]);
    expect(await lines(world, invoice.id)).toEqual([
      ['Remaining time on 5 × Team after 30 Jan 2027', 2250],
      ['Unused time on 2 × Team after 30 Jan 2027', -900],
      ['5 × Team (at $9.00 / month)', 4500],
    ]);
  });

  it('is billed at once with always_invoice', async () => {
    const { stripe, simulator, subscribe } = await startWorld();
    const subscription = await subscribe();
    simulator.clock.advanceBy(HALF);
    await stripe.subscriptionItems.update(itemOf(subscription).id, {
      quantity: 5,
      proration_behavior: 'always_invoice',
    });
    expect(await latestInvoice(stripe, subscription.id)).toMatchObject({
      status: 'paid',
      total: 1350,
      billing_reason: 'subscription_update',
    });
  });

  it('that gives seats back leaves credit, which the next bill takes', async () => {
    const { stripe, simulator, subscribe, customer } = await startWorld();
    const subscription = await subscribe();
    simulator.clock.advanceBy(HALF);
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: itemOf(subscription).id, quantity: 1 }],
      proration_behavior: 'always_invoice',
    });
    const credit = await latestInvoice(stripe, subscription.id);
    expect(credit).toMatchObject({ status: 'paid', total: -450, amount_due: 0, ending_balance: -450 });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -450 });
    simulator.clock.advanceBy(HALF + 3600);
    const next = await latestInvoice(stripe, subscription.id);
    expect(next).toMatchObject({ total: 900, starting_balance: -450, amount_due: 450, amount_paid: 450 });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: 0 });
  });

  it('costs nothing with none, and nothing during a trial', async () => {
    const { stripe, simulator, subscribe, customer } = await startWorld();
    const paid = await subscribe();
    const trial = await subscribe({ trial_period_days: 14 });
    simulator.clock.advanceBy(DAY);
    await stripe.subscriptions.update(paid.id, {
      items: [{ id: itemOf(paid).id, quantity: 9 }],
      proration_behavior: 'none',
    });
    await stripe.subscriptions.update(trial.id, {
      items: [{ id: itemOf(trial).id, quantity: 9 }],
      proration_behavior: 'always_invoice',
    });
    expect((await stripe.invoiceItems.list({ customer })).data).toEqual([]);
    expect((await stripe.invoices.list({ customer })).data).toHaveLength(2);
  });

  it('is refused for a date outside of the period', async () => {
    const { stripe, subscribe } = await startWorld();
    const subscription = await subscribe();
    const items = [{ id: itemOf(subscription).id, quantity: 5 }];
    const error = await refusal(stripe.subscriptions.update(subscription.id, { items, proration_date: START - 1 }));
    expect(error.param).toBe('proration_date');
  });
});

describe('a change whose payment does not succeed', () => {
  async function withBadCard(card = 'pm_card_chargeCustomerFail') {
    const world = await startWorld();
    const subscription = await world.subscribe();
    const bad = await world.stripe.paymentMethods.attach(card, { customer: world.customer });
    await world.stripe.customers.update(world.customer, {
      invoice_settings: { default_payment_method: bad.id },
    });
    world.simulator.clock.advanceBy(HALF);
    const items = [{ id: itemOf(subscription).id, quantity: 5 }];
    return { ...world, id: subscription.id, terms: { items, proration_behavior: 'always_invoice' } };
  }

  it('is made all the same, and past due, with allow_incomplete', async () => {
    const { stripe, id, terms } = await withBadCard();
    const after = await stripe.subscriptions.update(id, terms);
    expect([after.status, itemOf(after).quantity]).toEqual(['past_due', 5]);
  });

  it('is not made with error_if_incomplete', async () => {
    const { stripe, id, terms, heard, customer } = await withBadCard();
    const before = heard.length;
    const error = await refusal(stripe.subscriptions.update(id, { ...terms, payment_behavior: 'error_if_incomplete' }));
    expect([error.statusCode, error.code]).toEqual([402, 'card_declined']);
    const after = await stripe.subscriptions.retrieve(id);
    expect([after.status, itemOf(after).quantity]).toEqual(['active', 2]);
    expect((await stripe.invoices.list({ customer })).data).toHaveLength(1);
    expect(heard.slice(before)).toEqual([]);
  });

  it('waits with pending_if_incomplete, and is made when its invoice is paid', async () => {
    const { stripe, id, terms, heard, customer } = await withBadCard();
    const waiting = await stripe.subscriptions.update(id, { ...terms, payment_behavior: 'pending_if_incomplete' });
    expect([waiting.status, itemOf(waiting).quantity]).toEqual(['active', 2]);
    expect(waiting.pending_update?.subscription_items?.[0]?.quantity).toBe(5);
    const good = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    await stripe.invoices.pay(String(waiting.latest_invoice), { payment_method: good.id });
    const after = await stripe.subscriptions.retrieve(id);
    expect([after.pending_update, itemOf(after).quantity]).toEqual([null, 5]);
    expect(heard).toContain('customer.subscription.pending_update_applied');
  });

  it('is forgotten after 23 hours with pending_if_incomplete, its invoice void', async () => {
    const { stripe, id, terms, simulator, heard } = await withBadCard('pm_card_authenticationRequired');
    const waiting = await stripe.subscriptions.update(id, { ...terms, payment_behavior: 'pending_if_incomplete' });
    expect(heard).toContain('invoice.payment_action_required');
    simulator.clock.advanceBy(23 * 3600);
    const after = await stripe.subscriptions.retrieve(id);
    expect([after.status, after.pending_update, itemOf(after).quantity]).toEqual(['active', null, 2]);
    expect((await stripe.invoices.retrieve(String(waiting.latest_invoice))).status).toBe('void');
    expect(heard).toContain('customer.subscription.pending_update_expired');
  });

  it('takes nothing beside the bill with pending_if_incomplete', async () => {
    const { stripe, id, terms } = await withBadCard();
    const error = await refusal(
      stripe.subscriptions.update(id, { ...terms, payment_behavior: 'pending_if_incomplete', metadata: { a: '1' } }),
    );
    expect(error.param).toBe('metadata');
  });
});

describe('a change of interval', () => {
  it('begins a new period now, less what is left of the old one', async () => {
    const world = await startWorld();
    const { stripe, simulator, subscribe, yearly } = world;
    const subscription = await subscribe();
    simulator.clock.advanceBy(HALF);
    const after = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: itemOf(subscription).id, price: yearly }],
    });
    const now = START + HALF;
    expect(after.billing_cycle_anchor).toBe(now);
    expect(itemOf(after)).toMatchObject({ quantity: 2, current_period_start: now });
    const invoice = await latestInvoice(stripe, subscription.id);
    expect(invoice).toMatchObject({ status: 'paid', total: 18_000 - 900 });
    expect(await lines(world, invoice.id)).toEqual([
      ['Unused time on 2 × Team after 30 Jan 2027', -900],
      ['2 × Team (at $90.00 / year)', 18_000],
    ]);
  });
});

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

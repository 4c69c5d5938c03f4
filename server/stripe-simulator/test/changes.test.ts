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

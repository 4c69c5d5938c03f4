import { describe, expect, it } from 'vitest';
import { refusal, START } from './client.js';
import { DAY, itemOf, latestInvoice, startWorld } from './world.js';

describe('a new subscription', () => {
  it('is paid for at once, and active', async () => {
    const { stripe, subscribe, heard } = await startWorld();
    const subscription = await subscribe();
    expect(subscription).toMatchObject({ status: 'active', currency: 'usd', start_date: START });
    expect(itemOf(subscription)).toMatchObject({
      quantity: 2,
      current_period_start: START,
      current_period_end: Date.UTC(2027, 1, 15, 8) / 1000,
    });
    const invoice = await latestInvoice(stripe, subscription.id);
    expect(invoice).toMatchObject({
      status: 'paid',
      total: 1800,
      amount_paid: 1800,
      amount_remaining: 0,
      billing_reason: 'subscription_create',
      number: expect.stringMatching(/^\w{8}-0001$/),
      parent: { subscription_details: { subscription: subscription.id } },
    });
    expect(invoice.payments?.data[0]).toMatchObject({ status: 'paid', amount_paid: 1800, is_default: true });
    expect(heard).toEqual(
      expect.arrayContaining([
        'invoice.created',
        'customer.subscription.created',
        'invoice.finalized',
        'invoice.paid',
        'invoice.payment_succeeded',
        'customer.subscription.updated',
      ]),
    );
  });

  it.each([
    ['allow_incomplete', 'incomplete'],
    ['default_incomplete', 'incomplete'],
  ] as const)('with %s and a card that is declined, is %s', async (behavior, status) => {
    const { subscribe, stripe } = await startWorld('pm_card_chargeCustomerFail');
    const subscription = await subscribe({ payment_behavior: behavior });
    expect(subscription.status).toBe(status);
    const invoice = await latestInvoice(stripe, subscription.id);
    expect([invoice.status, invoice.attempt_count]).toEqual(['open', behavior === 'allow_incomplete' ? 1 : 0]);
    expect(invoice.confirmation_secret?.client_secret).toMatch(/^pi_\w+_secret_/);
  });

  it('with error_if_incomplete and a card that is declined, is none', async () => {
    const { subscribe, stripe, customer, heard } = await startWorld('pm_card_chargeCustomerFail');
    const error = await refusal(subscribe({ payment_behavior: 'error_if_incomplete' }));
    expect([error.statusCode, error.type, error.code]).toEqual([402, 'StripeCardError', 'card_declined']);
    expect((await stripe.subscriptions.list({ customer, status: 'all' })).data).toEqual([]);
    expect((await stripe.invoices.list({ customer })).data).toEqual([]);
    expect(heard).toEqual([]);
  });

  it('needs a payment method, unless default_incomplete', async () => {
    const { subscribe } = await startWorld(null);
    expect((await refusal(subscribe())).message).toContain('no attached payment source or default payment method');
    expect((await subscribe({ payment_behavior: 'default_incomplete' })).status).toBe('incomplete');
  });

  it('that is not paid within 23 hours has expired, its invoice void', async () => {
    const { subscribe, stripe, simulator } = await startWorld(null);
    const { id } = await subscribe({ payment_behavior: 'default_incomplete' });
    simulator.clock.advanceBy(23 * 3600 - 1);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('incomplete');
    simulator.clock.advanceBy(1);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('incomplete_expired');
    expect((await latestInvoice(stripe, id)).status).toBe('void');
  });

  it('shows its price as that is now', async () => {
    const { stripe, subscribe } = await startWorld();
    const subscription = await subscribe();
    await stripe.prices.update(itemOf(subscription).price.id, { metadata: { plan: 'team' } });
    expect(itemOf(await stripe.subscriptions.retrieve(subscription.id)).price.metadata).toEqual({ plan: 'team' });
  });

  it('is listed by customer, price and status', async () => {
    const { subscribe, stripe, customer, monthly, yearly } = await startWorld();
    const { id } = await subscribe();
    const ids = async (params: object) => (await stripe.subscriptions.list(params)).data.map((each) => each.id);
    expect(await ids({ customer, price: monthly, status: 'active' })).toEqual([id]);
    expect(await ids({ customer, price: yearly })).toEqual([]);
    await stripe.subscriptions.cancel(id);
    expect(await ids({ customer })).toEqual([]);
    expect(await ids({ customer, status: 'all' })).toEqual([id]);
  });

  it('refuses a second currency for one customer', async () => {
    const { subscribe, stripe } = await startWorld();
    await subscribe();
    const yen = await stripe.prices.create({
      product_data: { name: 'Yen' },
      currency: 'jpy',
      unit_amount: 900,
      recurring: { interval: 'month' },
    });
    expect((await refusal(subscribe({ items: [{ price: yen.id }] }))).message).toContain('combine currencies');
  });
});

describe('a renewal', () => {
  it('is drafted at the end of the period and charged an hour later', async () => {
    const { subscribe, stripe, simulator } = await startWorld();
    const subscription = await subscribe();
    const end = itemOf(subscription).current_period_end;
    simulator.clock.advanceTo(end);
    const draft = await latestInvoice(stripe, subscription.id);
    expect(draft).toMatchObject({ status: 'draft', total: 1800, billing_reason: 'subscription_cycle', created: end });
    simulator.clock.advanceBy(3600);
    expect(await latestInvoice(stripe, subscription.id)).toMatchObject({ id: draft.id, status: 'paid' });
    const renewed = itemOf(await stripe.subscriptions.retrieve(subscription.id));
    expect([renewed.current_period_start, renewed.current_period_end]).toEqual([end, Date.UTC(2027, 2, 15, 8) / 1000]);
  });

  it('keeps the day of the month, wherever the month has it', async () => {
    const { subscribe, stripe, simulator } = await startWorld('pm_card_visa', { clock: Date.UTC(2027, 0, 31) / 1000 });
    const { id } = await subscribe();
    const ends: string[] = [];
    for (let month = 0; month < 4; month += 1) {
      const { current_period_end: end } = itemOf(await stripe.subscriptions.retrieve(id));
      ends.push(new Date(end * 1000).toISOString().slice(0, 10));
      simulator.clock.advanceTo(end);
    }
    expect(ends).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']);
  });

  it('takes up what was charged for usage meanwhile', async () => {
    const { subscribe, stripe, simulator, customer } = await startWorld();
    const { id } = await subscribe();
    await stripe.invoiceItems.create({ customer, amount: 450, currency: 'usd', description: 'GPU minutes' });
    simulator.clock.advanceBy(31 * DAY + 3600);
    const invoice = await latestInvoice(stripe, id);
    expect(invoice.total).toBe(2250);
    expect(invoice.lines.data.map(({ description, amount }) => [description, amount])).toEqual([
      ['GPU minutes', 450],
      ['2 × Team (at $9.00 / month)', 1800],
    ]);
    expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toEqual([]);
  });

  it('that fails makes the subscription past due, is tried again after 3, 5 and 7 days, and ends it', async () => {
    const { subscribe, stripe, simulator, customer, heard } = await startWorld();
    const subscription = await subscribe();
    const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: bad.id } });
    const failedAt = itemOf(subscription).current_period_end + 3600;
    simulator.clock.advanceTo(failedAt);
    const status = async () => (await stripe.subscriptions.retrieve(subscription.id)).status;
    const attempts = async () => {
      const { attempt_count: count, next_payment_attempt: next } = await latestInvoice(stripe, subscription.id);
      return [count, next === null ? null : (next - failedAt) / DAY];
    };
    expect([await status(), await attempts()]).toEqual(['past_due', [1, 3]]);
    simulator.clock.advanceBy(3 * DAY);
    expect([await status(), await attempts()]).toEqual(['past_due', [2, 8]]);
    simulator.clock.advanceBy(5 * DAY);
    expect([await status(), await attempts()]).toEqual(['past_due', [3, 15]]);
    simulator.clock.advanceBy(7 * DAY);
    expect([await status(), await attempts()]).toEqual(['canceled', [4, null]]);
    expect(heard.filter((type) => type === 'invoice.payment_failed')).toHaveLength(4);
    expect(heard.at(-1)).toBe('customer.subscription.deleted');
  });

  it('that failed is recovered with another card', async () => {
    const { subscribe, stripe, simulator, customer } = await startWorld();
    const { id } = await subscribe();
    const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: bad.id } });
    simulator.clock.advanceBy(32 * DAY);
    const failed = await latestInvoice(stripe, id);
    expect((await refusal(stripe.invoices.pay(failed.id))).code).toBe('card_declined');
    expect((await latestInvoice(stripe, id)).attempt_count).toBe(2);
    const good = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    expect((await stripe.invoices.pay(failed.id, { payment_method: good.id })).status).toBe('paid');
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  });

  it('that a bank wants to see authenticated says so', async () => {
    const { subscribe, stripe, simulator, customer, heard } = await startWorld();
    const { id } = await subscribe();
    const careful = await stripe.paymentMethods.attach('pm_card_authenticationRequired', { customer });
    await stripe.subscriptions.update(id, { default_payment_method: careful.id });
    simulator.clock.advanceBy(32 * DAY);
    expect(heard).toContain('invoice.payment_action_required');
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('past_due');
    expect((await latestInvoice(stripe, id)).status).toBe('open');
  });
});

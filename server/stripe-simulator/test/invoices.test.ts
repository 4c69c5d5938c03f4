import { expect, it } from 'vitest';
import { refusal, START } from './client.js';
import { DAY, itemOf, latestInvoice, startWorld } from './world.js';

it('an invoice of one’s own takes up what waits when told to, and is paid as a draft, as the CLI does', async () => {
  const { stripe, customer, heard } = await startWorld();
  await stripe.invoiceItems.create({ customer, amount: 1200, currency: 'usd', description: 'Setup' });
  const empty = await stripe.invoices.create({ customer });
  expect([empty.total, empty.status, empty.auto_advance]).toEqual([0, 'draft', false]);
  const draft = await stripe.invoices.create({ customer, pending_invoice_items_behavior: 'include' });
  expect(draft.total).toBe(1200);
  const paid = await stripe.invoices.pay(draft.id, { expand: ['payments.data.payment.payment_intent'] });
  expect(paid).toMatchObject({ status: 'paid', amount_paid: 1200, number: expect.stringMatching(/-0001$/) });
  expect(paid.payments?.data[0]?.payment.payment_intent).toMatchObject({ object: 'payment_intent', amount: 1200 });
  expect(heard.slice(-2)).toEqual(['invoice.paid', 'invoice.payment_succeeded']);
  expect((await refusal(stripe.invoices.pay(draft.id))).message).toBe('Invoice is already paid');
});

it('a payment that fails answers 402, and the attempt stays', async () => {
  const { stripe, customer, heard } = await startWorld('pm_card_chargeCustomerFail');
  await stripe.invoiceItems.create({ customer, amount: 1200, currency: 'usd' });
  const { id } = await stripe.invoices.create({ customer, pending_invoice_items_behavior: 'include' });
  const error = await refusal(stripe.invoices.pay(id));
  expect([error.statusCode, error.code, error.payment_intent?.object]).toEqual([
    402,
    'card_declined',
    'payment_intent',
  ]);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'open', attempt_count: 1 });
  expect(heard).toContain('invoice.payment_failed');
});

it('an invoice that advances by itself is finalised and charged an hour later', async () => {
  const { stripe, customer, simulator } = await startWorld();
  await stripe.invoiceItems.create({ customer, amount: 1200, currency: 'usd' });
  const { id } = await stripe.invoices.create({
    customer,
    auto_advance: true,
    pending_invoice_items_behavior: 'include',
  });
  simulator.clock.advanceBy(3599);
  expect((await stripe.invoices.retrieve(id)).status).toBe('draft');
  simulator.clock.advanceBy(1);
  expect((await stripe.invoices.retrieve(id)).status).toBe('paid');
});

it('items come and go while an invoice is a draft, and not after', async () => {
  const { stripe, customer } = await startWorld();
  const { id: invoice } = await stripe.invoices.create({ customer, description: 'March' });
  const item = await stripe.invoiceItems.create({ customer, invoice, amount: 700, currency: 'usd' });
  expect((await stripe.invoices.retrieve(invoice)).total).toBe(700);
  await stripe.invoiceItems.del(item.id);
  expect((await stripe.invoices.retrieve(invoice)).total).toBe(0);
  await stripe.invoiceItems.create({ customer, invoice, amount: 900, currency: 'usd' });
  const open = await stripe.invoices.finalizeInvoice(invoice);
  expect([open.status, open.amount_due]).toEqual(['open', 900]);
  const late = stripe.invoiceItems.create({ customer, invoice, amount: 100, currency: 'usd' });
  expect((await refusal(late)).code).toBe('invoice_not_editable');
});

it('an open invoice can be voided, given up, or paid elsewhere', async () => {
  const { stripe, customer, heard } = await startWorld(null);
  const open = async () => {
    const { id } = await stripe.invoices.create({ customer });
    await stripe.invoiceItems.create({ customer, invoice: id, amount: 900, currency: 'usd' });
    return (await stripe.invoices.finalizeInvoice(id)).id;
  };
  expect((await stripe.invoices.voidInvoice(await open())).status).toBe('void');
  const given = await stripe.invoices.markUncollectible(await open());
  expect(given.status).toBe('uncollectible');
  expect(await stripe.invoices.pay(given.id, { paid_out_of_band: true })).toMatchObject({ status: 'paid' });
  const statuses = (await stripe.invoices.list({ customer })).data.map(({ status }) => status);
  expect(statuses).toEqual(['paid', 'void']);
  expect((await stripe.invoices.list({ customer, status: 'void' })).data).toHaveLength(1);
  const intents = (await stripe.invoicePayments.list()).data.map(({ status }) => status);
  expect(intents).toEqual(['paid', 'canceled']);
  expect(heard).toEqual(expect.arrayContaining(['invoice.voided', 'invoice.marked_uncollectible']));
});

it('a draft of one’s own can be deleted, and its items wait again', async () => {
  const { stripe, customer } = await startWorld();
  await stripe.invoiceItems.create({ customer, amount: 900, currency: 'usd' });
  const { id } = await stripe.invoices.create({ customer, pending_invoice_items_behavior: 'include' });
  await stripe.invoices.del(id);
  expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toHaveLength(1);
});

it('has a page and a PDF, whose name is its number', async () => {
  const { stripe, subscribe } = await startWorld();
  const { id } = await subscribe();
  const { hosted_invoice_url: page, invoice_pdf: pdf, number } = await latestInvoice(stripe, id);
  expect(await (await fetch(page ?? '')).text()).toContain('2 × Team (at $9.00 / month): $18.00');
  const file = await fetch(pdf ?? '');
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename="Invoice-${number}.pdf"`);
  const text = Buffer.from(await file.arrayBuffer()).toString('latin1');
  expect(text).toMatch(/^%PDF-1\.4\n[^]*%%EOF\n$/);
  const at = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(at, at + 4)).toBe('xref');
});

it('shows ten lines in itself, and all of them by the page', async () => {
  const { stripe, customer } = await startWorld();
  for (let index = 0; index < 12; index += 1) {
    await stripe.invoiceItems.create({ customer, amount: 100, currency: 'usd', description: `Line ${index}` });
  }
  const invoice = await stripe.invoices.create({ customer, pending_invoice_items_behavior: 'include' });
  expect([invoice.lines.data.length, invoice.lines.has_more, invoice.total]).toEqual([10, true, 1200]);
  const all: number[] = [];
  for await (const { amount } of stripe.invoices.listLineItems(invoice.id)) all.push(amount);
  expect(all).toHaveLength(12);
});

it('yen have no minor unit', async () => {
  const { stripe, customer, simulator } = await startWorld();
  const price = await stripe.prices.create({
    product_data: { name: 'Team' },
    currency: 'jpy',
    unit_amount: 1001,
    recurring: { interval: 'month' },
  });
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price: price.id }] });
  simulator.clock.advanceBy((31 * DAY) / 2);
  await stripe.subscriptions.update(subscription.id, {
    items: [{ id: itemOf(subscription).id, quantity: 2 }],
    proration_behavior: 'always_invoice',
  });
  const invoice = await latestInvoice(stripe, subscription.id);
  // Half of 1001 is 500.5: rounded to 501 down and, for two, 1001 up.
  expect([invoice.total, invoice.currency]).toEqual([500, 'jpy']);
});

it('what is too little to charge is put onto the next bill', async () => {
  const { stripe, customer } = await startWorld();
  const { id } = await stripe.invoices.create({ customer });
  await stripe.invoiceItems.create({ customer, invoice: id, amount: 20, currency: 'usd' });
  expect(await stripe.invoices.finalizeInvoice(id)).toMatchObject({
    status: 'paid',
    amount_due: 0,
    ending_balance: 20,
  });
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: 20 });
});

it('tells of a bill seven days before it comes, without an id', async () => {
  const { stripe, simulator, subscribe } = await startWorld();
  const subscription = await subscribe();
  simulator.clock.advanceTo(itemOf(subscription).current_period_end - 7 * DAY);
  const [event] = (await stripe.events.list({ type: 'invoice.upcoming' })).data;
  expect(event?.data.object).toMatchObject({ object: 'invoice', total: 1800 });
  expect(event?.data.object).not.toHaveProperty('id');
});

it('previews what comes: nothing after an end, the first bill of what is yet to be, what an end gives back', async () => {
  const { stripe, simulator, subscribe, customer, monthly } = await startWorld();
  const first = await stripe.invoices.createPreview({
    subscription_details: { items: [{ price: monthly, quantity: 7 }] },
  });
  expect([first.total, first.status, first.id.startsWith('upcoming_')]).toEqual([6300, 'draft', true]);
  expect((await refusal(stripe.invoices.createPreview({ customer }))).code).toBe('invoice_upcoming_none');
  const { id } = await subscribe();
  expect((await stripe.invoices.createPreview({ customer })).total).toBe(1800);
  simulator.clock.advanceBy((31 * DAY) / 2);
  const ended = await stripe.invoices.createPreview({ subscription: id, subscription_details: { cancel_now: true } });
  expect([ended.total, ended.amount_due]).toEqual([-900, 0]);
  const ending = stripe.invoices.createPreview({
    subscription: id,
    subscription_details: { cancel_at_period_end: true },
  });
  expect((await refusal(ending)).code).toBe('invoice_upcoming_none');
  const charged = await stripe.invoices.createPreview({
    subscription: id,
    invoice_items: [{ amount: 500, currency: 'usd', description: 'Usage' }],
  });
  expect(charged.total).toBe(2300);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  expect((await stripe.customers.list()).data).toHaveLength(1);
  expect(simulator.clock.now()).toBe(START + (31 * DAY) / 2);
});

it('an intent that the browser confirms pays the invoice, and the subscription begins', async () => {
  const { stripe, subscribe, customer } = await startWorld(null);
  const { id } = await subscribe({
    payment_behavior: 'default_incomplete',
    payment_settings: { save_default_payment_method: 'on_subscription' },
  });
  const invoice = await latestInvoice(stripe, id);
  const intent = String(invoice.payments?.data[0]?.payment.payment_intent);
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  await stripe.paymentIntents.confirm(intent, { payment_method: card.id });
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
    status: 'active',
    default_payment_method: card.id,
  });
  expect((await latestInvoice(stripe, id)).status).toBe('paid');
});

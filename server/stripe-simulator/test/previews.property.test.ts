import fc from 'fast-check';
import type { Stripe } from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSimulator } from '../createSimulator.js';
import type { Simulator } from '../createSimulator.js';
import { fastSdk, START } from './client.js';
import { DAY, itemOf } from './world.js';

const RUNS = Number(process.env['PREVIEW_RUNS'] ?? 250);

let simulator: Simulator;
let stripe: Stripe;
beforeAll(async () => {
  simulator = await createSimulator({ clock: START, seed: 1 });
  stripe = fastSdk(simulator);
});
afterAll(() => simulator.close());

const aPrice = fc.record({
  unit_amount: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 250_000 })),
  interval: fc.constantFrom('day', 'week', 'month', 'year'),
  interval_count: fc.integer({ min: 1, max: 3 }),
});
const aChange = fc.record({
  /** Of the time that is left in the period: before the preview, and from the preview to the change. */
  pass: fc.double({ min: 0, max: 0.999, noNaN: true }),
  hesitates: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.999, noNaN: true })),
  price: fc.nat({ max: 3 }),
  quantity: fc.integer({ min: 0, max: 400 }),
  behavior: fc.constantFrom('create_prorations', 'always_invoice', 'none'),
  resets: fc.boolean(),
  renews: fc.boolean(),
  usage: fc.option(fc.integer({ min: -500, max: 5000 })),
});
const aHistory = fc.record({
  currency: fc.constantFrom('usd', 'jpy', 'eur'),
  prices: fc.array(aPrice, { minLength: 4, maxLength: 4 }),
  trialDays: fc.constantFrom(0, 0, 14),
  quantity: fc.integer({ min: 1, max: 400 }),
  changes: fc.array(aChange, { minLength: 1, maxLength: 8 }),
});

const bill = ({ total, subtotal, amount_due, starting_balance, lines }: Stripe.Invoice) => ({
  total,
  subtotal,
  amount_due,
  starting_balance,
  lines: lines.data.map(({ amount, description, quantity, period }) => ({
    amount,
    description,
    quantity,
    // A period that begins with the change begins when the change is made, not when it was previewed.
    end: description?.startsWith('Remaining') ? period.end : null,
  })),
});

/** What the preview says comes next must be what the passing of time brings. */
async function expectRenewalAsPreviewed(subscription: string): Promise<void> {
  const preview = await stripe.invoices.createPreview({ subscription });
  const item = itemOf(await stripe.subscriptions.retrieve(subscription));
  simulator.clock.advanceTo(item.current_period_end);
  const { latest_invoice: latest } = await stripe.subscriptions.retrieve(subscription, { expand: ['latest_invoice'] });
  expect(bill(latest as Stripe.Invoice)).toEqual(bill(preview));
  simulator.clock.advanceBy(3600);
}

let compared = 0;

async function play(history: typeof aHistory extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  await simulator.reset();
  const { currency } = history;
  const prices: string[] = [];
  for (const { interval, interval_count, unit_amount } of history.prices) {
    const recurring = { interval, interval_count };
    const made = await stripe.prices.create({ currency, unit_amount, recurring, product_data: { name: 'Team' } });
    prices.push(made.id);
  }
  const { id: customer } = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  });
  const first = { customer, items: [{ price: prices[0] ?? '', quantity: history.quantity }] };
  const trial = history.trialDays > 0 ? { trial_end: START + history.trialDays * DAY } : {};
  const before = await stripe.invoices.createPreview({
    customer,
    subscription_details: { items: first.items, ...trial },
  });
  const made = await stripe.subscriptions.create({ ...first, ...trial, expand: ['latest_invoice'] });
  expect(bill(made.latest_invoice as Stripe.Invoice)).toEqual(bill(before));
  const { id } = made;

  for (const change of history.changes) {
    const { current_period_end: end, id: item } = itemOf(await stripe.subscriptions.retrieve(id));
    const pass = (part: number) => simulator.clock.advanceBy(Math.floor((end - simulator.clock.now()) * part));
    pass(change.pass);
    if (change.usage !== null) {
      await stripe.invoiceItems.create({ customer, currency, amount: change.usage, description: 'Usage' });
    }
    const terms = {
      items: [{ id: item, price: prices[change.price] ?? '', quantity: change.quantity }],
      proration_behavior: change.behavior,
      proration_date: simulator.clock.now(),
      ...(change.resets ? { billing_cycle_anchor: { type: 'now' } } : {}),
    };
    const preview = await stripe.invoices.createPreview({ subscription: id, subscription_details: terms });
    pass(change.hesitates);
    const { latest_invoice: earlier } = await stripe.subscriptions.retrieve(id);
    const after = await stripe.subscriptions.update(id, { ...terms, expand: ['latest_invoice'] });
    const latest = after.latest_invoice as Stripe.Invoice;
    const billed = latest.id !== earlier;
    expect(billed).toBe(preview.billing_reason === 'subscription_update');
    expect(bill(billed ? latest : await stripe.invoices.createPreview({ subscription: id }))).toEqual(bill(preview));
    compared += 1;
    if (change.renews) await expectRenewalAsPreviewed(id);
  }
  await expectRenewalAsPreviewed(id);
}

it('previews are, to the minor unit, what is billed then', async () => {
  await fc.assert(fc.asyncProperty(aHistory, play), { numRuns: RUNS, seed: 20_270_115 });
  expect(compared).toBeGreaterThan(RUNS * 2);
}, 600_000);

it('seats are paid for by the second: all bills of a year add up to price times time', async () => {
  const seats = fc.array(fc.tuple(fc.integer({ min: 60, max: 40 * DAY }), fc.integer({ min: 1, max: 300 })), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 20_000 }), seats, async (unit, changes) => {
      await simulator.reset();
      const price = await stripe.prices.create({
        currency: 'usd',
        unit_amount: unit,
        recurring: { interval: 'year' },
        product_data: { name: 'Team' },
      });
      const { id: customer } = await stripe.customers.create({
        payment_method: 'pm_card_visa',
        invoice_settings: { default_payment_method: 'pm_card_visa' },
      });
      const { id, items } = await stripe.subscriptions.create({ customer, items: [{ price: price.id, quantity: 1 }] });
      const { id: item, current_period_end: end } = items.data[0] ?? itemOf({ items } as Stripe.Subscription);
      let [quantity, owed] = [1, 0];
      for (const [pass, next] of changes) {
        const until = Math.min(simulator.clock.now() + pass, end - 3600);
        owed += (unit * quantity * (until - simulator.clock.now())) / (end - START);
        simulator.clock.advanceTo(until);
        quantity = next;
        await stripe.subscriptions.update(id, {
          items: [{ id: item, quantity }],
          proration_behavior: 'always_invoice',
        });
      }
      owed += (unit * quantity * (end - simulator.clock.now())) / (end - START);
      const { data } = await stripe.invoices.list({ customer, limit: 100 });
      const billed = data.reduce((sum, { total }) => sum + total, 0);
      // Each change rounds two lines, by half a cent at most.
      expect(Math.abs(billed - owed)).toBeLessThanOrEqual(changes.length + 0.5);
    }),
    { numRuns: 60, seed: 20_270_115 },
  );
}, 300_000);

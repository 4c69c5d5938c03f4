import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stripe } from 'stripe';
import { expect, it } from 'vitest';
import { createSimulator, keepIn } from '../index.js';

it('what a simulator holds outlives it, its time too, and goes on working', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stripe-'));
  const file = join(folder, 'kept', 'stripe.json');
  const open = async () => {
    const simulator = await createSimulator();
    const close = keepIn(simulator, file);
    const { port } = simulator;
    const stripe = new Stripe('sk_test_kept_in_a_file', { host: '127.0.0.1', port, protocol: 'http' });
    return { simulator, stripe, close };
  };
  try {
    const before = await open();
    const customer = await before.stripe.customers.create({
      payment_method: 'pm_card_visa',
      invoice_settings: { default_payment_method: 'pm_card_visa' },
    });
    const product = await before.stripe.products.create({ name: 'Team' });
    const price = await before.stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 1200,
      recurring: { interval: 'month' },
    });
    const { id } = await before.stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }] });
    before.simulator.clock.advanceBy(86_400);
    const now = before.simulator.clock.now();
    before.close();
    await before.simulator.close();

    const after = await open();
    expect(after.simulator.clock.now()).toBeGreaterThanOrEqual(now);
    expect((await after.stripe.subscriptions.retrieve(id)).status).toBe('active');
    after.simulator.clock.advanceBy(32 * 86_400);
    const { data } = await after.stripe.invoices.list({ customer: customer.id });
    expect(data.filter(({ status }) => status === 'paid')).toHaveLength(2);
    after.close();
    await after.simulator.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

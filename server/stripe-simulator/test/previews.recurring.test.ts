import { expect, it } from 'vitest';
import { itemOf, startWorld } from './world.js';

it('what recurs is previewed without what comes once, which still comes', async () => {
  const { stripe, subscribe, customer } = await startWorld();
  const subscription = await subscribe();
  await stripe.invoiceItems.create({ customer, amount: 500, currency: 'usd', subscription: subscription.id });
  const { id } = itemOf(subscription);
  const params = {
    customer,
    subscription: subscription.id,
    subscription_details: { items: [{ id, quantity: 5 }], proration_behavior: 'none' },
  };
  const recurring = await stripe.invoices.createPreview({ ...params, preview_mode: 'recurring' });
  const next = await stripe.invoices.createPreview(params);
  expect([recurring.total, recurring.lines.data.length]).toEqual([4500, 1]);
  expect([next.total, next.lines.data.length]).toEqual([5000, 2]);
  expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toHaveLength(1);
});

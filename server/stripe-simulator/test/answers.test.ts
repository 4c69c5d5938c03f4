import type { Stripe } from 'stripe';
import { describe, expect, it } from 'vitest';
import { refusal, start } from './client.js';

describe('lists and expansion', () => {
  it('turn pages in both directions, newest first', async () => {
    const { stripe } = await start();
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) made.unshift((await stripe.customers.create()).id);
    const first = await stripe.customers.list({ limit: 2 });
    const second = await stripe.customers.list({ limit: 2, starting_after: made[1] ?? '' });
    const back = await stripe.customers.list({ limit: 2, ending_before: made[2] ?? '' });
    expect([first, second, back].map((page) => [page.data.map(({ id }) => id), page.has_more])).toEqual([
      [made.slice(0, 2), true],
      [made.slice(2, 4), true],
      [made.slice(0, 2), false],
    ]);
    const all: string[] = [];
    for await (const { id } of stripe.customers.list({ limit: 2 })) all.push(id);
    expect(all).toEqual(made);
  });

  it('expand references, in lists too', async () => {
    const { stripe } = await start();
    const product = await stripe.products.create({ name: 'Team' });
    await stripe.prices.create({ currency: 'usd', unit_amount: 900, product: product.id });
    const { data } = await stripe.prices.list({ expand: ['data.product'] });
    expect(data[0]?.product).toMatchObject({ id: product.id, name: 'Team' });
  });

  it('refuse to expand what is no reference', async () => {
    const { stripe } = await start();
    const error = await refusal(stripe.customers.create({ email: 'ada@example.com', expand: ['email'] }));
    expect(error.message).toContain('This property cannot be expanded (email)');
    expect((await stripe.customers.list()).data).toEqual([]);
  });
});

describe('events', () => {
  it('say what happened, and what was different before', async () => {
    const { simulator, stripe } = await start();
    const heard: string[] = [];
    simulator.onEvent(({ type }) => heard.push(type));
    const { id } = await stripe.customers.create({ name: 'Ada', metadata: { a: '1', b: '2' } });
    await stripe.customers.update(id, { name: 'Bea', metadata: { b: '3' } });
    await stripe.customers.update(id, { name: 'Bea' });
    expect(heard).toEqual(['customer.created', 'customer.updated']);
    const { data } = await stripe.events.list({ type: 'customer.*' });
    expect(data.map(({ type }) => type)).toEqual(heard.toReversed());
    expect(data[0]?.data.previous_attributes).toEqual({ name: 'Ada', metadata: { b: '2' } });
    expect(await stripe.events.retrieve(data[0]?.id ?? '')).toEqual(data[0]);
  });

  it('are none when the request was refused', async () => {
    const { simulator, stripe } = await start();
    const taxIds: Stripe.CustomerCreateParams.TaxIdDatum[] = [{ type: 'eu_vat', value: 'no' }];
    expect((await refusal(stripe.customers.create({ tax_id_data: taxIds }))).code).toBe('tax_id_invalid');
    expect(simulator.kernel.store.events.all()).toEqual([]);
    expect((await stripe.customers.list()).data).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { refusal, start } from './client.js';

it('changes and deletes a customer', async () => {
  const { stripe } = await start();
  const { id } = await stripe.customers.create({ email: 'ada@example.com', address: { city: 'Paris' } });
  const changed = await stripe.customers.update(id, { email: '', preferred_locales: ['fr'], phone: '+33 1' });
  expect(changed).toMatchObject({ email: null, preferred_locales: ['fr'], phone: '+33 1' });
  expect(changed.address).toEqual({
    city: 'Paris',
    country: null,
    line1: null,
    line2: null,
    postal_code: null,
    state: null,
  });
  expect(await stripe.customers.del(id)).toEqual({ id, object: 'customer', deleted: true });
  expect(await stripe.customers.retrieve(id)).toMatchObject({ id, deleted: true });
  expect((await refusal(stripe.customers.update(id, { name: 'Ada' }))).code).toBe('resource_missing');
});

it('finds customers by their address', async () => {
  const { stripe } = await start();
  const { id } = await stripe.customers.create({ email: 'ada@example.com' });
  await stripe.customers.create({ email: 'bea@example.com' });
  expect((await stripe.customers.list({ email: 'ada@example.com' })).data.map((each) => each.id)).toEqual([id]);
});

it.each([
  ['eu_vat', 'DE123456789', 'DE', 'pending', 'verified'],
  ['eu_vat', 'DE111111111', 'DE', 'pending', 'unverified'],
  ['eu_vat', 'DE222222222', 'DE', 'pending', 'pending'],
  ['us_ein', '12-3456789', 'US', 'unavailable', 'unavailable'],
] as const)('verifies the tax id %s %s in its own time', async (type, value, country, at_first, then) => {
  const { simulator, stripe } = await start();
  const { id } = await stripe.customers.create();
  const taxId = await stripe.customers.createTaxId(id, { type, value });
  expect([taxId.country, taxId.verification?.status]).toEqual([country, at_first]);
  simulator.clock.advanceBy(5);
  expect((await stripe.customers.listTaxIds(id)).data[0]?.verification?.status).toBe(then);
  await stripe.customers.deleteTaxId(id, taxId.id);
  expect((await stripe.customers.retrieve(id, { expand: ['tax_ids'] })).deleted).toBeUndefined();
  expect((await stripe.customers.listTaxIds(id)).data).toEqual([]);
});

it('refuses a tax id of another customer, and one that cannot be', async () => {
  const { stripe } = await start();
  const [one, other] = [await stripe.customers.create(), await stripe.customers.create()];
  const taxId = await stripe.customers.createTaxId(one.id, { type: 'eu_vat', value: 'DE123456789' });
  expect((await refusal(stripe.customers.deleteTaxId(other.id, taxId.id))).code).toBe('resource_missing');
  const wrong = stripe.customers.createTaxId(one.id, { type: 'eu_vat', value: 'nonsense' });
  expect((await refusal(wrong)).code).toBe('tax_id_invalid');
});

it('finds prices by lookup key, and moves a key when told to', async () => {
  const { stripe } = await start();
  const { id: product } = await stripe.products.create({ name: 'Team' });
  const price = { product, currency: 'usd', recurring: { interval: 'month' }, lookup_key: 'team' } as const;
  const first = await stripe.prices.create({ ...price, unit_amount: 900 });
  expect((await refusal(stripe.prices.create({ ...price, unit_amount: 1000 }))).message).toContain(first.id);
  const second = await stripe.prices.create({ ...price, unit_amount: 1000, transfer_lookup_key: true });
  expect((await stripe.prices.list({ lookup_keys: ['team'] })).data.map(({ id }) => id)).toEqual([second.id]);
  await stripe.prices.update(first.id, { active: false });
  expect((await stripe.prices.list({ active: true, product })).data.map(({ id }) => id)).toEqual([second.id]);
});

it('keeps an account of the balance', async () => {
  const { stripe } = await start();
  const { id } = await stripe.customers.create();
  await stripe.customers.createBalanceTransaction(id, { amount: -500, currency: 'usd', description: 'Sorry' });
  await stripe.customers.createBalanceTransaction(id, { amount: 200, currency: 'usd' });
  const { data } = await stripe.customers.listBalanceTransactions(id);
  expect(data.map(({ amount, ending_balance: ending }) => [amount, ending])).toEqual([
    [200, -300],
    [-500, -500],
  ]);
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -300 });
});

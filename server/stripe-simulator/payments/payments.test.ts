import { Stripe } from 'stripe';
import { describe, expect, it } from 'vitest';
import { KEY, refusal, start } from '../test/client.js';

const typesOf = async (stripe: Stripe) =>
  (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type).toReversed();

/** A form's request to the API, as Stripe.js sends it. */
async function post(url: string, path: string, fields: Record<string, string>, key = 'pk_test_simulator') {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, body: await response.json() };
}

const typed = (number: string) => ({
  'payment_method_data[type]': 'card',
  'payment_method_data[card][number]': number,
  'payment_method_data[card][exp_month]': '12',
  'payment_method_data[card][exp_year]': '2034',
  'payment_method_data[card][cvc]': '123',
});

describe('payment methods', () => {
  it('are made anew of each test token, attached, listed and marked as the default', async () => {
    const { stripe } = await start();
    const { id: customer } = await stripe.customers.create();
    const first = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    const second = await stripe.paymentMethods.attach('pm_card_amex', { customer });
    expect(first).toMatchObject({ customer, type: 'card', card: { brand: 'visa', last4: '4242' } });
    expect(second.id).not.toBe(first.id);
    expect((await stripe.paymentMethods.list({ customer, type: 'card' })).data.map(({ id }) => id)).toEqual([
      second.id,
      first.id,
    ]);
    expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(2);
    expect((await stripe.customers.retrievePaymentMethod(customer, first.id)).id).toBe(first.id);
    const made = await stripe.customers.create({
      payment_method: 'pm_card_visa',
      invoice_settings: { default_payment_method: 'pm_card_visa' },
    });
    expect(made.invoice_settings.default_payment_method).toMatch(/^pm_[0-9A-Za-z]{24}$/u);
  });

  it('are gone for good once they are detached, also as the default', async () => {
    const { stripe } = await start();
    const { id: customer } = await stripe.customers.create();
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
    expect((await stripe.paymentMethods.detach(id)).customer).toBeNull();
    expect(await stripe.customers.retrieve(customer)).toMatchObject({
      invoice_settings: { default_payment_method: null },
    });
    expect((await refusal(stripe.paymentMethods.attach(id, { customer }))).message).toContain('may not be used again');
    expect((await refusal(stripe.paymentMethods.detach(id))).message).toContain('not attached');
    expect(await typesOf(stripe)).toEqual([
      'customer.created',
      'payment_method.attached',
      'customer.updated',
      'payment_method.detached',
      'customer.updated',
    ]);
  });

  it('belong to one customer, and their details change', async () => {
    const { stripe } = await start();
    const [one, other] = [await stripe.customers.create(), await stripe.customers.create()];
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: one.id });
    expect((await refusal(stripe.paymentMethods.attach(id, { customer: other.id }))).message).toContain(
      'already been attached',
    );
    expect((await refusal(stripe.customers.retrievePaymentMethod(other.id, id))).code).toBe('resource_missing');
    const changed = await stripe.paymentMethods.update(id, {
      billing_details: { name: 'Ada', address: { country: 'DE' } },
      card: { exp_year: 2040 },
    });
    expect(changed).toMatchObject({
      billing_details: { name: 'Ada', address: { country: 'DE' } },
      card: { exp_year: 2040 },
    });
    expect(await typesOf(stripe)).toContain('payment_method.updated');
  });

  it('are refused by their bank when they are attached, with its reason', async () => {
    const { stripe } = await start();
    const { id: customer } = await stripe.customers.create();
    const declined = await refusal(
      stripe.paymentMethods.attach('pm_card_visa_chargeDeclinedInsufficientFunds', { customer }),
    );
    expect(declined).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(declined).toMatchObject({ statusCode: 402, code: 'card_declined', decline_code: 'insufficient_funds' });
    expect((await stripe.paymentMethods.list({ customer })).data).toEqual([]);
  });

  it('come of a number from a browser alone', async () => {
    const { simulator, stripe } = await start();
    const card = { 'card[number]': '4242424242424242', 'card[exp_month]': '1', 'card[exp_year]': '2034', type: 'card' };
    expect((await post(simulator.url, '/v1/payment_methods', card)).body).toMatchObject({ card: { last4: '4242' } });
    expect((await post(simulator.url, '/v1/payment_methods', card, KEY)).body.error.message).toContain(
      'generally unsafe',
    );
    const byToken = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
    expect(byToken.card?.last4).toBe('4242');
    const live = await post(simulator.url, '/v1/payment_methods', { ...card, 'card[number]': '4539578763621486' });
    expect(live.body.error).toMatchObject({ decline_code: 'test_mode_live_card' });
  });
});

describe('setup intents', () => {
  it('save a card that the browser confirms with the client secret', async () => {
    const { simulator, stripe } = await start();
    const { id: customer } = await stripe.customers.create();
    const intent = await stripe.setupIntents.create({
      customer,
      usage: 'off_session',
      automatic_payment_methods: { enabled: true },
    });
    expect(intent.status).toBe('requires_payment_method');
    const path = `/v1/setup_intents/${intent.id}/confirm`;
    const stranger = await post(simulator.url, path, {
      ...typed('4242424242424242'),
      client_secret: 'seti_x_secret_y',
    });
    expect(stranger).toMatchObject({ status: 404, body: { error: { code: 'resource_missing' } } });
    const { body } = await post(simulator.url, path, {
      ...typed('4242424242424242'),
      client_secret: intent.client_secret ?? '',
    });
    expect(body).toMatchObject({ status: 'succeeded', customer });
    expect((await stripe.paymentMethods.list({ customer })).data[0]?.id).toBe(body.payment_method);
    expect(await typesOf(stripe)).toEqual([
      'customer.created',
      'setup_intent.created',
      'payment_method.attached',
      'setup_intent.succeeded',
    ]);
    expect((await refusal(stripe.setupIntents.cancel(intent.id))).code).toBe('setup_intent_unexpected_state');
  });

  it('wait for the bank, whose no leaves them open for another card', async () => {
    const { simulator, stripe } = await start();
    const { id: customer } = await stripe.customers.create();
    const intent = await stripe.setupIntents.create({ customer });
    const confirm = { ...typed('4000002500003155'), client_secret: intent.client_secret ?? '' };
    const path = `/v1/setup_intents/${intent.id}/confirm`;
    expect((await post(simulator.url, path, confirm)).body).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'use_stripe_sdk' },
    });
    const failed = await post(simulator.url, `/_sim/3ds/${intent.id}`, { result: 'failed' });
    expect(failed.body.error.code).toBe('setup_intent_authentication_failure');
    expect(await stripe.setupIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
    });
    await post(simulator.url, path, confirm);
    const done = await post(simulator.url, `/_sim/3ds/${intent.id}`, { result: 'succeeded' });
    expect(done.body).toMatchObject({ status: 'succeeded' });
    expect((await stripe.paymentMethods.list({ customer })).data).toHaveLength(1);
    expect((await typesOf(stripe)).filter((type) => type.startsWith('setup_intent'))).toEqual([
      'setup_intent.created',
      'setup_intent.requires_action',
      'setup_intent.setup_failed',
      'setup_intent.requires_action',
      'setup_intent.succeeded',
    ]);
  });

  it('say what the bank said', async () => {
    const { stripe } = await start();
    const { id: customer } = await stripe.customers.create();
    const declined = await refusal(
      stripe.setupIntents.create({ customer, confirm: true, payment_method: 'pm_card_visa_chargeDeclined' }),
    );
    expect(declined).toMatchObject({ code: 'card_declined', setup_intent: { status: 'requires_payment_method' } });
    const { data } = await stripe.setupIntents.list({ customer });
    expect(data[0]?.last_setup_error).toMatchObject({ code: 'card_declined' });
  });

  it('take no payment method types since endive, but from callers of an earlier version', async () => {
    const { simulator, stripe } = await start();
    const fields = { 'payment_method_types[]': 'card' };
    const create = (version?: string) =>
      fetch(`${simulator.url}/v1/setup_intents`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}`, ...(version ? { 'stripe-version': version } : {}) },
        body: new URLSearchParams(fields),
      });
    expect((await create()).status).toBe(200);
    expect((await create('2025-03-31.basil')).status).toBe(200);
    const refused = await create('2026-10-28.endive');
    expect((await refused.json()).error.code).toBe('payment_method_types_no_longer_supported');
    expect(
      (await stripe.setupIntents.create({ allowed_payment_method_types: ['card'] })).allowed_payment_method_types,
    ).toEqual(['card']);
  });
});

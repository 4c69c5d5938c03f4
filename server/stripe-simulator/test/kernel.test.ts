import { Stripe } from 'stripe';
import { describe, expect, it } from 'vitest';
import { API_VERSION } from '../kernel/kernel.js';
import { fastSdk, KEY, refusal, sdk, START, start } from './client.js';

const post = (url: string, body: string, headers: { [name: string]: string } = {}) =>
  fetch(url, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  });

describe('the Stripe simulator as an HTTP API', () => {
  it('speaks the version that the SDK speaks', () => {
    expect(API_VERSION).toBe(Stripe.API_VERSION);
  });

  it('answers the SDK, with a request id and the version that it asked for', async () => {
    const { stripe } = await start();
    const made = await stripe.customers.create({ email: 'ada@example.com', metadata: { workspace_id: 'ws_1' } });
    expect(made).toMatchObject({ email: 'ada@example.com', created: START, metadata: { workspace_id: 'ws_1' } });
    expect(made.lastResponse.requestId).toMatch(/^req_\w{14}$/);
    expect(made.lastResponse.apiVersion).toBe(API_VERSION);
    expect(await stripe.customers.retrieve(made.id)).toEqual(made);
  });

  it('answers the SDK without a socket just the same', async () => {
    const { simulator, stripe } = await start();
    const made = await fastSdk(simulator).products.create({ name: 'Team' });
    expect(await stripe.products.retrieve(made.id)).toEqual(made);
  });

  it('refuses a parameter that Stripe does not know, by its name', async () => {
    const { simulator } = await start();
    const answer = await post(`${simulator.url}/v1/customers`, 'address[city]=Paris&address[zip]=75001');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: {
        type: 'invalid_request_error',
        code: 'parameter_unknown',
        param: 'address[zip]',
        message: 'Received unknown parameter: address[zip]',
      },
    });
  });

  it.each([
    [{}, 'parameter_missing', 'name'],
    [{ name: '' }, 'parameter_invalid_empty', 'name'],
    [{ name: 'Team', images: ['a.png'] }, 'simulator_unsupported', 'images'],
    [{ name: 'Team', active: 'perhaps' }, undefined, 'active'],
  ])('refuses %j for a product', async (params, code, param) => {
    const { stripe } = await start();
    const error = await refusal(stripe.rawRequest('POST', '/v1/products', params));
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect([error.code, error.param, error.statusCode]).toEqual([code, param, 400]);
  });

  it('reads forms with brackets, escaped or not', async () => {
    const { simulator, stripe } = await start();
    const product = await stripe.products.create({ name: 'Team' });
    const body = `currency=usd&product=${product.id}&unit_amount=900&recurring[interval]=month&expand[]=product`;
    const plain = await (await post(`${simulator.url}/v1/prices`, body)).json();
    const escaped = await (
      await post(`${simulator.url}/v1/prices`, body.replaceAll('[', '%5B').replaceAll(']', '%5D'))
    ).json();
    expect(plain).toMatchObject({ product: { id: product.id }, recurring: { interval: 'month', interval_count: 1 } });
    expect({ ...escaped, id: plain.id }).toEqual(plain);
  });

  it.each([
    [undefined, 'You did not provide an API key'],
    ['Bearer sk_test_x', 'Invalid API Key provided'],
    ['Bearer sk_live_1234567890abc', 'knows test keys alone'],
  ])('refuses the key %s', async (authorization, message) => {
    const { simulator } = await start();
    const answer = await fetch(`${simulator.url}/v1/customers`, { headers: authorization ? { authorization } : {} });
    expect(answer.status).toBe(401);
    expect((await answer.json()).error.message).toContain(message);
  });

  it('lets a publishable key do nothing that needs a secret one', async () => {
    const { simulator } = await start();
    const error = await refusal(sdk(simulator, 'pk_test_simulator').customers.list());
    expect([error.statusCode, error.code]).toEqual([403, 'secret_key_required']);
  });

  it('knows no other URL', async () => {
    const { stripe } = await start();
    const error = await refusal(stripe.rawRequest('GET', '/v1/unicorns'));
    expect([error.statusCode, error.message]).toEqual([404, 'Unrecognized request URL (GET: /v1/unicorns).']);
  });

  it('gives the same ids for the same seed', async () => {
    const [one, two, other] = [await start({ seed: 7 }), await start({ seed: 7 }), await start({ seed: 8 })];
    const ids = await Promise.all([one, two, other].map(async ({ stripe }) => (await stripe.customers.create()).id));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  it('forgets everything when reset', async () => {
    const { simulator, stripe } = await start();
    const { id } = await stripe.customers.create();
    await simulator.reset();
    expect((await refusal(stripe.customers.retrieve(id))).code).toBe('resource_missing');
  });
});

describe('idempotency keys', () => {
  it('answer once: the second request gets the first answer', async () => {
    const { stripe } = await start();
    const first = await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'ws:1:customer' });
    const second = await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'ws:1:customer' });
    expect(second.id).toBe(first.id);
    expect((await stripe.customers.list()).data).toHaveLength(1);
  });

  it('refuse another request', async () => {
    const { stripe } = await start();
    const options = { idempotencyKey: 'k' };
    await stripe.customers.create({ name: 'Ada' }, options);
    const body = await refusal(stripe.customers.create({ name: 'Bea' }, options));
    expect(body).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(body.statusCode).toBe(400);
    expect(await refusal(stripe.products.create({ name: 'Ada' }, options))).toBeInstanceOf(
      Stripe.errors.StripeIdempotencyError,
    );
  });

  it('repeat a refusal that came from the work, not one of the parameters', async () => {
    const { stripe } = await start();
    const options = { idempotencyKey: 'k' };
    const params = { currency: 'usd', unit_amount: 1, product: 'own' };
    expect((await refusal(stripe.prices.create(params, options))).code).toBe('resource_missing');
    await stripe.products.create({ id: 'own', name: 'Own' });
    expect((await refusal(stripe.prices.create(params, options))).code).toBe('resource_missing');

    const wrong = stripe.rawRequest('POST', '/v1/customers', { colour: 'red' }, { idempotencyKey: 'other' });
    expect((await refusal(wrong)).code).toBe('parameter_unknown');
    expect(await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'other' })).toMatchObject({ name: 'Ada' });
  });

  it('refuse the second of two at once with 409', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let arrived = () => {};
    const first = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { stripe } = await start({
      families: [
        () => ({
          intercept: {
            before: async () => {
              arrived();
              await held;
              return null;
            },
          },
        }),
      ],
    });
    const running = stripe.customers.create({}, { idempotencyKey: 'k' });
    await first;
    const error = await refusal(stripe.customers.create({}, { idempotencyKey: 'k' }));
    expect([error.statusCode, error.code]).toEqual([409, 'idempotency_key_in_use']);
    letGo();
    expect((await running).object).toBe('customer');
  });

  it('are forgotten after 24 hours', async () => {
    const { simulator, stripe } = await start();
    const first = await stripe.customers.create({}, { idempotencyKey: 'k' });
    simulator.clock.advanceBy(24 * 3600 + 1);
    expect((await stripe.customers.create({}, { idempotencyKey: 'k' })).id).not.toBe(first.id);
  });

  it('know what was done when the answer was lost on its way', async () => {
    let losses = 1;
    const { stripe } = await start({
      families: [() => ({ intercept: { after: (_, answer) => (losses-- > 0 ? 'lose' : answer) } })],
    });
    const options = { idempotencyKey: 'k' };
    // The SDK sends a request again by itself whose connection broke.
    expect((await stripe.customers.create({}, options)).object).toBe('customer');
    expect(losses).toBe(0);
    expect((await stripe.customers.list()).data).toHaveLength(1);
  });
});

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

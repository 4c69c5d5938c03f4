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

import { Stripe } from 'stripe';
import { describe, expect, it } from 'vitest';
import { refusal, start } from './client.js';

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

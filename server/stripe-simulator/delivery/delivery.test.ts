import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Stripe } from 'stripe';
import { describe, expect, it, onTestFinished } from 'vitest';
import { START, start } from '../test/client.js';
import { addMonths } from './control.js';
import { deliveryOf } from './delivery.js';
import { createRandom, drawFate, NO_FAULTS } from './faults.js';
import { webhooksTo } from './httpTarget.js';

const SECRET = 'whsec_test_of_deliveries';
const { webhooks } = new Stripe('sk_test_receives_webhooks');

/** What a receiver was sent: the event, or why it was refused. */
type Received = { type: string; id: string; object: unknown } | { refused: string };

/** An endpoint as a careful host writes it. @param isDown Whether it fails, asked at each request. */
async function startReceiver(isDown: () => boolean = () => false, secret = () => SECRET) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = (status: number) => response.writeHead(status).end();
      if (isDown()) return answer(500);
      try {
        const signature = String(request.headers['stripe-signature']);
        const event = webhooks.constructEvent(Buffer.concat(chunks), signature, secret());
        if (typeof event.id !== 'string') throw new Error('It has no id.');
        received.push({ type: event.type, id: event.id, object: event.data.object });
        answer(200);
      } catch (error) {
        received.push({ refused: error instanceof Error ? error.message : String(error) });
        answer(400);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hooks`, received };
}

async function startDelivering(isDown?: () => boolean) {
  const receiver = await startReceiver(isDown);
  const { simulator, stripe } = await start({ families: [webhooksTo({ url: receiver.url, secret: SECRET })] });
  return { ...receiver, simulator, stripe, delivery: deliveryOf(simulator.kernel) };
}

const post = (url: string, fields: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
const typesOf = (received: Received[]) => received.map((each) => ('type' in each ? each.type : each.refused));

describe('webhooks', () => {
  it('arrive signed, in order, with what happened', async () => {
    const { delivery, received, stripe } = await startDelivering();
    const { id } = await stripe.customers.create({ name: 'Ada' });
    await stripe.customers.update(id, { name: 'Bea' });
    await delivery.settle();
    expect(typesOf(received)).toEqual(['customer.created', 'customer.updated']);
    expect(received[1]).toMatchObject({ object: { id, name: 'Bea' } });
  });

  it('are sent to endpoints that were registered, in the types that they asked for, until they are deleted', async () => {
    let secret = '';
    const { received, url } = await startReceiver(undefined, () => secret);
    const { simulator, stripe } = await start();
    const endpoint = await stripe.webhookEndpoints.create({ url, enabled_events: ['customer.updated'] });
    secret = endpoint.secret ?? '';
    expect(secret).toMatch(/^whsec_/u);
    expect((await stripe.webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined();
    const { id } = await stripe.customers.create();
    await stripe.customers.update(id, { name: 'Ada' });
    await stripe.webhookEndpoints.update(endpoint.id, { disabled: true });
    await stripe.customers.update(id, { name: 'Bea' });
    await stripe.webhookEndpoints.del(endpoint.id);
    await deliveryOf(simulator.kernel).settle();
    expect(typesOf(received)).toEqual(['customer.updated']);
  });

  it('are tried again as time passes, while the request that caused them was answered at once', async () => {
    let isDown = true;
    const { delivery, received, simulator, stripe } = await startDelivering(() => isDown);
    await stripe.customers.create();
    await delivery.settle();
    simulator.clock.advanceBy(60);
    await delivery.settle();
    expect(delivery.attempts.map(({ attempt, isAccepted }) => [attempt, isAccepted])).toEqual([
      [1, false],
      [2, false],
    ]);
    isDown = false;
    simulator.clock.advanceBy(60);
    await delivery.settle();
    expect(typesOf(received)).toEqual(['customer.created']);
  });

  it.each([
    ['duplicate', ['customer.created', 'customer.created']],
    ['drop', ['customer.created']],
    ['delay', ['customer.created']],
    ['forged', [expect.stringContaining('No signatures found matching'), 'customer.created']],
    ['old', [expect.stringContaining('Timestamp outside the tolerance zone'), 'customer.created']],
    ['nameless', ['It has no id.', 'customer.created']],
  ])('can go wrong, and arrive in the end: %s', async (fault, seen) => {
    const { delivery, received, simulator, stripe } = await startDelivering();
    await post(`${simulator.url}/_sim/faults`, { [fault]: '1' });
    await stripe.customers.create();
    await delivery.settle();
    await delivery.flush();
    expect(typesOf(received)).toEqual(seen);
  });

  it('can arrive in another order', async () => {
    const { delivery, received, simulator, stripe } = await startDelivering();
    delivery.setFaults({ shuffle: 1 });
    await stripe.customers.create();
    delivery.setFaults({ shuffle: 0 });
    await stripe.products.create({ name: 'Team' });
    await delivery.settle();
    expect(typesOf(received)).toEqual(['product.created', 'customer.created']);
    expect(simulator.kernel.store.events.all()).toHaveLength(2);
  });

  it('can tell of what is past', async () => {
    const { delivery, received, stripe } = await startDelivering();
    const { id } = await stripe.customers.create({ name: 'Ada' });
    delivery.setFaults({ stale: 1 });
    await stripe.customers.update(id, { name: 'Bea' });
    await delivery.settle();
    expect(received[1]).toMatchObject({ type: 'customer.updated', object: { name: 'Ada' } });
  });

  it('go wrong in the same way for the same seed', () => {
    const faults = { ...NO_FAULTS, duplicate: 0.5, shuffle: 0.5, drop: 0.5 };
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => drawFate(faults, random));
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});

describe('the simulator is controlled', () => {
  it('by its clock, from outside', async () => {
    const { simulator } = await start();
    const moved = await (await post(`${simulator.url}/_sim/clock`, { months: '1' })).json();
    expect(moved).toEqual({ now: START + 31 * 86_400 });
    expect((await post(`${simulator.url}/_sim/clock`, { advance_by: 'soon' })).status).toBe(400);
    expect(await (await fetch(`${simulator.url}/_sim/clock`)).json()).toEqual(moved);
  });

  it('by a person, who sees what time it is and is led back to the page', async () => {
    const { simulator, stripe } = await start();
    await stripe.customers.create({ name: 'Ada <b>' });
    const html = await (await fetch(`${simulator.url}/_sim`)).text();
    expect(html).toContain('Fri, 15 Jan 2027');
    expect(html).toContain('Ada &lt;b&gt;');
    const pressed = await fetch(`${simulator.url}/_sim/clock`, {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams({ months: '1' }),
      redirect: 'manual',
    });
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/_sim']);
  });

  it('to forget everything but where webhooks go', async () => {
    const { received, simulator, stripe } = await startDelivering();
    const { id } = await stripe.customers.create();
    await deliveryOf(simulator.kernel).settle();
    expect((await post(`${simulator.url}/_sim/reset`)).status).toBe(200);
    await expect(stripe.customers.retrieve(id)).rejects.toMatchObject({ code: 'resource_missing' });
    await stripe.customers.create();
    await deliveryOf(simulator.kernel).settle();
    expect(typesOf(received)).toEqual(['customer.created', 'customer.created']);
  });

  it('to decline the next payment, and to renew a card as its issuer does', async () => {
    const { simulator, stripe } = await start();
    const { id: customer } = await stripe.customers.create();
    const { id: method, card } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    await post(`${simulator.url}/_sim/decline-next`, { customer, reason: 'insufficient_funds' });
    const pay = () =>
      stripe.paymentIntents.create({ amount: 900, currency: 'usd', customer, payment_method: method, confirm: true });
    await expect(pay()).rejects.toMatchObject({ decline_code: 'insufficient_funds' });
    expect((await pay()).status).toBe('succeeded');
    await post(`${simulator.url}/_sim/renew-card`, { payment_method: method });
    expect((await stripe.paymentMethods.retrieve(method)).card?.exp_year).toBe((card?.exp_year ?? 0) + 3);
    const { data } = await stripe.events.list({ type: 'payment_method.automatically_updated' });
    expect(data).toHaveLength(1);
  });

  it.each([
    ['2027-01-31T08:00:00Z', 1, '2027-02-28T08:00:00.000Z'],
    ['2027-12-15T08:00:00Z', 1, '2028-01-15T08:00:00.000Z'],
    ['2028-02-29T08:00:00Z', 12, '2029-02-28T08:00:00.000Z'],
  ])('%s and %i months are %s', (from, months, to) => {
    const seconds = addMonths(Date.parse(from) / 1000, months);
    expect(new Date(seconds * 1000).toISOString()).toBe(to);
  });
});

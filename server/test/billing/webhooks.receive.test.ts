import { Stripe } from 'stripe';
import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { stripeEvents } from '../../src/db/billingSchema.js';
import type { Database } from '../../src/db/database.js';
import { PLANS, WEBHOOK_SECRET } from '../support/billingStage.js';
import { clearDatabase, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { runGuildhall } from '../support/httpHarness.js';
import type { RunningGuildhall } from '../support/httpHarness.js';

const NOWHERE = 'http://127.0.0.1:9';
const billing = {
  plans: PLANS,
  stripe: {
    secretKey: 'sk_test_simulator',
    publishableKey: 'pk_test_simulator',
    webhookSecret: WEBHOOK_SECRET,
    apiBase: NOWHERE,
  },
};
const { webhooks } = new Stripe('sk_test_simulator');

/** An event as Stripe sends it. Nobody here knows its customer, so nothing is asked of Stripe. */
const event = (id: string, rest: object = {}) => ({
  id,
  object: 'event',
  type: 'customer.subscription.updated',
  created: Math.floor(Date.now() / 1000),
  data: { object: { id: 'sub_1', object: 'subscription', customer: 'cus_stranger' } },
  ...rest,
});

interface Sending {
  secret?: string;
  /** Seconds since it was signed. */
  age?: number;
  headers?: Record<string, string>;
}

describe('what Stripe sends', () => {
  let test: TestDatabase;
  let server: RunningGuildhall;
  let failing = false;

  beforeAll(async () => {
    test = await createTestDatabase('pglite');
    const { database } = test;
    const query: Database['query'] = async (statement, parameters) => {
      if (failing && statement.name.includes('stripe_events_keep')) throw new Error('The disk is full.');
      return database.query(statement, parameters);
    };
    server = await runGuildhall({ database: { ...database, query }, billing });
  });
  beforeEach(async () => {
    failing = false;
    server.errors.length = 0;
    await clearDatabase(test.database);
  });
  afterAll(async () => {
    await server.close();
    await test.dispose();
  });

  function sign(payload: string, { secret = WEBHOOK_SECRET, age = 0 }: Sending = {}): string {
    const timestamp = Math.floor(Date.now() / 1000) - age;
    return webhooks.generateTestHeaderString({ payload, secret, timestamp });
  }
  const post = (payload: string, signature: string | null, headers: Record<string, string> = {}) =>
    fetch(`${server.baseUrl}/webhooks/stripe`, {
      method: 'POST',
      body: payload,
      headers: {
        'content-type': 'application/json',
        ...(signature !== null && { 'stripe-signature': signature }),
        ...headers,
      },
    });
  async function send(content: object, how: Sending = {}): Promise<number> {
    const payload = JSON.stringify(content);
    return (await post(payload, sign(payload, how), how.headers)).status;
  }
  const kept = async () => (await test.database.orm.select().from(stripeEvents)).map(({ id }) => id).toSorted();

  it('is written down, and answered', async () => {
    const payload = JSON.stringify(event('evt_1'));
    const response = await post(payload, sign(payload));
    expect([response.status, await response.json()]).toEqual([200, { received: true }]);
    expect(await test.database.orm.select().from(stripeEvents)).toMatchObject([
      { id: 'evt_1', type: 'customer.subscription.updated', customerId: 'cus_stranger' },
    ]);
  });

  it('is written down once, however often it is sent', async () => {
    expect(await Promise.all([1, 2, 3].map(() => send(event('evt_1'))))).toEqual([200, 200, 200]);
    expect(await kept()).toEqual(['evt_1']);
  });

  it('names its customer in one of four ways', async () => {
    const customersOf = async (data: object) => {
      await clearDatabase(test.database);
      await send(event('evt_1', { data }));
      return (await test.database.orm.select().from(stripeEvents)).map(({ customerId }) => customerId);
    };
    expect(await customersOf({ object: { id: 'cus_1', object: 'customer' } })).toEqual(['cus_1']);
    expect(await customersOf({ object: { id: 'in_1', customer: { id: 'cus_2', object: 'customer' } } })).toEqual([
      'cus_2',
    ]);
    expect(
      await customersOf({ object: { object: 'invoice', customer: 'cus_3' } }),
      'an upcoming invoice has no id',
    ).toEqual(['cus_3']);
    const detached = { object: { id: 'pm_1', customer: null }, previous_attributes: { customer: 'cus_4' } };
    expect(await customersOf(detached)).toEqual(['cus_4']);
    expect(await customersOf({ object: { id: 'prod_1', object: 'product' } })).toEqual([null]);
  });

  it.each<[string, Sending]>([
    ['was signed by somebody else', { secret: 'whsec_of_somebody_else' }],
    ['was signed more than five minutes ago', { age: 301 }],
  ])('changes nothing where it %s', async (_why, how) => {
    expect(await send(event('evt_1'), how)).toBe(400);
    expect(await kept()).toEqual([]);
    expect(server.errors, 'nobody is woken by what anybody can send').toEqual([]);
  });

  it('changes nothing where it is not signed, or not what was signed', async () => {
    const payload = JSON.stringify(event('evt_1'));
    expect((await post(payload, null)).status).toBe(400);
    expect((await post(payload, 't=1,v1=00')).status).toBe(400);
    expect((await post(payload.replace('evt_1', 'evt_2'), sign(payload))).status).toBe(400);
    expect((await post('', sign(''))).status).toBe(400);
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['no id', { id: undefined }],
    ['no object', { data: {} }],
    ['no type', { type: 7 }],
    ['no time', { created: 'today' }],
  ])('changes nothing where it has %s, though it is signed', async (_what, rest) => {
    expect(await send(event('evt_1', rest))).toBe(400);
    expect(await kept()).toEqual([]);
  });

  it('is sent again where it could not be written down: the answer says that it failed', async () => {
    failing = true;
    expect(await send(event('evt_1'))).toBe(500);
    expect(server.errors).toMatchObject([{ message: 'The disk is full.' }]);
    failing = false;
    expect(await send(event('evt_1'))).toBe(200);
    expect(await kept()).toEqual(['evt_1']);
  });

  it('needs neither an origin nor a session: its signature is what counts', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' };
    expect(await send(event('evt_1'), { headers })).toBe(200);
    expect(await send(event('evt_2'), { headers, secret: 'whsec_of_a_page' })).toBe(400);
  });

  it('is not looked for elsewhere', async () => {
    expect((await fetch(`${server.baseUrl}/webhooks/stripe`)).status).toBe(404);
  });

  it('tells the operator where the host has read the body before', async () => {
    const app = express().use(express.json()).use('/api/guildhall', server.guildhall.router);
    const host = createServer(app);
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void host.close());
    const payload = JSON.stringify(event('evt_1'));
    const response = await fetch(
      `http://127.0.0.1:${(host.address() as AddressInfo).port}/api/guildhall/webhooks/stripe`,
      {
        method: 'POST',
        body: payload,
        headers: { 'content-type': 'application/json', 'stripe-signature': sign(payload), connection: 'close' },
      },
    );
    expect(response.status).toBe(500);
    expect(server.errors).toMatchObject([{ message: expect.stringContaining('before express.json()') as string }]);
  });
});

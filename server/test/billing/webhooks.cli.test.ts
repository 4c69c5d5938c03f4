import { createHttpAdapter } from 'guildhall/adapters/http';
import type { BillingPort } from 'guildhall/contract';
import { expect, it, onTestFinished } from 'vitest';
import { deliveryOf } from '../../stripe-simulator/delivery/delivery.js';
import { secretOf } from '../../stripe-simulator/cli/listeners.js';
import { TRIGGERED, startCli } from '../../stripe-simulator/cli/test/stripeCli.js';
import { KEY, start } from '../../stripe-simulator/test/client.js';
import { stripeEvents } from '../../src/db/billingSchema.js';
import { PLANS, billingWorld } from '../support/billingStage.js';
import { createTestDatabase } from '../support/databases.js';
import { runGuildhall } from '../support/httpHarness.js';
import { seedWorld } from '../support/seedWorld.js';

const acme = { workspaceId: 'acme' };

/** A server, the Stripe behind it, and `stripe listen` between them, as on a developer's machine. */
async function startEverything() {
  const { simulator, stripe } = await start();
  const test = await createTestDatabase('pglite');
  onTestFinished(() => test.dispose());
  await seedWorld(test.database, billingWorld);
  const keys = { secretKey: KEY, publishableKey: 'pk_test_simulator', webhookSecret: secretOf(KEY) };
  const server = await runGuildhall({
    database: test.database,
    clock: () => new Date(simulator.clock.now() * 1000),
    billing: { plans: PLANS, stripe: { ...keys, apiBase: simulator.url } },
    authenticate: (request) => {
      const userId = request.get('x-user') ?? '';
      return { userId, email: `${userId}@acme.example`, emailVerified: true, name: userId };
    },
  });
  onTestFinished(() => server.close());
  const cli = await startCli(simulator.url);
  await cli.listen(`${server.baseUrl}/webhooks/stripe`);
  const { billing } = createHttpAdapter({ baseUrl: server.baseUrl, headers: { 'x-user': 'olivia' } });
  /** Which events the server has, when all that is on its way has arrived. */
  const arrived = async () => {
    await deliveryOf(simulator.kernel).settle();
    return (await test.database.orm.select().from(stripeEvents)).map(({ id, type }) => `${id} ${type}`).toSorted();
  };
  return { simulator, stripe, server, cli, arrived, billing: billing as Required<BillingPort> };
}

it.each(TRIGGERED)('all that follows from stripe trigger %s arrives at the server, signed', async (type) => {
  const { simulator, server, cli, arrived } = await startEverything();
  const { code, output } = await cli.run('trigger', type);
  expect([code, output]).toEqual([0, expect.stringContaining('Trigger succeeded!')]);
  const sent = simulator.kernel.store.events.all();
  expect(sent.map((event) => event.type)).toContain(type);
  expect(await arrived()).toEqual(sent.map((event) => `${event.id} ${event.type}`).toSorted());
  expect(deliveryOf(simulator.kernel).attempts.every(({ isAccepted }) => isAccepted)).toBe(true);
  expect(server.errors).toEqual([]);
});

it('what stripe trigger does to a workspace’s own customer is known, though nobody asks for it', async () => {
  const { stripe, cli, billing, server } = await startEverything();
  await billing.createSetup(acme);
  const { data } = await stripe.customers.list({ limit: 100 });
  const customer = data.find(({ metadata }) => metadata['workspace_id'] === 'acme')?.id ?? '';
  const account = () => billing.get(acme);

  await cli.run('payment_methods', 'attach', 'pm_card_visa', '--customer', customer);
  await expect.poll(account, { timeout: 10_000 }).toMatchObject({ paymentMethods: [{ last4: '4242' }] });
  await cli.run('customers', 'update', customer, '--email', 'bills@acme.example');
  const ours = ['--override', `subscription:customer=${customer}`];
  expect(await cli.run('trigger', 'customer.subscription.created', ...ours)).toMatchObject({ code: 0 });
  const paying = { status: 'active', details: { email: 'bills@acme.example' } };
  await expect.poll(account, { timeout: 10_000 }).toMatchObject(paying);
  const [subscription] = (await stripe.subscriptions.list({ customer })).data;
  await cli.run('subscriptions', 'cancel', subscription?.id ?? '', '--confirm');
  await expect.poll(account, { timeout: 10_000 }).toMatchObject({ status: 'none', plan: { id: 'free' } });
  expect(server.errors).toEqual([]);
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';
import { expect, it, onTestFinished } from 'vitest';
import { deliveryOf } from '../../delivery/delivery.js';
import { KEY, start } from '../../test/client.js';
import { secretOf } from '../listeners.js';
import { TRIGGERED, startCli } from './stripeCli.js';

const { webhooks } = new Stripe(KEY);

/** A host's endpoint: verifies with the SDK what the CLI forwards. */
async function startEndpoint() {
  const heard: Stripe.Event[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push(
        webhooks.constructEvent(Buffer.concat(chunks), String(request.headers['stripe-signature']), secretOf(KEY)),
      );
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/webhooks/stripe`, heard };
}

async function startListening() {
  const { simulator, stripe } = await start();
  const [cli, endpoint] = [await startCli(simulator.url), await startEndpoint()];
  await cli.listen(endpoint.url);
  /** The types that arrived, when all that is on its way has. */
  const types = async () => {
    await deliveryOf(simulator.kernel).settle();
    return endpoint.heard.map(({ type }) => type);
  };
  return { cli, simulator, stripe, types, ...endpoint };
}

it.each(TRIGGERED)('stripe trigger %s succeeds, and stripe listen forwards the event, signed', async (event) => {
  const { cli, simulator, types } = await startListening();
  const { code, output } = await cli.run('trigger', event);
  expect(output).toContain('Trigger succeeded!');
  expect(code).toBe(0);
  const arrived = await types();
  expect(arrived).toContain(event);
  expect(arrived).toEqual(simulator.kernel.store.events.all().map(({ type }) => type));
  expect(deliveryOf(simulator.kernel).attempts.every(({ isAccepted }) => isAccepted)).toBe(true);
});

it('the CLI tells the secret that it signs with, and reads and writes as the SDK does', async () => {
  const { simulator, stripe } = await start();
  const cli = await startCli(simulator.url);
  const told = await cli.run('listen', '--all-snapshot', '--skip-update', '--print-secret');
  expect(told.output.trim()).toBe(secretOf(KEY));
  const made = await cli.run('customers', 'create', '--name', 'Ada');
  const { id } = JSON.parse(made.output) as { id: string };
  expect(await stripe.customers.retrieve(id)).toMatchObject({ name: 'Ada' });
  expect(JSON.parse((await cli.run('get', id)).output)).toMatchObject({ id, name: 'Ada' });
});

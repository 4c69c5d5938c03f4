import { expect, it } from 'vitest';
import { refusal, start } from '../test/client.js';
import { startWorld, latestInvoice } from '../test/world.js';

const amount = { amount: 900, currency: 'usd' } as const;

/** A customer with this card, and how to pay with it. */
async function startPaying(card: string) {
  const { simulator, stripe } = await start();
  const { id: customer } = await stripe.customers.create();
  const { id: method } = await stripe.paymentMethods.attach(card, { customer });
  const pay = (offSession = false) =>
    stripe.paymentIntents.create({
      ...amount,
      customer,
      payment_method: method,
      confirm: true,
      ...(offSession ? { off_session: true } : {}),
    });
  const authenticate = (intent: string, result: 'succeeded' | 'failed') =>
    fetch(`${simulator.url}/_sim/3ds/${intent}`, { method: 'POST', body: new URLSearchParams({ result }) });
  const events = async (about: string) =>
    (await stripe.events.list({ limit: 100 })).data
      .map(({ type }) => type)
      .filter((type) => type.startsWith(about))
      .toReversed();
  return { simulator, stripe, customer, method, pay, authenticate, events };
}

it('a good card pays, and its charge says how', async () => {
  const { events, method, pay, stripe } = await startPaying('pm_card_visa');
  const paid = await pay();
  expect(paid).toMatchObject({ status: 'succeeded', amount_received: 900, payment_method: method });
  const charge = await stripe.charges.retrieve(String(paid.latest_charge));
  expect(charge).toMatchObject({ paid: true, payment_method_details: { card: { last4: '4242' } } });
  expect(await events('payment_intent')).toEqual(['payment_intent.created', 'payment_intent.succeeded']);
  expect((await refusal(stripe.paymentIntents.confirm(paid.id))).code).toBe('payment_intent_unexpected_state');
});

it('a card that fails when charged leaves the intent open for another', async () => {
  const { customer, events, pay, stripe } = await startPaying('pm_card_chargeCustomerFail');
  const declined = await refusal(pay());
  expect(declined).toMatchObject({ statusCode: 402, decline_code: 'generic_decline' });
  const id = declined.payment_intent?.id ?? '';
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
    status: 'requires_payment_method',
    payment_method: null,
    last_payment_error: { code: 'card_declined', payment_method: { card: { last4: '0341' } } },
  });
  const other = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  expect((await stripe.paymentIntents.confirm(id, { payment_method: other.id })).status).toBe('succeeded');
  expect(await events('charge')).toEqual(['charge.failed', 'charge.succeeded']);
});

it('a bank that wants to see its customer is a challenge while they are there, and a decline while they are not', async () => {
  const { authenticate, pay, stripe } = await startPaying('pm_card_authenticationRequired');
  expect((await refusal(pay(true))).code).toBe('authentication_required');
  const waiting = await pay();
  expect(waiting).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } });
  expect((await (await authenticate(waiting.id, 'failed')).json()).error.code).toBe(
    'payment_intent_authentication_failure',
  );
  const again = await pay();
  await authenticate(again.id, 'succeeded');
  expect((await stripe.paymentIntents.retrieve(again.id)).status).toBe('succeeded');
  expect((await authenticate(again.id, 'succeeded')).status).toBe(400);
});

it('a card that was set up with its holder pays without them from then on', async () => {
  const { authenticate, customer, method, pay, stripe } = await startPaying('pm_card_authenticationRequiredOnSetup');
  expect((await refusal(pay(true))).code).toBe('authentication_required');
  const setup = await stripe.setupIntents.create({ customer, payment_method: method, confirm: true });
  expect(setup.status).toBe('requires_action');
  await authenticate(setup.id, 'succeeded');
  expect((await pay(true)).status).toBe('succeeded');
});

it('an intent is canceled once, and its secret opens no other', async () => {
  const { simulator, stripe } = await start();
  const one = await stripe.paymentIntents.create(amount);
  const other = await stripe.paymentIntents.create(amount);
  const ask = (secret: string | null) =>
    fetch(`${simulator.url}/v1/payment_intents/${one.id}?client_secret=${secret}`, {
      headers: { authorization: 'Bearer pk_test_simulator' },
    });
  expect((await ask(one.client_secret)).status).toBe(200);
  expect((await ask(other.client_secret)).status).toBe(404);
  expect((await stripe.paymentIntents.cancel(one.id)).status).toBe('canceled');
  expect((await refusal(stripe.paymentIntents.cancel(one.id))).code).toBe('payment_intent_unexpected_state');
});

it('an invoice whose bank wants to see the payer waits, and is paid when they answer', async () => {
  const { simulator, stripe, subscribe } = await startWorld('pm_card_authenticationRequired');
  const subscription = await subscribe({ payment_behavior: 'default_incomplete' });
  const before = await latestInvoice(stripe, subscription.id);
  const id = before.confirmation_secret?.client_secret.split('_secret_')[0] ?? '';
  const customer = String(subscription.customer);
  const [method] = (await stripe.paymentMethods.list({ customer })).data;
  expect((await stripe.paymentIntents.confirm(id, { payment_method: method?.id ?? '' })).status).toBe(
    'requires_action',
  );
  await fetch(`${simulator.url}/_sim/3ds/${id}`, {
    method: 'POST',
    body: new URLSearchParams({ result: 'succeeded' }),
  });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active');
  expect((await latestInvoice(stripe, subscription.id)).status).toBe('paid');
});

it('the billing portal says whose it is and leads back', async () => {
  const { stripe } = await start();
  const { id: customer } = await stripe.customers.create({ name: 'Northwind' });
  const { url } = await stripe.billingPortal.sessions.create({ customer, return_url: 'https://host.test/billing' });
  const html = await (await fetch(url)).text();
  expect(html).toContain('Northwind');
  expect(html).toContain('href="https://host.test/billing"');
});

import type { Stripe } from '../stripe/types.js';
import { GuildhallError, refuse } from 'guildhall/contract';
import type { Context, Service } from '../../context.js';
import { newId } from '../../db/newId.js';
import type { BillingContext, HeldAccount } from '../context.js';
import { defaultMethodOf } from '../projection.js';
import { isRefusal } from '../stripe/errors.js';
import { isLive, pickSubscription } from '../stripe/fetch.js';
import { enterBilling } from './enter.js';
import { readBilling } from './read.js';

/** Whoever asks for what is another workspace's is told what they would be of what nobody has. */
function noSuchMethod(): GuildhallError<'not_found'> {
  return new GuildhallError('not_found', { message: 'This workspace has no such payment method.' });
}

/** What a customer can pay with now, and what for. */
interface Wallet {
  readonly customer: Stripe.Customer;
  readonly subscription: Stripe.Subscription | null;
  /** Newest first. */
  readonly methods: readonly Stripe.PaymentMethod[];
}

/** Asked of Stripe, since a card that was added a moment ago may be in no answer of ours. @throws GuildhallError `not_found` */
async function readWallet({ stripe }: BillingContext, account: HeldAccount, methodId: string): Promise<Wallet> {
  const { customerId } = await account.row();
  if (customerId === null) throw noSuchMethod();
  const [customer, subscriptions, methods] = await Promise.all([
    stripe.read((sdk) => sdk.customers.retrieve(customerId)),
    stripe.read((sdk) => sdk.subscriptions.list({ customer: customerId, status: 'all', limit: 100 })),
    stripe.read((sdk) =>
      sdk.paymentMethods.list({ customer: customerId, limit: 100 }).autoPagingToArray({ limit: 1_000 }),
    ),
  ]);
  if (customer.deleted || !methods.some(({ id }) => id === methodId)) throw noSuchMethod();
  return { customer, methods, subscription: pickSubscription(subscriptions.data) };
}

/** Pays with this one from now on: also what has been paid with a method of its own so far. */
async function makeDefault(
  { stripe }: BillingContext,
  wallet: Wallet,
  operationId: string,
  methodId: string,
): Promise<void> {
  const { customer, subscription } = wallet;
  await stripe.write(`${operationId}:customer`, (sdk, once) =>
    sdk.customers.update(customer.id, { invoice_settings: { default_payment_method: methodId } }, once),
  );
  if (!subscription?.default_payment_method) return;
  await stripe.write(`${operationId}:subscription`, (sdk, once) =>
    sdk.subscriptions.update(subscription.id, { default_payment_method: methodId }, once),
  );
}

export const createSetup: Service<'billing.createSetup'> =
  (context) =>
  async (actor, { workspaceId }) => {
    const { billing } = await enterBilling(context, 'billing.createSetup', actor, workspaceId);
    const customer = await billing.withAccount(workspaceId, (account) => account.customer());
    const { client_secret: clientSecret } = await billing.stripe.write(newId('op'), (sdk, once) =>
      sdk.setupIntents.create({ customer, usage: 'off_session', automatic_payment_methods: { enabled: true } }, once),
    );
    if (clientSecret === null) throw new Error('Stripe made a SetupIntent without a client secret.');
    return { clientSecret };
  };

/** Does something to one payment method of a workspace, whose account is held. */
function changeMethod(
  context: Context,
  operation: 'billing.setDefaultPaymentMethod' | 'billing.removePaymentMethod',
  change: (billing: BillingContext, wallet: Wallet, methodId: string) => Promise<void>,
): ReturnType<Service<typeof operation>> {
  return async (actor, { workspaceId, paymentMethodId }) => {
    const { billing } = await enterBilling(context, operation, actor, workspaceId);
    await billing.withAccount(workspaceId, async (account) => {
      await change(billing, await readWallet(billing, account, paymentMethodId), paymentMethodId);
      await account.sync();
    });
    return readBilling(context, billing, workspaceId);
  };
}

export const setDefaultPaymentMethod: Service<'billing.setDefaultPaymentMethod'> = (context) =>
  changeMethod(context, 'billing.setDefaultPaymentMethod', (billing, wallet, methodId) =>
    makeDefault(billing, wallet, newId('op'), methodId),
  );

/** @throws GuildhallError `conflict` with `last_payment_method` */
async function detach(billing: BillingContext, wallet: Wallet, methodId: string): Promise<void> {
  const operationId = newId('op');
  const { methods, subscription } = wallet;
  const [next] = methods.filter(({ id }) => id !== methodId);
  if (!next && subscription && isLive(subscription)) refuse({ code: 'conflict', reason: 'last_payment_method' });
  // First, so that at no moment there is nothing to pay with.
  if (next && defaultMethodOf(wallet) === methodId) await makeDefault(billing, wallet, operationId, next.id);
  await billing.stripe
    .write(`${operationId}:detach`, (sdk, once) => sdk.paymentMethods.detach(methodId, {}, once))
    .catch((error: unknown) => {
      if (!isRefusal(error, 'resource_missing')) throw error;
    });
}

export const removePaymentMethod: Service<'billing.removePaymentMethod'> = (context) =>
  changeMethod(context, 'billing.removePaymentMethod', detach);

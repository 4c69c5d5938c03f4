import type Stripe from 'stripe';
import type { z } from 'zod';
import { change, sent } from '../kernel/change.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { patchMetadata } from '../kernel/params.js';
import type { Wire } from '../kernel/wire.js';
import { askBank } from './bank.js';
import { billingDetailsOf, cardFailure, resolveMethod } from './method.js';
import type { methodChange } from './params.js';

type PaymentMethod = Wire<Stripe.PaymentMethod>;

/** What is said of a payment method that had its only customer, or its only use. */
const SPENT =
  'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.';

/** Whether a payment method had its only customer, or its only payment. */
function isSpent({ store }: Kernel, { id, customer }: PaymentMethod): boolean {
  if (customer !== null) return false;
  const wasDetached = store.events
    .all()
    .some(({ type, data }) => type === 'payment_method.detached' && data.object.id === id);
  return (
    wasDetached ||
    store.paymentIntents.all().some((intent) => intent.payment_method === id && intent.status === 'succeeded')
  );
}

/** @throws StripeFailure when it may not be used again */
export function requireUsable(kernel: Kernel, method: PaymentMethod): void {
  if (isSpent(kernel, method)) throw invalid(SPENT, 'payment_method');
}

/** Gives a payment method to a customer, without asking its bank: that was done. */
export function bind(kernel: Kernel, id: string, customer: string): PaymentMethod {
  const { store, events } = kernel;
  const attached = store.paymentMethods.update(id, { customer });
  events.emit('payment_method.attached', attached);
  return attached;
}

/**
 * Attaches a payment method, or a new one of a test token, to a customer, if its bank agrees.
 *
 * @throws StripeFailure when it is another's, was detached before, or is declined
 */
export function attachMethod(kernel: Kernel, idOrToken: string, customer: string, param: string): PaymentMethod {
  kernel.store.customers.find(customer, param === 'payment_method' ? 'customer' : param);
  const found = resolveMethod(kernel, idOrToken, param);
  if (found.customer === customer) return found;
  if (found.customer !== null) {
    throw invalid('The payment method you provided has already been attached to a customer.', param);
  }
  requireUsable(kernel, found);
  // Saving without a form asks for no challenge: whether the bank wants one shows at the first payment.
  const verdict = askBank(kernel, {
    paymentMethod: found,
    purpose: 'save',
    isAuthenticated: true,
    refusesChallenge: false,
  });
  if (verdict !== 'approved' && verdict !== 'challenge') throw cardFailure(verdict, {});
  return bind(kernel, found.id, customer);
}

/** Takes a payment method from its customer, for good. What used it as its default has none then. */
export function detachMethod(kernel: Kernel, id: string): PaymentMethod {
  const { store, events } = kernel;
  const before = store.paymentMethods.find(id);
  const owner = before.customer;
  if (owner === null) {
    throw invalid('The payment method you provided is not attached to a customer so detachment is impossible.');
  }
  const detached = store.paymentMethods.update(id, { customer: null });
  events.emit('payment_method.detached', detached, before);
  const customer = store.customers.get(owner);
  if (customer?.invoice_settings.default_payment_method === id) {
    const settings = { ...customer.invoice_settings, default_payment_method: null };
    change(kernel, store.customers, 'customer.updated', owner, { invoice_settings: settings });
  }
  for (const { id: subscription, default_payment_method: used } of store.subscriptions.all()) {
    if (used !== id) continue;
    const patch = { default_payment_method: null };
    change(kernel, store.subscriptions, 'customer.subscription.updated', subscription, patch);
  }
  return detached;
}

/** Changes what can be changed. */
export function updateMethod(
  kernel: Kernel,
  id: string,
  params: z.output<ReturnType<typeof methodChange>>,
  event = 'payment_method.updated',
): PaymentMethod {
  const { store } = kernel;
  const before = store.paymentMethods.find(id);
  const { billing_details: details, card, allow_redisplay: redisplay, metadata } = params;
  return change(kernel, store.paymentMethods, event, id, {
    ...(details ? { billing_details: billingDetailsOf(details, before.billing_details) } : {}),
    ...(card && before.card ? { card: { ...before.card, ...sent(card) } } : {}),
    ...(redisplay ? { allow_redisplay: redisplay } : {}),
    metadata: patchMetadata(before.metadata ?? {}, metadata),
  });
}

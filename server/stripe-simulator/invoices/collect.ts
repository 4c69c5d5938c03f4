import type Stripe from 'stripe';
import { DAY } from '../billing/periods.js';
import { change } from '../kernel/change.js';
import { StripeFailure } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { ChargeOutcome } from '../kernel/ports.js';
import type { Wire } from '../kernel/wire.js';
import { defaultPayment, markPaid } from './paid.js';

type Invoice = Wire<Stripe.Invoice>;

/** How an attempt to pay an invoice ended. */
export type Collected = { status: 'paid' } | { status: 'requires_action' | 'failed'; failure: StripeFailure };

/** What is charged for a subscription: its own payment method, or its customer's. */
export const methodOfSubscription = (
  { store }: Kernel,
  subscription: Pick<Wire<Stripe.Subscription>, 'customer' | 'default_payment_method'>,
): string | null =>
  subscription.default_payment_method ??
  store.customers.get(subscription.customer)?.invoice_settings.default_payment_method ??
  null;

/** What is charged for an invoice: its own payment method, its subscription's, or its customer's. */
export function paymentMethodFor(kernel: Kernel, invoice: Invoice): string | null {
  const id = invoice.parent?.subscription_details?.subscription;
  const subscription = id === undefined ? undefined : kernel.store.subscriptions.get(id);
  const payer = subscription ?? { customer: invoice.customer ?? '', default_payment_method: null };
  return invoice.default_payment_method ?? methodOfSubscription(kernel, payer);
}

/** What Stripe says when there is nothing to charge. */
export const noPaymentMethod = (): StripeFailure =>
  new StripeFailure(
    'This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.',
    { code: 'resource_missing', keepsEffects: true },
  );

const actionRequired = (paymentIntent: string): StripeFailure =>
  new StripeFailure(
    'This payment requires additional user action before it can be completed successfully. Payment can be completed using the `PaymentIntent` associated with the invoice.',
    {
      type: 'card_error',
      code: 'invoice_payment_intent_requires_action',
      extra: { payment_intent: { id: paymentIntent } },
      keepsEffects: true,
    },
  );

/** When the payment is tried again; null when it is not. */
function nextAttempt({ dunning, clock }: Kernel, invoice: Invoice, attempts: number): number | null {
  const days = invoice.auto_advance ? dunning.retryDays[attempts - 1] : undefined;
  return days === undefined ? null : clock.timeOf(invoice) + days * DAY;
}

/** An attempt to pay an invoice failed: when it is tried again, and what becomes of its subscription. */
export function noteFailure(kernel: Kernel, id: string, needsAction: boolean): void {
  const { store, events, ports } = kernel;
  const invoice = store.invoices.find(id);
  const attempts = invoice.attempt_count + 1;
  const failed = change(kernel, store.invoices, 'invoice.updated', id, {
    attempted: true,
    attempt_count: attempts,
    next_payment_attempt: nextAttempt(kernel, invoice, attempts),
  });
  const customer = store.customers.get(failed.customer ?? '');
  if (customer && !customer.delinquent && failed.billing_reason !== 'subscription_create') {
    change(kernel, store.customers, 'customer.updated', customer.id, { delinquent: true });
  }
  if (needsAction) events.emit('invoice.payment_action_required', failed);
  events.emit('invoice.payment_failed', failed);
  ports.subscriptions.paymentFailed(failed);
  if (failed.auto_advance && failed.next_payment_attempt === null) ports.subscriptions.retriesEnded(failed);
}

function charge({ ports }: Kernel, invoice: Invoice, paymentMethod: string, context: Attempt): ChargeOutcome {
  return ports.payments.charge({
    customer: invoice.customer ?? '',
    invoice: invoice.id,
    amount: invoice.amount_remaining,
    currency: invoice.currency,
    description: invoice.description,
    paymentMethod,
    offSession: context.offSession,
    paymentIntent: context.paymentIntent,
  });
}

interface Attempt {
  offSession: boolean;
  paymentIntent: string | null;
}

/** Tries to pay an open invoice. What comes of it is noted in the invoice and in its subscription. */
export function collect(
  kernel: Kernel,
  id: string,
  options: { offSession: boolean; paymentMethod?: string | undefined },
): Collected {
  const invoice = kernel.store.invoices.find(id);
  const paymentMethod = options.paymentMethod ?? paymentMethodFor(kernel, invoice);
  if (paymentMethod === null) {
    noteFailure(kernel, id, false);
    return { status: 'failed', failure: noPaymentMethod() };
  }
  const paymentIntent = defaultPayment(kernel, id)?.payment.payment_intent ?? null;
  const outcome = charge(kernel, invoice, paymentMethod, { offSession: options.offSession, paymentIntent });
  if (outcome.status === 'succeeded') {
    kernel.store.invoices.update(id, { attempt_count: invoice.attempt_count + 1 });
    markPaid(kernel, id);
    return { status: 'paid' };
  }
  noteFailure(kernel, id, outcome.status === 'requires_action');
  if (outcome.status === 'requires_action') {
    return { status: 'requires_action', failure: actionRequired(outcome.paymentIntent) };
  }
  return { status: 'failed', failure: outcome.failure };
}

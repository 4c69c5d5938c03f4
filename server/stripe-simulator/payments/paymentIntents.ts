import type Stripe from 'stripe';
import { invalid } from '../kernel/failure.js';
import type { StripeFailure } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { patchMetadata } from '../kernel/params.js';
import type { Wire } from '../kernel/wire.js';
import { askBank } from './bank.js';
import { recordCharge } from './charges.js';
import { authenticationFailed } from './declines.js';
import type { CardError } from './declines.js';
import { challengeAction } from './intents.js';
import { cardFailure } from './method.js';
import { bind } from './methods.js';

type PaymentIntent = Wire<Stripe.PaymentIntent>;
type PaymentMethod = Wire<Stripe.PaymentMethod>;

/** What a payment intent is made with. */
export interface NewPaymentIntent {
  /** In minor units. */
  amount: number;
  currency: string;
  customer?: string | undefined;
  description?: string | null | undefined;
  metadata?: { [key: string]: string } | null | undefined;
  payment_method?: string | undefined;
  setup_future_usage?: 'off_session' | 'on_session' | undefined;
}

/** How an attempt to be paid ended. */
export type Payment =
  | { status: 'succeeded' | 'requires_action'; intent: PaymentIntent }
  | { status: 'requires_payment_method'; intent: PaymentIntent; failure: StripeFailure };

/** Makes a payment intent, to be confirmed. */
export function createPaymentIntent(kernel: Kernel, params: NewPaymentIntent): PaymentIntent {
  const { store, ids, clock, events } = kernel;
  if (params.customer !== undefined) store.customers.find(params.customer, 'customer');
  const id = ids.next('pi');
  const intent: PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: params.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: { allow_redirects: 'always', enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${id}_secret_${ids.text(25)}`,
    confirmation_method: 'automatic',
    created: 0,
    currency: params.currency,
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: patchMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: params.payment_method ?? null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: params.payment_method === undefined ? 'requires_payment_method' : 'requires_confirmation',
    transfer_group: null,
  };
  const inserted = store.paymentIntents.insert({ ...intent, created: clock.timeOf(intent) });
  events.emit('payment_intent.created', inserted);
  return inserted;
}

/** Changes an intent and says so as `payment_intent.…`. */
function become(kernel: Kernel, id: string, event: string, patch: Partial<PaymentIntent>): PaymentIntent {
  const after = kernel.store.paymentIntents.update(id, { next_action: null, ...patch });
  kernel.events.emit(`payment_intent.${event}`, after);
  return after;
}

/** Turns it down: another payment method is wanted, or another try. */
function refuse(kernel: Kernel, id: string, method: PaymentMethod, error: CardError, charge: string | null): Payment {
  const last = { ...error, ...(charge === null ? {} : { charge }), payment_method: method };
  const intent = become(kernel, id, 'payment_failed', {
    status: 'requires_payment_method',
    payment_method: null,
    latest_charge: charge,
    last_payment_error: last as unknown as NonNullable<PaymentIntent['last_payment_error']>,
  });
  const extra = JSON.parse(
    JSON.stringify({ ...(charge === null ? {} : { charge }), payment_intent: intent, payment_method: method }),
  );
  return { status: 'requires_payment_method', intent, failure: cardFailure(error, extra) };
}

function succeed(kernel: Kernel, id: string, method: PaymentMethod): Payment {
  const intent = kernel.store.paymentIntents.find(id);
  const charge = recordCharge(kernel, intent, method, null);
  if (method.customer === null && intent.customer !== null && intent.setup_future_usage !== null) {
    bind(kernel, method.id, intent.customer);
  }
  const paid = become(kernel, id, 'succeeded', {
    status: 'succeeded',
    payment_method: method.id,
    latest_charge: charge.id,
    amount_received: intent.amount,
    last_payment_error: null,
  });
  return { status: 'succeeded', intent: paid };
}

/** What is known of the payer at a payment. */
export interface Presence {
  /** The bank saw them just now. @default false */
  isAuthenticated?: boolean;
  /** Nobody is there to be asked: a challenge is a decline. @default false */
  refusesChallenge?: boolean;
}

/** Asks the bank for the money. */
export function pay(kernel: Kernel, id: string, method: PaymentMethod, presence: Presence = {}): Payment {
  const { isAuthenticated = false, refusesChallenge = false } = presence;
  const intent = kernel.store.paymentIntents.find(id);
  const verdict = askBank(kernel, { paymentMethod: method, purpose: 'pay', isAuthenticated, refusesChallenge });
  if (verdict === 'approved') return succeed(kernel, id, method);
  if (verdict !== 'challenge')
    return refuse(kernel, id, method, verdict, recordCharge(kernel, intent, method, verdict).id);
  const waiting = become(kernel, id, 'requires_action', {
    status: 'requires_action',
    payment_method: method.id,
    next_action: challengeAction(id),
    last_payment_error: null,
  });
  return { status: 'requires_action', intent: waiting };
}

/** Goes on after the bank's challenge. */
export function authenticatePayment(kernel: Kernel, id: string, hasSucceeded: boolean): Payment {
  const intent = kernel.store.paymentIntents.find(id);
  if (intent.status !== 'requires_action' || intent.payment_method === null) {
    throw invalid('This PaymentIntent waits for no authentication.', undefined, 'payment_intent_unexpected_state');
  }
  const method = kernel.store.paymentMethods.find(intent.payment_method);
  if (hasSucceeded) return pay(kernel, id, method, { isAuthenticated: true });
  return refuse(kernel, id, method, authenticationFailed('payment'), null);
}

/** @throws StripeFailure when it has ended already */
export function requireOpenPayment({ status }: PaymentIntent, verb: string): void {
  if (status !== 'succeeded' && status !== 'canceled') return;
  const how = `it has a status of ${status}`;
  throw invalid(`You cannot ${verb} this PaymentIntent because ${how}.`, undefined, 'payment_intent_unexpected_state');
}

/** Ends an intent that is not wanted any more. */
export function cancelPayment(
  kernel: Kernel,
  id: string,
  reason: PaymentIntent['cancellation_reason'] = null,
): PaymentIntent {
  const intent = kernel.store.paymentIntents.find(id);
  requireOpenPayment(intent, 'cancel');
  return become(kernel, id, 'canceled', {
    status: 'canceled',
    canceled_at: kernel.clock.timeOf(intent),
    cancellation_reason: reason,
  });
}

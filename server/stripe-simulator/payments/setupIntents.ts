import type Stripe from 'stripe';
import type { z } from 'zod';
import { change } from '../kernel/change.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { patchMetadata } from '../kernel/params.js';
import type { Wire } from '../kernel/wire.js';
import { askBank } from './bank.js';
import { authenticationFailed } from './declines.js';
import type { CardError } from './declines.js';
import { challengeAction } from './intents.js';
import { cardFailure } from './method.js';
import { bind } from './methods.js';
import type { intentFields } from './params.js';

type SetupIntent = Wire<Stripe.SetupIntent>;
type PaymentMethod = Wire<Stripe.PaymentMethod>;

/** What a setup intent is made with. */
export interface NewSetupIntent {
  customer?: string | undefined;
  description?: string | null | undefined;
  metadata?: { [key: string]: string } | null | undefined;
  usage?: 'off_session' | 'on_session' | undefined;
  payment_method?: string | undefined;
  allowed_payment_method_types?: string[] | undefined;
  automatic_payment_methods?: z.output<(typeof intentFields)['automatic_payment_methods']>;
}

/** Makes a setup intent, to be confirmed. */
export function createSetupIntent(kernel: Kernel, params: NewSetupIntent): SetupIntent {
  const { store, ids, clock, events } = kernel;
  if (params.customer !== undefined) store.customers.find(params.customer, 'customer');
  const id = ids.next('seti');
  const intent = store.setupIntents.insert({
    id,
    object: 'setup_intent',
    allowed_payment_method_types: params.allowed_payment_method_types
      ? (params.allowed_payment_method_types as NonNullable<SetupIntent['allowed_payment_method_types']>)
      : null,
    application: null,
    automatic_payment_methods: params.automatic_payment_methods
      ? { allow_redirects: 'always', ...params.automatic_payment_methods }
      : { allow_redirects: 'always', enabled: true },
    cancellation_reason: null,
    client_secret: `${id}_secret_${ids.text(25)}`,
    created: clock.now(),
    customer: params.customer ?? null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: patchMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: params.payment_method ?? null,
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: params.payment_method === undefined ? 'requires_payment_method' : 'requires_confirmation',
    usage: params.usage ?? 'off_session',
  } as SetupIntent);
  events.emit('setup_intent.created', intent);
  return intent;
}

/** Changes an intent and says so as `setup_intent.…`. */
function become(kernel: Kernel, id: string, event: string, patch: Partial<SetupIntent>): SetupIntent {
  const after = kernel.store.setupIntents.update(id, { next_action: null, ...patch });
  kernel.events.emit(`setup_intent.${event}`, after);
  return after;
}

/** Turns it down: another payment method is wanted. */
function refuse(kernel: Kernel, id: string, method: PaymentMethod, error: CardError): never {
  const last = { ...error, payment_method: method } as unknown as NonNullable<SetupIntent['last_setup_error']>;
  const refused = become(kernel, id, 'setup_failed', {
    status: 'requires_payment_method',
    payment_method: null,
    last_setup_error: last,
  });
  throw cardFailure(error, { setup_intent: JSON.parse(JSON.stringify(refused)) });
}

/** Asks the bank, and saves the card if it says yes. */
function proceed(kernel: Kernel, id: string, method: PaymentMethod, isAuthenticated: boolean): SetupIntent {
  const intent = kernel.store.setupIntents.find(id);
  const verdict = askBank(kernel, { paymentMethod: method, purpose: 'save', isAuthenticated, refusesChallenge: false });
  if (verdict === 'challenge') {
    return become(kernel, id, 'requires_action', {
      status: 'requires_action',
      payment_method: method.id,
      next_action: challengeAction(id),
      last_setup_error: null,
    });
  }
  if (verdict !== 'approved') return refuse(kernel, id, method, verdict);
  if (intent.customer !== null && method.customer === null) bind(kernel, method.id, intent.customer);
  return become(kernel, id, 'succeeded', { status: 'succeeded', payment_method: method.id, last_setup_error: null });
}

/** @throws StripeFailure when it has ended already */
function requireOpen({ status }: SetupIntent, verb: string): void {
  if (status !== 'succeeded' && status !== 'canceled') return;
  const how = status === 'succeeded' ? 'it has already succeeded' : 'it has already been canceled';
  throw invalid(`You cannot ${verb} this SetupIntent because ${how}.`, undefined, 'setup_intent_unexpected_state');
}

/**
 * Confirms an intent with a payment method.
 *
 * @throws StripeFailure a `card_error` when the bank says no
 */
export function confirmSetupIntent(kernel: Kernel, id: string, method: PaymentMethod): SetupIntent {
  requireOpen(kernel.store.setupIntents.find(id), 'confirm');
  return proceed(kernel, id, method, false);
}

/**
 * Goes on after the bank's challenge.
 *
 * @throws StripeFailure when its customer failed, or nothing was asked
 */
export function authenticateSetupIntent(kernel: Kernel, id: string, hasSucceeded: boolean): SetupIntent {
  const intent = kernel.store.setupIntents.find(id);
  if (intent.status !== 'requires_action' || intent.payment_method === null) {
    throw invalid('This SetupIntent waits for no authentication.', undefined, 'setup_intent_unexpected_state');
  }
  const method = kernel.store.paymentMethods.find(intent.payment_method);
  return hasSucceeded ? proceed(kernel, id, method, true) : refuse(kernel, id, method, authenticationFailed('setup'));
}

/** Ends an intent that is not wanted any more. */
export function cancelSetupIntent(
  kernel: Kernel,
  id: string,
  reason: SetupIntent['cancellation_reason'] = null,
): SetupIntent {
  requireOpen(kernel.store.setupIntents.find(id), 'cancel');
  const patch: Partial<SetupIntent> = { status: 'canceled', cancellation_reason: reason, next_action: null };
  return change(kernel, kernel.store.setupIntents, 'setup_intent.canceled', id, patch);
}

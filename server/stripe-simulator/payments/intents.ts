import type { z } from 'zod';
import { invalid, missing } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Call } from '../kernel/route.js';
import { createMethod, resolveMethod } from './method.js';
import { requireUsable } from './methods.js';
import type { confirmFields } from './params.js';
import type Stripe from 'stripe';
import type { Wire } from '../kernel/wire.js';

type PaymentMethod = Wire<Stripe.PaymentMethod>;

/** What confirming takes of what was sent. */
export type ConfirmParams = { [K in keyof typeof confirmFields]?: z.output<(typeof confirmFields)[K]> | undefined };

/** The API version from which on `payment_method_types` is refused. */
const WITHOUT_TYPES = '2026-10-28';

/** @throws StripeFailure for what endive no longer takes, when the caller speaks endive */
export function requireNoTypes(types: readonly string[] | undefined, version: string | null): void {
  if (types === undefined || version === null || version < WITHOUT_TYPES) return;
  throw invalid(
    'The `payment_method_types` parameter is no longer supported. Use `allowed_payment_method_types` instead, or leave it out to use the payment methods that are enabled in your Dashboard.',
    'payment_method_types',
    'payment_method_types_no_longer_supported',
  );
}

/** What the browser does next: it lets the bank ask. */
export const challengeAction = (id: string) => ({
  type: 'use_stripe_sdk' as const,
  use_stripe_sdk: { type: 'stripe_3ds2_fingerprint', three_d_secure_2_source: id },
});

/**
 * A publishable key is right for nothing but the intent whose secret comes with it.
 *
 * @throws StripeFailure as if there were no such intent
 */
export function requireSecret(
  name: string,
  intent: { id: string; client_secret: string | null },
  { key, params }: Pick<Call<{ client_secret?: string | undefined }>, 'key' | 'params'>,
): void {
  if (key.kind === 'secret' && params.client_secret === undefined) return;
  if (params.client_secret === undefined || params.client_secret !== intent.client_secret)
    throw missing(name, intent.id);
}

/**
 * The payment method to confirm with: the one that was sent, or the one that the intent has.
 *
 * @throws StripeFailure when there is none, when it may not be used, or when it is another customer's
 */
export function methodFor(
  kernel: Kernel,
  intent: { customer: string | null; payment_method: string | null; object: string },
  params: ConfirmParams,
  keyKind: 'secret' | 'publishable',
): PaymentMethod {
  const at = 'payment_method_data[card]';
  const given = params.payment_method ?? intent.payment_method;
  if (params.payment_method_data) return createMethod(kernel, params.payment_method_data, keyKind, at);
  if (given === null || given === undefined) {
    const what = intent.object === 'setup_intent' ? 'SetupIntent' : 'PaymentIntent';
    throw invalid(
      `You cannot confirm this ${what} because it's missing a payment method. You can either update the ${what} with a payment method and then confirm it again, or confirm it again directly with a payment method.`,
      undefined,
      `${intent.object}_unexpected_state`,
    );
  }
  const method = resolveMethod(kernel, given, 'payment_method');
  requireUsable(kernel, method);
  if (method.customer !== null && method.customer !== intent.customer) {
    throw invalid(
      `The provided PaymentMethod (${method.id}) belongs to a Customer different from the one of this intent.`,
      'payment_method',
    );
  }
  return method;
}

import type { PlanDefinition } from './plans.js';

/** The keys of one Stripe account, all of the same mode. */
export interface StripeOptions {
  /** `sk_test_…` or `sk_live_…`; a restricted key (`rk_…`) that may read and write customers and billing does as well. */
  readonly secretKey: string;
  /** `pk_…`: sent to browsers, for Stripe.js. */
  readonly publishableKey: string;
  /** `whsec_…`: what Stripe signs its events with. */
  readonly webhookSecret: string;
  /** A Stripe simulator on this machine, `http://127.0.0.1:PORT`. Never in production, never with live keys. */
  readonly apiBase?: string | undefined;
}

/** What a host sells, and how it is paid. */
export interface BillingOptions {
  /** From the least to the most. */
  readonly plans: readonly PlanDefinition[];
  readonly stripe: StripeOptions;
  /** Milliseconds after a first failed payment in which nothing is restricted; then only inviting is. @default 14 days */
  readonly graceMs?: number | undefined;
  /** Milliseconds between the passes that compare what is known with what Stripe holds. @default one hour */
  readonly reconcileMs?: number | undefined;
}

const modeOf = (key: string) => /^(?:sk|rk|pk)_(test|live)_/.exec(key)?.[1];

/** @throws Error that says which key cannot be used, and what to do. No key is ever repeated in it. */
export function checkStripeOptions(stripe: StripeOptions, isProduction: boolean): 'test' | 'live' {
  const { secretKey, publishableKey, webhookSecret, apiBase } = stripe;
  const mode = /^[sr]k_/.test(secretKey) ? modeOf(secretKey) : undefined;
  if (mode === undefined)
    throw new Error(
      'Stripe’s secret key (STRIPE_SECRET_KEY) must begin with sk_test_, sk_live_, rk_test_ or rk_live_.',
    );
  if (!publishableKey.startsWith('pk_') || modeOf(publishableKey) !== mode)
    throw new Error(
      `Stripe’s publishable key (STRIPE_PUBLISHABLE_KEY) must begin with pk_${mode}_, as the secret key is of that mode.`,
    );
  if (!webhookSecret.startsWith('whsec_'))
    throw new Error('Stripe’s webhook secret (STRIPE_WEBHOOK_SECRET) must begin with whsec_.');
  if (apiBase === undefined) return mode as 'test' | 'live';
  if (isProduction || mode === 'live')
    throw new Error(
      'Stripe’s address (STRIPE_API_BASE) is for a simulator: leave it out in production and with live keys.',
    );
  if (!/^http:\/\/127\.0\.0\.1:\d{1,5}\/?$/.test(apiBase))
    throw new Error(
      `Stripe’s address (STRIPE_API_BASE) must be http://127.0.0.1:PORT; it is ${JSON.stringify(apiBase)}.`,
    );
  return 'test';
}

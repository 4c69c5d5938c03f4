import type { Stripe } from '@stripe/stripe-js';

const loading = new Map<string, Promise<Stripe>>();

async function load(publishableKey: string): Promise<Stripe> {
  // Stripe.js may only come from Stripe, and begins to watch the page once it is there: so not before it is needed.
  const { loadStripe } = await import('@stripe/stripe-js/pure');
  const stripe = await loadStripe(publishableKey);
  if (stripe === null) throw new Error('Stripe.js needs a browser.');
  return stripe;
}

/**
 * Stripe.js for a publishable key, loaded when it is first asked for, and again after it could not be.
 *
 * @throws Error where it does not load: offline, or kept away by an extension or a Content-Security-Policy.
 */
export async function loadStripeFor(publishableKey: string): Promise<Stripe> {
  const promise = loading.get(publishableKey) ?? load(publishableKey);
  loading.set(publishableKey, promise);
  try {
    return await promise;
  } catch (error) {
    loading.delete(publishableKey);
    throw error;
  }
}

import type { StripeConstructor } from '@stripe/stripe-js';
import type { Intents } from './intents.js';
import { intentsInPage } from './intentsInPage.js';
import type { InPageOptions } from './intentsInPage.js';
import { createStripe } from './stripe.js';

export type { InPageOptions } from './intentsInPage.js';

/** The release train of `@stripe/stripe-js`, which warns about any other. */
const VERSION = 'endive';

/**
 * Sets `window.Stripe`, so that `loadStripe` takes the stand-in and asks no network.
 *
 * @returns takes it away again
 */
export function setStripe(intentsOf: (publishableKey: string) => Intents): () => void {
  const create = (publishableKey: string, options?: { locale?: string }) =>
    createStripe(intentsOf(publishableKey), options?.locale ?? 'auto');
  const before = window.Stripe;
  window.Stripe = Object.assign(create, { version: VERSION }) as unknown as StripeConstructor;
  return () => {
    if (before) window.Stripe = before;
    else delete window.Stripe;
  };
}

/**
 * A stand-in for Stripe.js that needs no server: for Storybook and tests in a browser. Card numbers behave as Stripe's
 * test cards do; any client secret will do.
 *
 * @returns takes it away again
 * @example
 * const remove = installStripeStandIn({ confirm: (card) => world.addCard(card) });
 */
export function installStripeStandIn(options: InPageOptions = {}): () => void {
  const intents = intentsInPage(options);
  return setStripe(() => intents);
}

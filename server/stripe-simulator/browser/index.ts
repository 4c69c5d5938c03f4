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

/** What was installed and not taken away; the last decides. */
const installed: Intents[] = [];

function latest(): Intents {
  const intents = installed.at(-1);
  if (!intents) throw new Error('The stand-in for Stripe.js was taken away: install it again before it is used.');
  return intents;
}

/** Asks what is installed now: `loadStripe` keeps the first Stripe.js that it saw, for as long as the page lives. */
const intentsNow: Intents = {
  retrieve: (secret) => latest().retrieve(secret),
  confirm: (secret, means) => latest().confirm(secret, means),
  authenticate: (secret, result) => latest().authenticate(secret, result),
};

/**
 * A stand-in for Stripe.js that needs no server: for Storybook and tests in a browser or in jsdom. Card numbers behave as
 * Stripe's test cards do; any client secret will do. The form is in a frame: `iframe.contentDocument.body` is where to look.
 *
 * @returns takes it away again
 * @example
 * const remove = installStripeStandIn({ confirm: (card) => world.addCard(card) });
 */
export function installStripeStandIn(options: InPageOptions = {}): () => void {
  const intents = intentsInPage(options);
  installed.push(intents);
  const restore = setStripe(() => intentsNow);
  return () => {
    installed.splice(installed.indexOf(intents), 1);
    restore();
  };
}

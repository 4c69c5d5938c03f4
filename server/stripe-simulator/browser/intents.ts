import type { PaymentIntent, SetupIntent, StripeError } from '@stripe/stripe-js';
import type { CardDetails } from './fields.js';

/** What an intent is for: saving a card, or taking money. */
export type IntentKind = 'setup' | 'payment';

/** What the bank's customer answered. */
export type Authentication = 'succeeded' | 'failed';

/** Where a card's holder lives, as far as the form asks. */
export interface BillingAddress {
  /** ISO 3166-1 alpha-2. */
  country: string;
  postal_code: string | null;
}

/** The card that was typed, or one that is saved already. Neither: the one that the intent has. */
export type Means = { card: CardDetails; address: BillingAddress } | { paymentMethod: string } | null;

/** An intent, or why there is none; an error carries the intent too, where there is one. */
export type Answer =
  | { intent: SetupIntent | PaymentIntent; error?: undefined }
  | { intent?: undefined; error: StripeError };

/** What the stand-in asks of Stripe's API, with the client secret as all the right it has. */
export interface Intents {
  retrieve(clientSecret: string): Promise<Answer>;
  confirm(clientSecret: string, means: Means): Promise<Answer>;
  /** What the challenge ended with. */
  authenticate(clientSecret: string, result: Authentication): Promise<Answer>;
}

/** `seti_123_secret_abc` → what it is for, and its id. */
export function readSecret(clientSecret: string): { kind: IntentKind; id: string } {
  const id = /^((?:seti|pi)_[A-Za-z0-9]+)_secret_/u.exec(clientSecret)?.[1];
  if (id === undefined) {
    throw new Error(
      `IntegrationError: Invalid value for clientSecret: it should be a client secret of the form \${id}_secret_\${secret}. You specified: ${clientSecret}.`,
    );
  }
  return { kind: id.startsWith('seti_') ? 'setup' : 'payment', id };
}

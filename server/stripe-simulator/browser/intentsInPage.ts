import type { PaymentIntent, SetupIntent, StripeError } from '@stripe/stripe-js';
import { cardByNumber } from '../payments/cards.js';
import type { TestCard } from '../payments/cards.js';
import { authenticationFailed, declineError, LIVE_CARD_ERROR } from '../payments/declines.js';
import type { Answer, IntentKind, Intents, Means } from './intents.js';

/** A card that its bank agreed to. */
export interface ConfirmedCard {
  kind: IntentKind;
  clientSecret: string;
  paymentMethodId: string;
  /** `visa`, `mastercard`, … */
  brand: string;
  last4: string;
  /** 1 to 12. */
  expiryMonth: number;
  /** Four digits. */
  expiryYear: number;
  /** Whether payments with it are declined later on: the card 4000 0000 0000 0341. */
  declinesPayments: boolean;
}

/** What the page makes of a card. */
export interface InPageOptions {
  /**
   * Told when a card was accepted, before the form hears of it: the place to add it to the adapter's world. An error that
   * it returns is shown instead.
   *
   * @default nothing more happens
   */
  confirm?: ((card: ConfirmedCard) => StripeError | void | Promise<StripeError | void>) | undefined;
}

interface Attempt {
  intent: SetupIntent | PaymentIntent;
  card?: ConfirmedCard;
}

let count = 0;

const kindOf = (clientSecret: string): IntentKind => (clientSecret.startsWith('pi_') ? 'payment' : 'setup');

function newIntent(clientSecret: string): SetupIntent | PaymentIntent {
  return {
    id: clientSecret.split('_secret_')[0] ?? clientSecret,
    object: kindOf(clientSecret) === 'setup' ? 'setup_intent' : 'payment_intent',
    client_secret: clientSecret,
    livemode: false,
    payment_method: null,
    payment_method_types: ['card'],
    next_action: null,
    status: 'requires_payment_method',
  } as SetupIntent | PaymentIntent;
}

function confirmedCard(clientSecret: string, means: Means, test: TestCard): ConfirmedCard | undefined {
  if (means === null || !('card' in means)) return undefined;
  return {
    kind: kindOf(clientSecret),
    clientSecret,
    paymentMethodId: `pm_inPage${(count += 1)}`,
    brand: test.brand,
    last4: test.number.slice(-4),
    expiryMonth: means.card.exp_month,
    expiryYear: means.card.exp_year,
    declinesPayments: test.onCharge !== undefined,
  };
}

function declineOf(kind: IntentKind, means: Means): StripeError | undefined {
  if (means === null || !('card' in means)) return undefined;
  const test = cardByNumber(means.card.number);
  if (test === undefined) return LIVE_CARD_ERROR;
  const decline = kind === 'setup' ? test.onSave : test.onCharge;
  return decline === undefined ? undefined : declineError(decline);
}

/**
 * Intents that live in the page, for Storybook and tests without a server: any client secret will do, and a test card's
 * number says what its bank does.
 */
export function intentsInPage({ confirm }: InPageOptions = {}): Intents {
  const attempts = new Map<string, Attempt>();
  const attemptOf = (secret: string): Attempt => {
    const attempt = attempts.get(secret) ?? { intent: newIntent(secret) };
    attempts.set(secret, attempt);
    return attempt;
  };
  const become = (attempt: Attempt, change: Partial<SetupIntent>): Answer => {
    Object.assign(attempt.intent, { next_action: null }, change);
    return { intent: attempt.intent };
  };
  const refuse = (attempt: Attempt, error: StripeError): Answer => {
    become(attempt, { status: 'requires_payment_method', payment_method: null });
    return { error: { ...error, [attempt.intent.object]: attempt.intent } };
  };
  const accept = async (attempt: Attempt): Promise<Answer> => {
    const veto = attempt.card && (await confirm?.(attempt.card));
    return veto ? refuse(attempt, veto) : become(attempt, { status: 'succeeded' });
  };
  return {
    retrieve: async (secret) => ({ intent: attemptOf(secret).intent }),
    async confirm(secret, means) {
      const attempt = attemptOf(secret);
      const declined = declineOf(kindOf(secret), means);
      if (declined) return refuse(attempt, declined);
      const test = means && 'card' in means ? cardByNumber(means.card.number) : undefined;
      const card = test && confirmedCard(secret, means, test);
      if (card) Object.assign(attempt, { card });
      attempt.intent.payment_method = card?.paymentMethodId ?? null;
      if (test?.authentication === undefined) return accept(attempt);
      return become(attempt, {
        status: 'requires_action',
        next_action: { type: 'use_stripe_sdk', use_stripe_sdk: {} },
      });
    },
    async authenticate(secret, result) {
      const attempt = attemptOf(secret);
      return result === 'succeeded' ? accept(attempt) : refuse(attempt, authenticationFailed(kindOf(secret)));
    },
  };
}

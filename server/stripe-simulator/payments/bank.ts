import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { TEST_CARDS } from './cards.js';
import type { Decline, TestCard } from './cards.js';
import { AUTHENTICATION_REQUIRED, declineError } from './declines.js';
import type { CardError } from './declines.js';

type PaymentMethod = Wire<Stripe.PaymentMethod>;

/** What a bank says: yes, that it wants to see the payer first, or why not. */
export type Verdict = 'approved' | 'challenge' | CardError;

/** What is asked of a card's bank. */
export interface Question {
  paymentMethod: PaymentMethod;
  /** To keep the card for later, or to take money. */
  purpose: 'save' | 'pay';
  /** The payer was seen by the bank just now. */
  isAuthenticated: boolean;
  /** Nobody can be shown a challenge: what would be one is a decline. */
  refusesChallenge: boolean;
}

const orders = new WeakMap<Kernel, Map<string, Decline>>();

/** By customer, or `any`, what the next payment fails with: for tests and for people who want to see it. */
export function declinesOf(kernel: Kernel): Map<string, Decline> {
  const ordered = orders.get(kernel) ?? new Map<string, Decline>();
  orders.set(kernel, ordered);
  return ordered;
}

/** The same for one card number, wherever it was typed, without telling it. */
export const fingerprintOf = (number: string): string =>
  createHash('sha256').update(`fingerprint:${number}`).digest('hex').slice(0, 16);

const BY_FINGERPRINT = new Map(TEST_CARDS.map((card) => [fingerprintOf(card.number), card]));

/** The test card that a payment method is. */
function testCardOf(paymentMethod: PaymentMethod): TestCard {
  const card = BY_FINGERPRINT.get(paymentMethod.card?.fingerprint ?? '');
  if (card === undefined) throw new Error(`The Stripe simulator does not know the card of ${paymentMethod.id}.`);
  return card;
}

/** Whether its holder agreed before to payments without them: by a setup, or by a payment that said so. */
function isSetUp({ store }: Kernel, id: string): boolean {
  const isAgreed = (intent: { payment_method: string | null; status: string }) =>
    intent.payment_method === id && intent.status === 'succeeded';
  return (
    store.setupIntents.all().some((intent) => intent.usage === 'off_session' && isAgreed(intent)) ||
    store.paymentIntents.all().some((intent) => intent.setup_future_usage === 'off_session' && isAgreed(intent))
  );
}

function wantsToSee(kernel: Kernel, card: TestCard, { purpose, paymentMethod, isAuthenticated }: Question): boolean {
  if (isAuthenticated || card.authentication === undefined) return false;
  if (card.authentication === 'always' || purpose === 'save') return true;
  return !isSetUp(kernel, paymentMethod.id);
}

/** Asks the bank of a card. A decline that was ordered for the customer's next payment is used up by asking. */
export function askBank(kernel: Kernel, question: Question): Verdict {
  const { paymentMethod, purpose, refusesChallenge } = question;
  const card = testCardOf(paymentMethod);
  if (purpose === 'pay') {
    const declineNext = declinesOf(kernel);
    const whose = [paymentMethod.customer ?? '', 'any'].find((key) => declineNext.has(key));
    const ordered = whose === undefined ? undefined : declineNext.get(whose);
    if (whose !== undefined && ordered !== undefined) {
      declineNext.delete(whose);
      kernel.journal.note(() => declineNext.set(whose, ordered));
      return declineError(ordered);
    }
  }
  if (wantsToSee(kernel, card, question)) return refusesChallenge ? AUTHENTICATION_REQUIRED : 'challenge';
  const decline = purpose === 'save' ? card.onSave : card.onCharge;
  return decline === undefined ? 'approved' : declineError(decline);
}

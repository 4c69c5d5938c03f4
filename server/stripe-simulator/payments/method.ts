import type Stripe from 'stripe';
import type { z } from 'zod';
import { sent } from '../kernel/change.js';
import { invalid, missing, StripeFailure } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { fingerprintOf } from './bank.js';
import { cardByNumber, cardByToken } from './cards.js';
import type { TestCard } from './cards.js';
import { LIVE_CARD_ERROR } from './declines.js';
import type { CardError } from './declines.js';
import type { billingDetails, methodData } from './params.js';

type PaymentMethod = Wire<Stripe.PaymentMethod>;
type BillingDetails = Wire<Stripe.PaymentMethod.BillingDetails>;

const FIVE_YEARS = 5;

/** What of a card stands in a form. */
interface CardInput {
  card: TestCard;
  /** 1 to 12. */
  exp_month: number;
  /** Four digits. */
  exp_year: number;
}

/** The refusal of a card by its bank. What the request did before stays. */
export function cardFailure({ type, code, message, ...rest }: CardError, extra: StripeFailure['extra']): StripeFailure {
  return new StripeFailure(message, { type, code, extra: { ...rest, ...extra }, keepsEffects: true });
}

/** Billing details with what was sent over what there was. */
export function billingDetailsOf(
  details: z.output<ReturnType<typeof billingDetails>> | undefined,
  before?: BillingDetails,
): BillingDetails {
  const blank = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  const address =
    details?.address === undefined ? (before?.address ?? blank) : { ...blank, ...sent(details.address ?? {}) };
  const { email, name, phone, tax_id: taxId } = details ?? {};
  return {
    address,
    email: email === undefined ? (before?.email ?? null) : email,
    name: name === undefined ? (before?.name ?? null) : name,
    phone: phone === undefined ? (before?.phone ?? null) : phone,
    tax_id: taxId === undefined ? (before?.tax_id ?? null) : taxId,
  };
}

/** Makes a payment method of a test card, that belongs to nobody yet. */
function mint(kernel: Kernel, input: CardInput, data: Partial<z.output<ReturnType<typeof methodData>>>): PaymentMethod {
  const { card, exp_month, exp_year } = input;
  return kernel.store.paymentMethods.insert({
    id: kernel.ids.next('pm'),
    object: 'payment_method',
    allow_redisplay: data.allow_redisplay ?? 'unspecified',
    billing_details: billingDetailsOf(data.billing_details),
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: card.brand,
      exp_month,
      exp_year,
      fingerprint: fingerprintOf(card.number),
      funding: card.funding,
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: kernel.clock.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: data.metadata ?? {},
    type: 'card',
  });
}

/** Test tokens are cards that expire a few years from now. */
function cardOfToken(kernel: Kernel, token: string): CardInput | undefined {
  const card = cardByToken(token);
  const year = new Date(kernel.clock.now() * 1000).getUTCFullYear() + FIVE_YEARS;
  return card && { card, exp_month: 12, exp_year: year };
}

/**
 * The payment method with this id. A test token such as `pm_card_visa` makes a new one, each time.
 *
 * @throws StripeFailure `resource_missing`
 */
export function resolveMethod(kernel: Kernel, idOrToken: string, param: string): PaymentMethod {
  const token = cardOfToken(kernel, idOrToken);
  return token ? mint(kernel, token, {}) : kernel.store.paymentMethods.find(idOrToken, param);
}

/**
 * A payment method of what was sent: a token, or a card's number.
 *
 * @param keyKind Numbers come from Stripe.js alone, with a publishable key: code with a secret key never sees one.
 * @throws StripeFailure for a number with a secret key, for no number at all, for one that is no test card's
 */
export function createMethod(
  kernel: Kernel,
  data: z.output<ReturnType<typeof methodData>>,
  keyKind: 'secret' | 'publishable',
  at = 'card',
): PaymentMethod {
  const { card } = data;
  if ('token' in card) {
    const input = cardOfToken(kernel, card.token);
    if (!input) throw missing('token', card.token, `${at}[token]`);
    return mint(kernel, input, data);
  }
  if (keyKind === 'secret') {
    throw new StripeFailure(
      'Sending credit card numbers directly to the Stripe API is generally unsafe. To continue processing use Stripe.js.',
      { status: 402, param: `${at}[number]` },
    );
  }
  if (!/^\d{12,19}$/u.test(card.number))
    throw invalid('Your card number is incorrect.', `${at}[number]`, 'incorrect_number');
  const known = cardByNumber(card.number);
  if (!known) throw cardFailure(LIVE_CARD_ERROR, {});
  return mint(kernel, { card: known, exp_month: card.exp_month, exp_year: card.exp_year }, data);
}

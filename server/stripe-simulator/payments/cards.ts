/** Stripe's names for the networks. */
export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay' | 'unknown';

/** Why a bank says no. */
export type Decline = 'generic_decline' | 'insufficient_funds' | 'expired_card' | 'incorrect_cvc' | 'processing_error';

/** One of Stripe's test cards: a number that a person types, the tokens that code uses, and what its bank does. */
export interface TestCard {
  number: string;
  /** What follows `pm_card_`; `tok_` too, in lower case. */
  tokens: readonly string[];
  brand: CardBrand;
  funding: 'credit' | 'debit';
  /** What is said when it is saved to a customer. @default nothing: it is saved */
  onSave?: Decline;
  /** What is said when money is taken. @default nothing: it is paid */
  onCharge?: Decline;
  /**
   * When the bank wants to see its holder: `setup` once, when it is saved for later, or else at each payment; `always`
   * when it is saved and at each payment.
   *
   * @default never
   */
  authentication?: 'setup' | 'always';
}

const visa = (number: string, tokens: readonly string[], rest: Partial<TestCard> = {}): TestCard => ({
  number,
  tokens,
  brand: 'visa',
  funding: 'credit',
  ...rest,
});

const declined = (number: string, tokens: readonly string[], reason: Decline): TestCard =>
  visa(number, tokens, { onSave: reason, onCharge: reason });

const good = (
  number: string,
  brand: CardBrand,
  tokens: readonly string[],
  funding: TestCard['funding'] = 'credit',
) => ({
  number,
  tokens,
  brand,
  funding,
});

/** As https://docs.stripe.com/testing lists them. */
export const TEST_CARDS: readonly TestCard[] = [
  good('4242424242424242', 'visa', ['visa', 'us']),
  good('4000056655665556', 'visa', ['visa_debit'], 'debit'),
  good('5555555555554444', 'mastercard', ['mastercard']),
  good('5200828282828210', 'mastercard', ['mastercard_debit'], 'debit'),
  good('378282246310005', 'amex', ['amex']),
  good('6011111111111117', 'discover', ['discover']),
  good('3056930009020004', 'diners', ['diners']),
  good('3566002020360505', 'jcb', ['jcb']),
  good('6200000000000005', 'unionpay', ['unionpay']),
  visa('4000000000000341', ['chargeCustomerFail'], { onCharge: 'generic_decline' }),
  declined('4000000000000002', ['chargeDeclined', 'visa_chargeDeclined'], 'generic_decline'),
  declined(
    '4000000000009995',
    ['chargeDeclinedInsufficientFunds', 'visa_chargeDeclinedInsufficientFunds'],
    'insufficient_funds',
  ),
  declined('4000000000000069', ['chargeDeclinedExpiredCard', 'visa_chargeDeclinedExpiredCard'], 'expired_card'),
  declined('4000000000000127', ['chargeDeclinedIncorrectCvc', 'visa_chargeDeclinedIncorrectCvc'], 'incorrect_cvc'),
  declined(
    '4000000000000119',
    ['chargeDeclinedProcessingError', 'visa_chargeDeclinedProcessingError'],
    'processing_error',
  ),
  visa('4000002500003155', ['authenticationRequiredOnSetup'], { authentication: 'setup' }),
  visa('4000002760003184', ['authenticationRequired'], { authentication: 'always' }),
  visa('4000000000003220', ['threeDSecure2Required'], { authentication: 'always' }),
  visa('4000000000003063', ['threeDSecureRequired'], { authentication: 'always' }),
  visa('4000008400001629', ['threeDSecureRequiredChargeDeclined'], {
    authentication: 'always',
    onCharge: 'generic_decline',
  }),
];

/** The test card with this number; undefined for any other card, which a test account declines. */
export function cardByNumber(number: string): TestCard | undefined {
  return TEST_CARDS.find((card) => card.number === number);
}

/** The test card of `pm_card_visa`, `tok_visa` and the like. */
export function cardByToken(token: string): TestCard | undefined {
  const name = /^(?:pm_card|tok)_(.+)$/.exec(token)?.[1]?.toLowerCase();
  return TEST_CARDS.find((card) => card.tokens.some((known) => known.toLowerCase() === name));
}

/** Which network a number, or the beginning of one, belongs to. */
export function brandOf(number: string): CardBrand {
  if (number.startsWith('4')) return 'visa';
  if (/^(?:5[1-5]|2[2-7])/.test(number)) return 'mastercard';
  if (/^3[47]/.test(number)) return 'amex';
  if (/^(?:6011|64[4-9]|65)/.test(number)) return 'discover';
  if (/^3(?:0[0-5]|[689])/.test(number)) return 'diners';
  if (number.startsWith('35')) return 'jcb';
  if (number.startsWith('62')) return 'unionpay';
  return 'unknown';
}

import type { PaymentMethod } from '../../contract/index.js';
import type { Translate } from '../../i18n/index.js';
import type { methodMessages } from './method.messages.js';

type Words = Translate<(typeof methodMessages)['messages']>;

/** The names that card schemes go by; they are the same in all languages. */
const BRANDS: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  cartes_bancaires: 'Cartes Bancaires',
  link: 'Link',
  paypal: 'PayPal',
};

const isBank = (type: string) => /debit|bank_account|^ach|^bacs|^sepa/u.test(type);

/** How a payment method is called in a sentence: "Visa ending 4242". */
export function methodName({ type, brand, last4 }: Pick<PaymentMethod, 'type' | 'brand' | 'last4'>, t: Words): string {
  const generic = isBank(type) ? t('bankAccount') : t(type === 'card' ? 'card' : 'other');
  const name = BRANDS[brand ?? type] ?? (brand === null || type === 'card' ? generic : brand);
  return last4 === null ? name : t('ending', { brand: name, last4 });
}

/** A card's month as it is printed on it: "08/28". */
export function expiryOf({ expiryMonth, expiryYear }: PaymentMethod): string | null {
  if (expiryMonth === null || expiryYear === null) return null;
  return `${String(expiryMonth).padStart(2, '0')}/${String(expiryYear % 100).padStart(2, '0')}`;
}

/** Whole months until a card's last one, from `now` (milliseconds, UTC): 0 in its last month, negative after it. Null without a month. */
export function monthsLeft({ expiryMonth, expiryYear }: PaymentMethod, now: number): number | null {
  if (expiryMonth === null || expiryYear === null) return null;
  const today = new Date(now);
  return (expiryYear - today.getUTCFullYear()) * 12 + (expiryMonth - 1 - today.getUTCMonth());
}

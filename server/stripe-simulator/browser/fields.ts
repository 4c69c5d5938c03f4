import { brandOf } from '../payments/cards.js';
import type { Problem } from './words.js';

/** What stands in the form, as typed. */
export interface CardFields {
  number: string;
  expiry: string;
  cvc: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  postalCode: string;
}

/** The fields that can be wrong. */
export type FieldName = 'number' | 'expiry' | 'cvc' | 'postalCode';

/** What is wrong, in the order of the form. */
export interface FieldProblem {
  field: FieldName;
  problem: Problem;
}

/** A card as Stripe's API takes it. */
export interface CardDetails {
  number: string;
  /** 1 to 12. */
  exp_month: number;
  /** Four digits. */
  exp_year: number;
  cvc: string;
}

/** Only the digits. */
export const digitsOf = (text: string): string => text.replace(/\D/gu, '');

function lengthOf(digits: string): number {
  if (brandOf(digits) === 'amex') return 15;
  return digits.startsWith('36') ? 14 : 16;
}

/** How many digits a card's security code has. */
export const cvcLength = (number: string): number => (brandOf(digitsOf(number)) === 'amex' ? 4 : 3);

/** A card number in the groups that are printed on the card. */
export function formatNumber(text: string): string {
  const digits = digitsOf(text);
  const shown = digits.slice(0, lengthOf(digits));
  if (brandOf(digits) === 'amex') {
    return [shown.slice(0, 4), shown.slice(4, 10), shown.slice(10)].filter(Boolean).join(' ');
  }
  return shown.match(/.{1,4}/gu)?.join(' ') ?? '';
}

/** `1230` → `12 / 30`; a month that can have one digit only gets its zero. The slash goes as soon as one deletes. */
export function formatExpiry(text: string, isDeleting: boolean): string {
  const typed = digitsOf(text);
  const digits = (/^[2-9]/u.test(typed) ? `0${typed}` : typed).slice(0, 4);
  if (digits.length < 2 || (isDeleting && digits.length === 2)) return digits;
  return `${digits.slice(0, 2)} / ${digits.slice(2)}`;
}

/** Whether a number has the check digit that every card number has. */
export function isLuhnValid(digits: string): boolean {
  const sum = digits
    .split('')
    .toReversed()
    .map(Number)
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}

/** The countries whose banks compare the postal code. */
export const asksPostalCode = (country: string): boolean => ['US', 'CA', 'GB', 'PR'].includes(country);

function problemOfNumber(number: string): Problem | undefined {
  const digits = digitsOf(number);
  if (digits.length < lengthOf(digits)) return 'incomplete_number';
  return isLuhnValid(digits) ? undefined : 'invalid_number';
}

function problemOfExpiry(expiry: string, now: Date): Problem | undefined {
  const digits = digitsOf(expiry);
  const month = Number(digits.slice(0, 2));
  if (digits.length < 4 || month < 1 || month > 12) return 'incomplete_expiry';
  const year = 2000 + Number(digits.slice(2));
  if (year < now.getFullYear()) return 'invalid_expiry_year_past';
  return year === now.getFullYear() && month < now.getMonth() + 1 ? 'invalid_expiry_month_past' : undefined;
}

/** What is wrong with the form, in its order; empty when it can be sent. */
export function problemsOf(fields: CardFields, now: Date): FieldProblem[] {
  const found: [FieldName, Problem | undefined][] = [
    ['number', problemOfNumber(fields.number)],
    ['expiry', problemOfExpiry(fields.expiry, now)],
    ['cvc', digitsOf(fields.cvc).length < cvcLength(fields.number) ? 'incomplete_cvc' : undefined],
    [
      'postalCode',
      asksPostalCode(fields.country) && fields.postalCode.trim().length < 3 ? 'incomplete_zip' : undefined,
    ],
  ];
  return found.flatMap(([field, problem]) => (problem === undefined ? [] : [{ field, problem }]));
}

/** The card that a form without problems holds. */
export function cardOf(fields: CardFields): CardDetails {
  const expiry = digitsOf(fields.expiry);
  return {
    number: digitsOf(fields.number),
    exp_month: Number(expiry.slice(0, 2)),
    exp_year: 2000 + Number(expiry.slice(2)),
    cvc: digitsOf(fields.cvc),
  };
}

import type { Period } from './periods.js';

/** `amount × part / whole`, rounded to a whole minor unit, halves away from zero: so a credit is the exact opposite of a charge. */
function share(amount: number, part: number, whole: number): number {
  if (whole <= 0) return 0;
  const product = 2n * BigInt(Math.abs(amount)) * BigInt(part) + BigInt(whole);
  const rounded = Number(product / (2n * BigInt(whole)));
  return amount < 0 ? 0 - rounded : rounded;
}

/** What of a period's price falls on the time from `at` to its end, to the second. */
export const remainder = (amount: number, period: Period, at: number): number =>
  share(amount, Math.max(0, period.end - at), period.end - period.start);

/** Below these Stripe charges nothing and adds it to the next bill instead. In minor units; for other currencies 50. */
const LEAST_CHARGES = new Map([
  ['gbp', 30],
  ['sek', 300],
  ['nok', 300],
  ['dkk', 250],
  ['chf', 50],
]);
const LEAST_CHARGE = 50;

/** The least that can be charged, in minor units. */
const leastCharge = (currency: string): number => LEAST_CHARGES.get(currency) ?? LEAST_CHARGE;

/** What an invoice takes from the customer's balance (below 0: credit), and leaves there. */
export function settleBalance(
  total: number,
  balance: number,
  currency: string,
): { amountDue: number; endingBalance: number } {
  const due = total + balance;
  if (due <= 0) return { amountDue: 0, endingBalance: due };
  if (due < leastCharge(currency)) return { amountDue: 0, endingBalance: due };
  return { amountDue: due, endingBalance: 0 };
}

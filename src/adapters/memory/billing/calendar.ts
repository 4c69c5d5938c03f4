import type { Interval } from '../../../contract/index.js';

/** What is paid for, in milliseconds since 1970. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Stripe counts in whole seconds. */
export const wholeSecond = (ms: number) => Math.floor(ms / 1000) * 1000;

/** So many months after a moment; the day is the last of the month where the month is too short for it. */
export function addMonths(ms: number, months: number): number {
  const from = new Date(ms);
  const to = new Date(ms);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), last));
  return to.getTime();
}

/**
 * When the period ends that begins at `start`. Periods are counted from an anchor, so that one begun on the 31st comes
 * back to the 31st after a shorter month.
 */
export function periodEnd(anchor: number, interval: Interval, start: number): number {
  const step = interval === 'year' ? 12 : 1;
  const [from, to] = [new Date(anchor), new Date(start)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  let count = Math.floor(months / step) * step;
  while (addMonths(anchor, count) <= start) count += step;
  return addMonths(anchor, count);
}

/**
 * What is left of an amount for the rest of a period, to the second, rounded half up.
 *
 * @param amount in minor units, zero or more
 */
export function prorated(amount: number, { start, end }: Span, at: number): number {
  const total = BigInt(Math.round((end - start) / 1000));
  const left = BigInt(Math.max(0, Math.round((end - wholeSecond(at)) / 1000)));
  return Number((2n * BigInt(amount) * left + total) / (2n * total));
}

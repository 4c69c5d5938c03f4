import type { Interval } from 'guildhall/contract';

/** So many months later, in unix seconds; the last day of the month where the month is too short for the day. */
function addMonths(seconds: number, months: number): number {
  const from = new Date(seconds * 1000);
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), last));
  return to.getTime() / 1000;
}

/**
 * The period that begins at `start`, in unix seconds, as Stripe counts: from an anchor, so that one of the 31st comes
 * back to the 31st after a shorter month.
 */
export function periodFrom(start: number, interval: Interval, anchor = start): { start: number; end: number } {
  const step = interval === 'year' ? 12 : 1;
  const [from, to] = [new Date(anchor * 1000), new Date(start * 1000)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  let count = Math.floor(months / step) * step;
  while (addMonths(anchor, count) <= start) count += step;
  return { start, end: addMonths(anchor, count) };
}

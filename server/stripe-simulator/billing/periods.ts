/** How often something is billed. */
export interface Recurring {
  interval: string;
  interval_count: number;
}

/** From `start` until before `end`, in seconds. */
export interface Period {
  start: number;
  end: number;
}

export const DAY = 86_400;
export const HOUR = 3600;

const LONGEST = new Map([
  ['day', DAY],
  ['week', 7 * DAY],
  ['month', 31 * DAY],
  ['year', 366 * DAY],
]);

/** Months later, on the same day of the month, or its last when it is shorter; in UTC. */
function addMonths(seconds: number, months: number): number {
  const date = new Date(seconds * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return Math.floor(date.getTime() / 1000);
}

/** The boundary that lies `index` intervals after the anchor. The day of the month is the anchor's wherever the month has it. */
export function boundary(anchor: number, { interval, interval_count: count }: Recurring, index: number): number {
  if (interval === 'month') return addMonths(anchor, index * count);
  if (interval === 'year') return addMonths(anchor, index * count * 12);
  return anchor + index * count * (interval === 'week' ? 7 : 1) * DAY;
}

/** The period of an anchor's that a time lies in. */
export function periodContaining(anchor: number, recurring: Recurring, at: number): Period {
  const longest = (LONGEST.get(recurring.interval) ?? DAY) * recurring.interval_count;
  let index = Math.floor((at - anchor) / longest);
  while (boundary(anchor, recurring, index) > at) index -= 1;
  while (boundary(anchor, recurring, index + 1) <= at) index += 1;
  return { start: boundary(anchor, recurring, index), end: boundary(anchor, recurring, index + 1) };
}

/** Whether two are billed equally often. */
export const isSameInterval = (one: Recurring, other: Recurring): boolean =>
  one.interval === other.interval && one.interval_count === other.interval_count;

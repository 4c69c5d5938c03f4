import { MAX_SEATS, minimumSeats } from '../../contract/index.js';
import type { Billing, BillingPreview } from '../../contract/index.js';
import type { Format } from '../../i18n/index.js';
import type { DialogWords } from './words.js';

/** A number of seats as it is typed, beside those that are paid for. */
export interface SeatChoice {
  /** Null while what is typed is no number. */
  readonly seats: number | null;
  readonly paid: number;
  readonly minimum: number;
  /** How many more; negative for fewer, 0 for what is no change. */
  readonly by: number;
}

/** What is typed, as a choice. */
export function seatChoice(typed: string, { seats }: Billing): SeatChoice {
  const paid = seats.paid ?? 0;
  const asked = typed === '' || Number(typed) < 1 ? null : Number(typed);
  return { seats: asked, paid, minimum: minimumSeats(seats), by: (asked ?? paid) - paid };
}

/** Why this number cannot be had, in words; null where it can. */
export function seatProblem({ seats, minimum }: SeatChoice, t: DialogWords): string | null {
  if (seats === null) return t('noNumber');
  if (seats < minimum) return t('tooFew', { count: minimum });
  return seats > MAX_SEATS ? t('tooMany', { count: MAX_SEATS }) : null;
}

/** How it differs from now, and how far down one can go. */
export function seatNotes({ seats, by, minimum, paid }: SeatChoice, t: DialogWords): string[] {
  const change = by === 0 ? t('asNow') : t(by > 0 ? 'moreThanNow' : 'fewerThanNow', { count: Math.abs(by) });
  return [...(seats === null ? [] : [change]), ...(minimum < paid ? [t('downTo', { count: minimum })] : [])];
}

/** The button that does it: the verb, and once they are known the amount, or the date where nothing is paid now. */
export function seatLabel({ by }: SeatChoice, preview: BillingPreview | undefined, t: DialogWords, format: Format) {
  if (by === 0) return t('seatsTitle');
  if (by < 0) {
    const waits = preview?.takesEffect === 'period_end';
    return waits ? t('giveBack', { count: -by, date: format.day(preview.at) }) : t('giveBackNow', { count: -by });
  }
  const due = preview?.now?.due;
  return due === undefined || due.amount === 0
    ? t('addFree', { count: by })
    : t('add', { count: by, amount: format.money(due) });
}

import type { BillLine } from '../../contract/index.js';
import type { Format, Translate } from '../../i18n/index.js';
import type { billLineMessages } from './billLine.messages.js';

/** What a line is said with. */
export interface LineWords {
  readonly t: Translate<(typeof billLineMessages)['messages']>;
  readonly format: Format;
  /** The name of a plan of the catalogue; undefined where it is sold no more. */
  readonly planName: (planId: string) => string | undefined;
}

const nameOf = (line: BillLine, { planName }: LineWords) => (line.planId === null ? undefined : planName(line.planId));

const DAY = 24 * 60 * 60 * 1000;

/** A whole interval ends on the day before the next begins; what is left of one ends with its very day. */
function periodOf({ period, kind }: BillLine, { format }: LineWords) {
  if (period === null) return null;
  const end = kind === 'plan' ? new Date(Date.parse(period.end) - DAY).toISOString() : period.end;
  return { from: format.day(period.start), to: format.day(end) };
}

/** What × price, as the first line of a bill's line. Stripe's own words, in English, where no plan of ours is concerned. */
export function lineTitle(line: BillLine, words: LineWords): string {
  const { t, format } = words;
  const plan = nameOf(line, words);
  if (line.kind === 'unused') return plan === undefined ? t('unusedOther') : t('unused', { plan });
  if (plan === undefined || (line.kind !== 'plan' && line.kind !== 'remaining')) return line.description;
  const price = format.money(line.unitAmount ?? line.amount);
  return line.quantity === null ? t('flat', { plan, price }) : t('seats', { plan, count: line.quantity, price });
}

/** Why, or for when, as the second. Null where there is nothing to say. */
export function lineNote(line: BillLine, words: LineWords): string | null {
  const period = periodOf(line, words);
  if (period === null || line.kind === 'usage') return null;
  if (line.kind === 'unused') return words.t('paidAlready', period);
  return words.t(line.kind === 'remaining' ? 'rest' : 'period', period);
}

/** What an invoice is for, in a few words. */
export function lineSummary(line: BillLine, words: LineWords): string {
  const { t } = words;
  const plan = nameOf(line, words);
  if (plan === undefined || line.kind === 'unused') return lineTitle(line, words);
  if (line.kind === 'usage' || line.kind === 'other') return line.description;
  const from = line.kind === 'remaining' ? periodOf(line, words)?.from : undefined;
  if (line.quantity === null) return from === undefined ? plan : t('forPlanFrom', { plan, from });
  return from === undefined
    ? t('forSeats', { plan, count: line.quantity })
    : t('forSeatsFrom', { plan, count: line.quantity, from });
}

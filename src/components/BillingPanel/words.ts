import { quantityOf, recurringAmount } from '../../contract/index.js';
import type { Billing, Money, Plan } from '../../contract/index.js';
import type { Format, Translate } from '../../i18n/index.js';
import type { LineWords } from '../parts/billLine.js';
import type { methodMessages } from '../parts/method.messages.js';
import type { billingPanelMessages } from './BillingPanel.messages.js';
import type { billingDialogsMessages } from './dialogs.messages.js';
import type { billingNoticesMessages } from './notices.messages.js';

/** What the panel is said with. */
export interface PanelWords {
  readonly t: Translate<(typeof billingPanelMessages)['messages']>;
  readonly tNotice: Translate<(typeof billingNoticesMessages)['messages']>;
  readonly tMethod: Translate<(typeof methodMessages)['messages']>;
  readonly line: LineWords;
  readonly format: Format;
  readonly explain: (error: unknown) => string;
}

/** The words of the dialogs. */
export type DialogWords = Translate<(typeof billingDialogsMessages)['messages']>;

/** An account whose plan is paid for. */
export interface PaidTerms {
  readonly plan: Plan;
  readonly interval: 'month' | 'year';
  readonly quantity: number;
}

/** What is paid each interval; null where nothing is. */
export function termsOf({ plan, interval, seats }: Billing): PaidTerms | null {
  if (plan === null || interval === null || plan.prices[interval] === null) return null;
  return { plan, interval, quantity: seats.paid ?? quantityOf(plan, seats.members, undefined) };
}

/** What terms cost each interval. */
export const costOf = (terms: PaidTerms): Money => ({ amount: recurringAmount(terms), currency: terms.plan.currency });

/** Of one seat, or of the whole. */
export const priceOf = ({ plan, interval }: PaidTerms): Money => ({
  amount: plan.prices[interval] ?? 0,
  currency: plan.currency,
});

/** Seats that are paid for, or allowed, and used by nobody. */
export function freeSeats({ plan, seats }: Billing): number {
  if (plan?.seats === 'automatic' || seats.limit === null) return 0;
  return Math.max(0, seats.limit - seats.members - seats.invited);
}

/** What is paid for what, in one line. */
export function lineOf(billing: Billing, { t, format }: PanelWords): string {
  const terms = termsOf(billing);
  if (terms === null) return t('nothingToPay');
  const price = format.money(priceOf(terms));
  const { plan, interval, quantity } = terms;
  if (plan.kind === 'flat') return t(`flat_${interval}`, { price });
  return t(plan.seats === 'prepaid' ? `seats_${interval}` : `members_${interval}`, { count: quantity, price });
}

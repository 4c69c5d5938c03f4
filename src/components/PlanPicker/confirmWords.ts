import { quantityOf, recurringAmount } from '../../contract/index.js';
import type { Billing, BillingPreview, Money, Plan } from '../../contract/index.js';
import type { Format } from '../../i18n/index.js';
import type { ConfirmWords } from './types.js';

/** What each interval costs now, where it is the same interval and another amount; null where that says nothing. */
export function wasAmount({ plan, interval, seats }: Billing, preview: BillingPreview): Money | null {
  if (plan === null || interval === null || interval !== preview.interval || plan.prices[interval] === null)
    return null;
  const quantity = seats.paid ?? quantityOf(plan, seats.members, undefined);
  const amount = recurringAmount({ plan, interval, quantity });
  return amount === preview.recurring.amount ? null : { amount, currency: plan.currency };
}

/** What is about to happen, in a few words. */
export function titleOf(plan: Plan, billing: Billing, preview: BillingPreview | undefined, t: ConfirmWords): string {
  if (billing.status === 'none' || billing.plan === null) return t('start', { to: plan.name });
  if (billing.plan.id !== plan.id) return t('moveFrom', { from: billing.plan.name, to: plan.name });
  return t(`changeInterval_${preview?.interval ?? 'month'}`, { to: plan.name });
}

interface LabelFacts {
  plan: Plan;
  billing: Billing;
  preview: BillingPreview;
  t: ConfirmWords;
  format: Format;
}

/** The same plan, paid at other times. */
function intervalLabel({ interval, now, takesEffect, at }: BillingPreview, t: ConfirmWords, format: Format): string {
  if (takesEffect === 'period_end') return t(`onInterval_${interval}`, { date: format.day(at) });
  if (now === null || now.due.amount === 0) return t(`nowInterval_${interval}`);
  return t(`payInterval_${interval}`, { amount: format.money(now.due) });
}

/** The button that does it: it names the verb and the amount, or the date where nothing is paid now. */
export function confirmLabel({ plan, billing, preview, t, format }: LabelFacts): string {
  const to = plan.name;
  const { now, takesEffect, at, trialEndsAt } = preview;
  const isStart = billing.status === 'none';
  if (trialEndsAt !== null) return t('startTrial', { count: plan.trialDays });
  if (!isStart && billing.plan?.id === plan.id) return intervalLabel(preview, t, format);
  if (takesEffect === 'period_end') return t('moveOn', { to, date: format.day(at) });
  if (now === null || now.due.amount === 0) return t(isStart ? 'startFree' : 'moveNow', { to });
  return t(isStart ? 'startAndPay' : 'pay', { to, amount: format.money(now.due) });
}

import type { Billing, Plan } from '../../contract/index.js';
import { methodName } from '../parts/method.js';
import type { ChangeOutcome } from '../PlanPicker/usePlanChange.js';
import type { PanelWords } from './words.js';

/** Where a change has led, in a few words. */
export function doneTitle(
  plan: Plan,
  { offer, wasPlanId }: ChangeOutcome,
  workspace: string,
  { tNotice: t }: PanelWords,
) {
  const isSeatsAlone = wasPlanId === plan.id && plan.seats === 'prepaid' && offer.seats !== null;
  return isSeatsAlone
    ? t('doneSeats', { workspace, count: offer.seats ?? 0 })
    : t('donePlan', { workspace, plan: plan.name });
}

/** What became of the money, in a sentence. */
export function doneText(billing: Billing, { offer, settlement }: ChangeOutcome, words: PanelWords): string {
  const { tNotice: t, tMethod, format } = words;
  const due = offer.now?.due;
  if (offer.trialEndsAt) return t('doneTrial', { date: format.day(offer.trialEndsAt) });
  if (due === undefined || due.amount === 0) return t('doneForNothing');
  const amount = format.money(due);
  if (settlement === 'processing') return t('onItsWay', { amount });
  const method = billing.paymentMethods.find(({ isDefault }) => isDefault);
  return method ? t('donePaidWith', { amount, method: methodName(method, tMethod) }) : t('paid', { amount });
}

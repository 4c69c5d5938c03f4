import { invalid } from '../kernel/failure.js';
import { periodOf } from './items.js';
import type { Subscription } from './plan.js';

/** When a subscription is to end. `null` takes an end back. */
export interface CancelSettings {
  cancelAtPeriodEnd?: boolean | undefined;
  cancelAt?: number | 'min_period_end' | 'max_period_end' | null | undefined;
}

const NO_REASON = { comment: null, feedback: null, feedback_option: null, reason: null };

/** What a wish to end a subscription, or to keep it, makes of it. */
export function resolveCancelAt(subscription: Subscription, given: CancelSettings, now: number): Partial<Subscription> {
  const { cancelAtPeriodEnd, cancelAt } = given;
  if (cancelAtPeriodEnd !== undefined && cancelAt !== undefined && cancelAt !== null) {
    throw invalid('You may only pass one of `cancel_at` and `cancel_at_period_end`.', 'cancel_at');
  }
  const details = subscription.cancellation_details ?? NO_REASON;
  const requested = { canceled_at: now, cancellation_details: { ...details, reason: 'cancellation_requested' } };
  if (cancelAtPeriodEnd === true) {
    return { ...requested, cancel_at: periodOf(subscription).end, cancel_at_period_end: true };
  }
  if (typeof cancelAt === 'number') {
    if (cancelAt <= now) throw invalid('`cancel_at` must be a timestamp in the future.', 'cancel_at');
    return { ...requested, cancel_at: cancelAt, cancel_at_period_end: false };
  }
  if (cancelAt === 'min_period_end' || cancelAt === 'max_period_end') {
    return { ...requested, cancel_at: periodOf(subscription).end, cancel_at_period_end: false };
  }
  const isKept = cancelAtPeriodEnd === false ? subscription.cancel_at_period_end : cancelAt === null;
  if (!isKept) return {};
  return { canceled_at: null, cancellation_details: NO_REASON, cancel_at: null, cancel_at_period_end: false };
}

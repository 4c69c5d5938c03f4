import { GuildhallError } from '../errors.js';
import type { DeclineReason } from './account.js';
import type { Interval, Plan } from './plans.js';

/** How long after a first failed payment nothing is restricted, unless the host says otherwise: 14 days. */
export const DEFAULT_GRACE_MS = 14 * 24 * 60 * 60 * 1000;

/** For how long a preview's quote can be confirmed: 15 minutes. */
export const QUOTE_MS = 15 * 60 * 1000;

/** What is paid for each interval: a plan, an interval, and a quantity (1 for a flat plan, 0 for a free one). */
export interface Terms {
  readonly plan: Plan;
  readonly interval: Interval;
  readonly quantity: number;
}

/** The price of one seat, or of the workspace, in minor units. @throws GuildhallError `validation`, where this interval is not sold */
export function unitAmount(plan: Plan, interval: Interval): number {
  const amount = plan.prices[interval];
  if (amount !== null) return amount;
  throw new GuildhallError('validation', {
    message: `${plan.name} is not sold by the ${interval}.`,
    details: { fields: [{ path: 'interval', message: `is not sold for plan ${plan.id}` }] },
  });
}

/** What terms cost for one interval, in minor units, before tax. */
export function recurringAmount({ plan, interval, quantity }: Terms): number {
  return unitAmount(plan, interval) * quantity;
}

/**
 * The quantity that Stripe bills: the members of an automatic plan, the seats asked for of a prepaid one, 1 for a
 * flat one, 0 for a free one.
 */
export function quantityOf(plan: Plan, members: number, seats: number | undefined): number {
  if (plan.kind === 'free') return 0;
  if (plan.kind === 'flat') return 1;
  return plan.seats === 'prepaid' ? (seats ?? Math.max(1, members)) : Math.max(1, members);
}

/**
 * Whether everybody has a place on a plan that is paid. Going down to the free one is always possible: nobody is removed,
 * but nobody new comes in.
 *
 * @throws GuildhallError `conflict` with `seats_below_members`, of a prepaid plan; `limit_exceeded` where the plan is for fewer
 */
export function checkPlaces({ plan, quantity }: Terms, people: { members: number; invited: number }): void {
  if (plan.kind === 'free') return;
  if (plan.seats === 'prepaid' && quantity < minimumSeats(people)) {
    const message = `${quantity} seats are fewer than the members and invitations. Ask for ${minimumSeats(people)} or more.`;
    throw new GuildhallError('conflict', { message, details: { reason: 'seats_below_members' } });
  }
  if (plan.memberLimit !== null && plan.memberLimit < people.members) {
    const details = { limit: 'members', max: plan.memberLimit, used: people.members } as const;
    throw new GuildhallError('limit_exceeded', { message: `${plan.name} is for fewer members.`, details });
  }
}

/** Prepaid seats at least: everybody in, and everybody invited. */
export function minimumSeats({ members, invited }: { members: number; invited: number }): number {
  return Math.max(1, members + invited);
}

/**
 * Whether a change costs less from then on, and so waits for the end of the period that is paid: the free plan, a
 * shorter interval, or a smaller amount in the same one. Going to a longer interval takes effect now.
 */
export function isGoingDown(from: Terms, to: Terms): boolean {
  if (to.plan.kind === 'free') return true;
  if (from.interval !== to.interval) return from.interval === 'year';
  return recurringAmount(to) < recurringAmount(from);
}

/** Whether two terms are one and the same. */
export function isSameTerms(from: Terms, to: Terms): boolean {
  return from.plan.id === to.plan.id && from.interval === to.interval && from.quantity === to.quantity;
}

/**
 * Members at most: what the plan allows, the seats that are bought (and will be, after a change that is scheduled),
 * or what the host set where there is no plan. Null for no limit.
 */
export function memberLimitOf(
  plan: Plan | null,
  bought: { paid: number | null; scheduled: number | null },
  hostLimit: number | null,
): number | null {
  if (plan === null) return hostLimit;
  const limits = [
    plan.memberLimit,
    plan.seats === 'prepaid' ? bought.paid : null,
    plan.seats === 'prepaid' ? bought.scheduled : null,
  ];
  const known = limits.filter((limit) => limit !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** When nobody new can be invited any more, ISO 8601. */
export function graceEnd(pastDueSince: string, graceMs: number = DEFAULT_GRACE_MS): string {
  return new Date(Date.parse(pastDueSince) + graceMs).toISOString();
}

/** Whether inviting waits for a payment: some time after the first failure, never at once. */
export function areInvitationsPaused(pastDueSince: string | null, now: number, graceMs?: number): boolean {
  return pastDueSince !== null && Date.parse(graceEnd(pastDueSince, graceMs)) <= now;
}

/** What so many more people would add to each bill of a plan, in minor units, once all have accepted. Null where it adds nothing. */
export function addedCost(plan: Plan | null, interval: Interval | null, people: number): number | null {
  if (plan?.seats !== 'automatic' || interval === null || people === 0) return null;
  return unitAmount(plan, interval) * people;
}

/** Stripe's `decline_code` or error code as one of ours. @see https://docs.stripe.com/declines/codes */
export function declineReason(code: string | null | undefined): DeclineReason {
  switch (code) {
    case 'insufficient_funds':
    case 'expired_card':
    case 'incorrect_cvc':
    case 'authentication_required':
    case 'processing_error':
      return code;
    case 'invalid_cvc':
      return 'incorrect_cvc';
    default:
      return 'declined';
  }
}

import { isSameTerms, minimumSeats, quantityOf, recurringAmount } from '../../contract/index.js';
import type { Billing, Interval, Money, Plan } from '../../contract/index.js';

/** What a plan would be for this very workspace. */
export interface Offer {
  readonly plan: Plan;
  readonly interval: Interval;
  /** Seats or members that are paid for; 1 for a flat plan, 0 for a free one. */
  readonly quantity: number;
  /** For a prepaid plan: how many to ask for. */
  readonly seats: number | undefined;
  /** Each interval, before tax. Null where the plan is not sold this way. */
  readonly total: Money | null;
  /** More than now, each `differencePer`; negative for less. Null where nothing is paid now or this is not sold. */
  readonly difference: Money | null;
  /** Where months are compared with years, a year of both. */
  readonly differencePer: Interval;
  readonly isCurrent: boolean;
  /** Days of trial that it would begin with. */
  readonly trialDays: number;
  /** Members that are over its limit by now, nobody of whom would have to go. */
  readonly isOverLimit: boolean;
}

/** Seats of a prepaid plan: as many as there are, or as few as there can be. */
function seatsOf(plan: Plan, { seats, plan: current }: Billing): number | undefined {
  if (plan.seats !== 'prepaid') return undefined;
  return Math.max(minimumSeats(seats), current?.seats === 'prepaid' ? (seats.paid ?? 0) : 0);
}

/** What is paid for each interval now; null where nothing is. */
function currentTerms({ plan, interval, seats }: Billing) {
  if (plan === null || interval === null || plan.prices[interval] === null) return null;
  return { plan, interval, quantity: seats.paid ?? quantityOf(plan, seats.members, undefined) };
}

/** What terms cost in a year. */
const aYearOf = (terms: Parameters<typeof recurringAmount>[0]) =>
  recurringAmount(terms) * (terms.interval === 'month' ? 12 : 1);

/** Each plan of a catalogue as an offer to this workspace. */
export function offersOf(plans: readonly Plan[], billing: Billing, interval: Interval): Offer[] {
  const now = currentTerms(billing);
  return plans.map((plan) => {
    const seats = seatsOf(plan, billing);
    const terms = { plan, interval, quantity: quantityOf(plan, billing.seats.members, seats) };
    const isSold = plan.kind === 'free' || plan.prices[interval] !== null;
    const amount = !isSold ? null : plan.kind === 'free' ? 0 : recurringAmount(terms);
    const isSameInterval = now === null || now.interval === interval;
    const more = (then: number) => {
      if (now === null) return null;
      if (isSameInterval) return then - recurringAmount(now);
      return (plan.kind === 'free' ? 0 : aYearOf(terms)) - aYearOf(now);
    };
    const difference = amount === null ? null : more(amount);
    const isFreeNow = billing.status === 'none' && (billing.plan?.id ?? plan.id) === plan.id && plan.kind === 'free';
    return {
      ...terms,
      seats,
      total: amount === null ? null : { amount, currency: plan.currency },
      difference: difference === null ? null : { amount: difference, currency: plan.currency },
      differencePer: isSameInterval ? interval : 'year',
      isCurrent: isFreeNow || (now !== null && isSameTerms(now, terms)),
      trialDays: billing.trialAvailable && now === null ? plan.trialDays : 0,
      isOverLimit: plan.memberLimit !== null && billing.seats.members > plan.memberLimit,
    };
  });
}

/** Months that paying by the year saves with the plans that are sold both ways: the least of them. Zero for none. */
export function monthsFree(plans: readonly Plan[]): number {
  const saved = plans.flatMap(({ prices: { month, year } }) =>
    month !== null && year !== null && month > 0 ? [Math.floor((month * 12 - year) / month)] : [],
  );
  return saved.length === 0 ? 0 : Math.max(0, Math.min(...saved));
}

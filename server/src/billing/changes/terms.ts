import { GuildhallError, minimumSeats, quantityOf, unitAmount } from 'guildhall/contract';
import type { Interval, Plan, Terms } from 'guildhall/contract';
import type { PlanCatalogue } from '../plans.js';

/** Who is in a workspace, and who is invited. */
export interface People {
  readonly members: number;
  readonly invited: number;
}

/** What somebody asks for. */
export interface Wish {
  readonly planId: string;
  readonly interval: Interval;
  readonly seats?: number | undefined;
}

function invalid(path: string, message: string): GuildhallError<'validation'> {
  return new GuildhallError('validation', { message: `${path} ${message}`, details: { fields: [{ path, message }] } });
}

function findPlan(catalogue: PlanCatalogue, planId: string): Plan {
  const plan = catalogue.find(planId);
  if (!plan) throw invalid('planId', 'is no plan that is sold; billing.catalogue tells which are');
  if (plan.kind === 'free')
    throw invalid('planId', 'is the free plan: cancel the one that is paid, and this one follows by itself');
  return plan;
}

/**
 * What a wish means for a workspace of these people. Prepaid seats that nobody counted are those that are held, or those
 * that are needed.
 *
 * @param held prepaid seats that are paid for already; 0 where there are none
 * @throws GuildhallError `validation`; `conflict` with `seats_below_members`
 */
export function readTerms(
  catalogue: PlanCatalogue,
  { planId, interval, seats }: Wish,
  people: People,
  held: number,
): Terms {
  const plan = findPlan(catalogue, planId);
  unitAmount(plan, interval);
  if (seats !== undefined && plan.seats !== 'prepaid')
    throw invalid('seats', 'are for plans that sell them ahead; leave it out');
  const least = minimumSeats(people);
  const quantity = quantityOf(plan, people.members, seats ?? Math.max(held, least));
  const isTooSmall =
    (plan.memberLimit !== null && people.members > plan.memberLimit) || (plan.seats === 'prepaid' && quantity < least);
  if (!isTooSmall) return { plan, interval, quantity };
  throw new GuildhallError('conflict', {
    message: `${plan.name} would not hold the ${people.members} members and ${people.invited} invited. Take seats for all, or remove some first.`,
    details: { reason: 'seats_below_members' },
  });
}

import {
  GuildhallError,
  checkPlaces,
  isSameTerms,
  minimumSeats,
  quantityOf,
  recurringAmount,
} from 'guildhall/contract';
import type { Interval, Terms } from 'guildhall/contract';
import type { AccountRow } from '../accounts.js';
import { currentPlan } from '../limits.js';
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

/** What a workspace pays now; null where it pays for nothing. */
export function currentTerms(catalogue: PlanCatalogue, row: AccountRow): Terms | null {
  const { planId, interval, quantity } = row;
  const plan = planId === null ? null : currentPlan(catalogue, row);
  return plan && interval ? { plan, interval, quantity: quantity ?? 1 } : null;
}

/**
 * What a wish means for a workspace of these people. Prepaid seats that nobody counted are those that are held, or those
 * that are needed.
 *
 * @throws GuildhallError `validation`, where that is not sold
 */
export function readTerms(catalogue: PlanCatalogue, wish: Wish, people: People, current: Terms | null): Terms {
  const { planId, interval, seats } = wish;
  const plan = catalogue.find(planId);
  if (!plan) {
    const fields = [{ path: 'planId', message: 'is not a plan that is sold; billing.catalogue tells which are' }];
    throw new GuildhallError('validation', { message: `There is no plan ${planId}.`, details: { fields } });
  }
  const held = current?.plan.seats === 'prepaid' ? current.quantity : 0;
  const terms = {
    plan,
    interval,
    quantity: quantityOf(plan, people.members, seats ?? Math.max(held, minimumSeats(people))),
  };
  recurringAmount(terms);
  return terms;
}

function isScheduled({ scheduled }: AccountRow, { plan, interval, quantity }: Terms): boolean {
  if (scheduled?.planId !== plan.id || scheduled.interval !== interval) return false;
  return scheduled.seats === null || scheduled.seats === quantity;
}

/** @throws GuildhallError `conflict` with `no_change` or `seats_below_members`; `limit_exceeded` */
export function checkTerms(row: AccountRow, current: Terms | null, to: Terms, people: People): void {
  const isThere =
    to.plan.kind === 'free'
      ? !current || row.cancelsAt !== null
      : isScheduled(row, to) || (current !== null && isSameTerms(current, to));
  if (isThere) {
    throw new GuildhallError('conflict', {
      message: `${to.plan.name} is what the workspace has, or will have: there is nothing to change.`,
      details: { reason: 'no_change' },
    });
  }
  checkPlaces(to, people);
}

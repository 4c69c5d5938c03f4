import { quantityOf } from 'guildhall/contract';
import type { Terms } from 'guildhall/contract';
import type { Stripe } from '../stripe/types.js';
import type { AccountRow } from '../accounts.js';
import type { BillingContext } from '../context.js';
import type { PlanCatalogue } from '../plans.js';
import type { ChangeDeps, LiveSubscription } from './situation.js';
import type { People } from './terms.js';

const idOf = (thing: string | { id: string }) => (typeof thing === 'string' ? thing : thing.id);

type PhaseParams = Stripe.SubscriptionScheduleUpdateParams.Phase;

/** The schedule of a subscription, where it has one that is at work. It was read with it. */
export function scheduleOf({ schedule }: Stripe.Subscription): Stripe.SubscriptionSchedule | null {
  return schedule && typeof schedule === 'object' && schedule.current_phase ? schedule : null;
}

const itemsOf = ({ items }: Stripe.SubscriptionSchedule.Phase): PhaseParams['items'] =>
  items.map(({ price, quantity }) => ({ price: idOf(price), ...(quantity !== undefined && { quantity }) }));

/** The phase that a schedule is in, as it is to be sent back: what is left out would be changed. */
function currentPhase(schedule: Stripe.SubscriptionSchedule, items?: PhaseParams['items']): PhaseParams {
  const { start_date, end_date } = schedule.current_phase ?? { start_date: 0, end_date: 0 };
  const phase = schedule.phases.find((one) => one.start_date === start_date);
  return { items: items ?? (phase ? itemsOf(phase) : []), start_date, end_date, proration_behavior: 'none' };
}

/** What comes after it, if anything does. */
function nextPhase({ phases, current_phase: current }: Stripe.SubscriptionSchedule) {
  return phases.find(({ start_date }) => current !== null && start_date >= current.end_date);
}

/**
 * Puts a change off to the end of the period: the plan as it is until then, the other one after, and then the
 * subscription goes on by itself. Where another change waits already, this one takes its place.
 */
export async function putOff(
  { billing }: ChangeDeps,
  { subscription }: LiveSubscription,
  { to, price, operationId }: { to: Terms; price: string; operationId: string },
): Promise<void> {
  const { stripe } = billing;
  const made =
    scheduleOf(subscription) ??
    (await stripe.write(`${operationId}:schedule`, (sdk, once) =>
      sdk.subscriptionSchedules.create({ from_subscription: subscription.id }, once),
    ));
  const after: PhaseParams = {
    items: [{ price, quantity: to.quantity }],
    duration: { interval: to.interval, interval_count: 1 },
    proration_behavior: 'none',
  };
  await stripe.write(`${operationId}:phases`, (sdk, once) =>
    sdk.subscriptionSchedules.update(
      made.id,
      { phases: [currentPhase(made), after], end_behavior: 'release', proration_behavior: 'none' },
      once,
    ),
  );
}

/** Lets a subscription go on as it is: whatever waited for the end of its period is taken back. */
export async function release({ billing }: ChangeDeps, { schedule: attached }: Stripe.Subscription): Promise<void> {
  if (!attached) return;
  const id = idOf(attached);
  await billing.stripe.write(`${id}:release`, (sdk, once) => sdk.subscriptionSchedules.release(id, {}, once));
}

/** How many seats each phase is to have. Null leaves a phase as it is. */
export interface PhaseSeats {
  readonly current: number;
  readonly next: number | null;
}

/** Changes the seats of a subscription that a schedule is in charge of: now, prorated, and for what comes after. */
export async function setScheduledSeats(
  { stripe }: BillingContext,
  schedule: Stripe.SubscriptionSchedule,
  { current, next }: PhaseSeats,
  key: string,
): Promise<void> {
  const withSeats = (items: PhaseParams['items'], quantity: number) => items.map((item) => ({ ...item, quantity }));
  const now = currentPhase(schedule);
  const after = nextPhase(schedule);
  const phases: PhaseParams[] = [
    { ...now, items: withSeats(now.items, current), proration_behavior: 'create_prorations' },
  ];
  if (after) {
    const items = itemsOf(after);
    const { start_date, end_date, proration_behavior } = after;
    phases.push({ items: next === null ? items : withSeats(items, next), start_date, end_date, proration_behavior });
  }
  await stripe.write(key, (sdk, once) =>
    sdk.subscriptionSchedules.update(
      schedule.id,
      { phases, end_behavior: 'release', proration_behavior: 'create_prorations' },
      once,
    ),
  );
}

/** The terms that wait, where the change that was put off would have to be put off again. */
export function waitingTerms({ billing }: ChangeDeps, { scheduled }: AccountRow): Terms | null {
  const plan = scheduled && billing.catalogue.find(scheduled.planId);
  return plan ? { plan, interval: scheduled.interval, quantity: scheduled.seats ?? 1 } : null;
}

/** How many seats the plan that waits is to have; null where it does not count its members, or nothing waits. */
export function scheduledSeats(catalogue: PlanCatalogue, { scheduled }: AccountRow, people: People): number | null {
  const plan = scheduled && catalogue.find(scheduled.planId);
  return plan?.seats === 'automatic' ? quantityOf(plan, people.members, undefined) : null;
}

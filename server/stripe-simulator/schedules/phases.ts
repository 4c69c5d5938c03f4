import type Stripe from 'stripe';
import { isSameInterval } from '../billing/periods.js';
import { collect } from '../invoices/collect.js';
import { finalizeInvoice } from '../invoices/finalize.js';
import { change } from '../kernel/change.js';
import type { Kernel } from '../kernel/kernel.js';
import { patchMetadata } from '../kernel/params.js';
import type { Wire } from '../kernel/wire.js';
import { draftForPlan, patchSubscription, recordProrations } from '../subscriptions/bill.js';
import { cancelSubscription } from '../subscriptions/cancel.js';
import { changeItems, periodOf, recurringOf } from '../subscriptions/items.js';
import type { Item, ItemChange } from '../subscriptions/items.js';
import { planChange } from '../subscriptions/plan.js';
import type { ProrationBehavior, Subscription } from '../subscriptions/plan.js';

/** A schedule as it is held. */
export type Schedule = Wire<Stripe.SubscriptionSchedule>;
/** One of its phases. */
export type Phase = Wire<Stripe.SubscriptionSchedule.Phase>;

/** Changes a schedule and says so. */
export const patchSchedule = (kernel: Kernel, id: string, patch: Partial<Schedule>): Schedule =>
  change(kernel, kernel.store.schedules, 'subscription_schedule.updated', id, patch);

/** What makes a subscription's items those of a phase. An only item stays the same item with another price. */
export function changesToward(items: readonly Item[], phase: Phase): ItemChange[] {
  const [only] = items;
  const [wanted] = phase.items;
  if (only && wanted && items.length === 1 && phase.items.length === 1) {
    return [{ id: only.id, price: wanted.price, quantity: wanted.quantity ?? 1 }];
  }
  const kept = phase.items.map(({ price, quantity = 1 }) => {
    const existing = items.find((item) => item.price.id === price);
    return existing ? { id: existing.id, quantity } : { price, quantity };
  });
  const gone = items.filter((item) => !phase.items.some(({ price }) => price === item.price.id));
  return [...kept, ...gone.map(({ id }) => ({ id, deleted: true }))];
}

/** At the end of a period the next one simply begins with other items; a new interval counts from there. */
function changeAtRenewal(kernel: Kernel, subscription: Subscription, changes: ItemChange[], at: number): void {
  const before = subscription.items.data;
  const items = changeItems(kernel, subscription.id, before, changes, periodOf(subscription));
  const [was, is] = [before[0], items[0]];
  const keeps = was && is && isSameInterval(recurringOf(was.price), recurringOf(is.price));
  patchSubscription(kernel, subscription.id, {
    items: { ...subscription.items, data: items },
    ...(keeps ? {} : { billing_cycle_anchor: at }),
  });
}

/** Makes a subscription what a phase says. */
export function applyPhase(
  kernel: Kernel,
  subscription: Subscription,
  phase: Phase,
  proration: ProrationBehavior,
): void {
  const at = kernel.clock.timeOf(subscription);
  const changes = changesToward(subscription.items.data, phase);
  patchSubscription(kernel, subscription.id, {
    metadata: patchMetadata(subscription.metadata, phase.metadata),
  });
  if (at === periodOf(subscription).end) {
    changeAtRenewal(kernel, subscription, changes, at);
    return;
  }
  const plan = planChange(kernel, subscription, { items: changes, proration });
  const changed = patchSubscription(kernel, subscription.id, plan.patch);
  if (!plan.billsNow) {
    recordProrations(kernel, plan);
    return;
  }
  const invoice = finalizeInvoice(kernel, draftForPlan(kernel, changed, plan).id);
  if (invoice.status === 'open') collect(kernel, invoice.id, { offSession: true });
}

const isProration = (text: string): text is ProrationBehavior =>
  text === 'create_prorations' || text === 'always_invoice' || text === 'none';

/** What a phase says about the rest of a period. */
export const prorationOf = (behavior: string): ProrationBehavior =>
  isProration(behavior) ? behavior : 'create_prorations';

/** The subscription is on its own again. */
export function releaseSchedule(kernel: Kernel, id: string): Schedule {
  const { store, clock, events } = kernel;
  const schedule = store.schedules.find(id);
  const { subscription } = schedule;
  if (subscription !== null) store.subscriptions.update(subscription, { schedule: null });
  const released = store.schedules.update(id, {
    current_phase: null,
    released_at: clock.timeOf(schedule),
    released_subscription: subscription,
    status: 'released',
    subscription: null,
  });
  events.emit('subscription_schedule.released', released);
  return released;
}

function finish(kernel: Kernel, schedule: Schedule): void {
  const { id, end_behavior: behavior, subscription } = schedule;
  if (behavior !== 'cancel') {
    releaseSchedule(kernel, id);
    return;
  }
  const completed = kernel.store.schedules.update(id, {
    completed_at: kernel.clock.timeOf(schedule),
    current_phase: null,
    status: 'completed',
  });
  kernel.events.emit('subscription_schedule.completed', completed);
  if (subscription === null) return;
  kernel.store.subscriptions.update(subscription, { schedule: null });
  cancelSubscription(kernel, subscription, { reason: 'cancellation_requested' });
}

/** When a schedule does something next; null when it does nothing any more. */
export function nextBoundary({ status, current_phase: current, phases }: Schedule): number | null {
  if (status !== 'active' || !current) return null;
  const next = phases.find(({ start_date: start }) => start > current.start_date);
  return next?.start_date ?? current.end_date;
}

/** Goes on to the phase that begins at this time, or ends the schedule after its last. Does nothing at any other time. */
export function applyPhaseAt(kernel: Kernel, id: string, at: number): void {
  const schedule = kernel.store.schedules.find(id);
  if (nextBoundary(schedule) !== at) return;
  const phase = schedule.phases.find(({ start_date: start }) => start === at);
  const subscription = kernel.store.subscriptions.get(schedule.subscription ?? '');
  if (!phase || !subscription) {
    finish(kernel, schedule);
    return;
  }
  patchSchedule(kernel, id, { current_phase: { start_date: phase.start_date, end_date: phase.end_date } });
  applyPhase(kernel, subscription, phase, prorationOf(phase.proration_behavior));
}

import type Stripe from 'stripe';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { applyPhaseAt } from '../schedules/phases.js';
import { draftLast, draftRenewal } from './bill.js';
import { periodOf } from './items.js';

type Invoice = Wire<Stripe.Invoice>;

/**
 * Drafts what a subscription is billed next, at its time, as the passing of time would. To be called where all is undone.
 *
 * @throws StripeFailure `invoice_upcoming_none` when it ends before
 */
export function draftUpcoming(kernel: Kernel, id: string): Invoice {
  const { store, clock } = kernel;
  const subscription = store.subscriptions.find(id);
  const { cancel_at: cancelAt, test_clock: testClock } = subscription;
  const { end } = periodOf(subscription);
  const at = Math.min(end, cancelAt ?? end);
  return clock.during(at, testClock, () => {
    if (subscription.schedule) applyPhaseAt(kernel, subscription.schedule, at);
    if (cancelAt === null || cancelAt > end) return draftRenewal(kernel, id);
    const last = draftLast(kernel, subscription);
    if (last) return last;
    const why = `No upcoming invoices for customer: ${subscription.customer}`;
    throw invalid(why, undefined, 'invoice_upcoming_none');
  });
}

/** What a subscription is billed next, as things stand. Nothing is kept of it. */
export const upcomingInvoice = (kernel: Kernel, id: string): Invoice =>
  kernel.journal.attempt(() => draftUpcoming(kernel, id));

import type Stripe from 'stripe';
import { collect } from '../invoices/collect.js';
import { finalizeInvoice } from '../invoices/finalize.js';
import { voidInvoice } from '../invoices/void.js';
import { createInvoiceItem } from '../invoiceItems/create.js';
import { invalid, missing } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { draftLast } from './bill.js';
import { periodOf } from './items.js';
import { credits } from './lines.js';
import type { Subscription } from './plan.js';

/** How a subscription ends. */
export interface Cancellation {
  reason: 'cancellation_requested' | 'payment_failed';
  /** Gives back what is left of the period, onto the next bill or, with `invoiceNow`, the balance. */
  prorate?: boolean;
  invoiceNow?: boolean;
  comment?: string | null | undefined;
  feedback?: string | null | undefined;
}

const ENDED = new Set(['canceled', 'incomplete_expired']);

/** Nothing that it still has is collected by itself any more. */
function stopCollecting({ store }: Kernel, id: string): void {
  for (const invoice of store.invoices.all()) {
    const of = invoice.parent?.subscription_details?.subscription;
    if (of === id && (invoice.status === 'open' || invoice.status === 'draft')) {
      store.invoices.update(invoice.id, {
        auto_advance: false,
        next_payment_attempt: null,
        automatically_finalizes_at: null,
      });
    }
  }
}

function endSchedule({ store, events, clock }: Kernel, subscription: Subscription): void {
  const schedule = subscription.schedule === null ? undefined : store.schedules.get(subscription.schedule);
  if (!schedule) return;
  const canceled = store.schedules.update(schedule.id, {
    status: 'canceled',
    canceled_at: clock.timeOf(subscription),
    current_phase: null,
  });
  events.emit('subscription_schedule.canceled', canceled);
}

/** What is left of the period, given back as the cancellation asks. */
function giveBack(kernel: Kernel, subscription: Subscription, { prorate }: Cancellation): void {
  if (!prorate || subscription.status === 'trialing') return;
  const at = kernel.clock.timeOf(subscription);
  const proration = { customer: subscription.customer, at, period: periodOf(subscription) };
  for (const credit of credits(kernel, subscription.items.data, proration)) createInvoiceItem(kernel, credit);
}

/**
 * Drafts the last invoice of a subscription that ends now, for a preview.
 *
 * @throws StripeFailure `invoice_upcoming_none` when nothing is left to bill or to give back
 */
export function draftEnd(kernel: Kernel, subscription: Subscription, how: Cancellation): Wire<Stripe.Invoice> {
  giveBack(kernel, subscription, how);
  const last = draftLast(kernel, subscription);
  if (last) return last;
  throw invalid(`No upcoming invoices for customer: ${subscription.customer}`, undefined, 'invoice_upcoming_none');
}

function settle(kernel: Kernel, subscription: Subscription, how: Cancellation): void {
  giveBack(kernel, subscription, how);
  const last = how.invoiceNow ? draftLast(kernel, subscription) : null;
  if (!last) return;
  const invoice = finalizeInvoice(kernel, last.id);
  if (invoice.status === 'open') collect(kernel, invoice.id, { offSession: true });
}

/** Ends a subscription now. One that never began is `incomplete_expired`, and its invoice void. */
export function cancelSubscription(kernel: Kernel, id: string, how: Cancellation): Subscription {
  const { store, clock, events } = kernel;
  const subscription = store.subscriptions.find(id);
  if (ENDED.has(subscription.status)) throw missing('subscription', id);
  const now = clock.timeOf(subscription);
  const neverBegan = subscription.status === 'incomplete';
  settle(kernel, subscription, how);
  store.pendingUpdates.remove(id);
  const { comment = null, feedback = null, reason } = how;
  const ended = store.subscriptions.update(id, {
    canceled_at: subscription.canceled_at ?? now,
    cancellation_details: {
      comment,
      feedback,
      feedback_option: null,
      reason: subscription.cancellation_details?.reason ?? reason,
    },
    ended_at: now,
    pending_update: null,
    status: neverBegan ? 'incomplete_expired' : 'canceled',
  });
  stopCollecting(kernel, id);
  endSchedule(kernel, subscription);
  if (neverBegan && subscription.latest_invoice) voidInvoice(kernel, subscription.latest_invoice);
  if (neverBegan) events.emit('customer.subscription.updated', ended, subscription);
  else events.emit('customer.subscription.deleted', ended);
  return ended;
}

import { DAY } from '../billing/periods.js';
import { collect, methodOfSubscription } from '../invoices/collect.js';
import { finalizeInvoice } from '../invoices/finalize.js';
import { voidInvoice } from '../invoices/void.js';
import { testClockOf } from '../kernel/clock.js';
import type { Due } from '../kernel/clock.js';
import type { Kernel } from '../kernel/kernel.js';
import { draftLast, draftRenewal, patchSubscription } from './bill.js';
import { cancelSubscription } from './cancel.js';
import { periodOf } from './items.js';
import type { Subscription } from './plan.js';
import { upcomingInvoice } from './upcoming.js';
import { PATIENCE } from './update.js';

type Step = { at: number; run: () => void };

/** Days before, on which Stripe tells of the end of a trial and of a bill to come. */
const TRIAL_NOTICE_DAYS = 3;
const BILL_NOTICE_DAYS = 7;

const RENEWED = new Set(['active', 'trialing', 'past_due', 'unpaid']);

/** The first of these that is still to come, none of those that are not. */
const earliest = (steps: readonly (Step | null)[]): Step | null =>
  steps.reduce((first, step) => (step && (!first || step.at < first.at) ? step : first), null);

/** Something that is announced once. */
function notice({ store }: Kernel, id: string, at: number, run: () => void): Step | null {
  if (store.notices.get(id)) return null;
  return {
    at,
    run: () => {
      store.notices.insert({ id, object: 'notice' });
      run();
    },
  };
}

function endAtLast(kernel: Kernel, subscription: Subscription): void {
  const last = draftLast(kernel, subscription);
  cancelSubscription(kernel, subscription.id, { reason: 'cancellation_requested' });
  if (!last) return;
  const invoice = finalizeInvoice(kernel, last.id);
  if (invoice.status === 'open') collect(kernel, invoice.id, { offSession: true });
}

/** The period is over. A trial without a payment method ends as its settings say. */
function renew(kernel: Kernel, subscription: Subscription): void {
  const { id, status, trial_settings: settings } = subscription;
  const without = settings?.end_behavior.missing_payment_method;
  if (status === 'trialing' && without !== 'create_invoice' && methodOfSubscription(kernel, subscription) === null) {
    if (without === 'cancel') cancelSubscription(kernel, id, { reason: 'cancellation_requested' });
    else kernel.events.emit('customer.subscription.paused', patchSubscription(kernel, id, { status: 'paused' }));
    return;
  }
  draftRenewal(kernel, id);
}

function trialNotice(kernel: Kernel, { id, status, trial_end: end }: Subscription): Step | null {
  if (status !== 'trialing' || end === null) return null;
  return notice(kernel, `${id}:trial_will_end:${end}`, end - TRIAL_NOTICE_DAYS * DAY, () =>
    kernel.events.emit('customer.subscription.trial_will_end', kernel.store.subscriptions.find(id)),
  );
}

function billNotice(kernel: Kernel, subscription: Subscription): Step | null {
  const { start, end } = periodOf(subscription);
  const { id, cancel_at: cancelAt } = subscription;
  if (cancelAt !== null && cancelAt <= end) return null;
  const at = Math.max(start, end - BILL_NOTICE_DAYS * DAY);
  return notice(kernel, `${id}:upcoming:${end}`, at, () => {
    const { id: _, ...upcoming } = upcomingInvoice(kernel, id);
    // As at Stripe, what is to come has no id.
    kernel.events.emit('invoice.upcoming', upcoming);
  });
}

function stepsOf(kernel: Kernel, subscription: Subscription): (Step | null)[] {
  const { id, status, created, cancel_at: cancelAt, pending_update: pending } = subscription;
  if (status === 'incomplete') {
    return [{ at: created + PATIENCE, run: () => void cancelSubscription(kernel, id, { reason: 'payment_failed' }) }];
  }
  if (!RENEWED.has(status)) return [];
  const waiting = kernel.store.pendingUpdates.get(id);
  return [
    pending && waiting
      ? {
          at: pending.expires_at,
          run: () => {
            voidInvoice(kernel, waiting.invoice);
            kernel.events.emit('customer.subscription.pending_update_expired', kernel.store.subscriptions.find(id));
          },
        }
      : null,
    trialNotice(kernel, subscription),
    billNotice(kernel, subscription),
    cancelAt === null ? null : { at: cancelAt, run: () => endAtLast(kernel, subscription) },
    { at: periodOf(subscription).end, run: () => renew(kernel, subscription) },
  ];
}

/** What is next to happen to a subscription of this clock's. */
export function nextOfSubscriptions(kernel: Kernel, testClock: string | null): Due | null {
  const step = earliest(
    kernel.store.subscriptions
      .all()
      .filter((subscription) => testClockOf(kernel.store, subscription) === testClock)
      .map((subscription) => earliest(stepsOf(kernel, subscription))),
  );
  return step && { ...step, testClock };
}

import { HOUR } from '../billing/periods.js';
import { collect } from '../invoices/collect.js';
import { finalizeInvoice } from '../invoices/finalize.js';
import { voidInvoice } from '../invoices/void.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { draftForPlan, patchSubscription, recordProrations } from './bill.js';
import type { PaymentBehavior } from './create.js';
import { planChange } from './plan.js';
import type { BillingChange, Plan, Subscription } from './plan.js';
import { resolveCancelAt } from './settings.js';
import type { CancelSettings } from './settings.js';

/** What is to change of a subscription. */
export interface SubscriptionChange extends CancelSettings {
  /** Absent when the bill stays as it is. */
  billing?: BillingChange | undefined;
  behavior: PaymentBehavior;
  offSession: boolean;
  /** What is changed as it stands: metadata, the payment method, a description. */
  fields: Partial<Subscription>;
}

/** So long a change waits for its payment, and a new subscription for its first. */
export const PATIENCE = 23 * HOUR;

const ENDED = new Set(['canceled', 'incomplete_expired']);

function requireChangeable(subscription: Subscription, given: SubscriptionChange): void {
  const { status, schedule } = subscription;
  if (ENDED.has(status)) {
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.');
  }
  if (status === 'incomplete' && given.billing) {
    throw invalid(
      "You can't change the items of a subscription whose first invoice has not been paid. (status: incomplete)",
      'items',
    );
  }
  if (schedule && (given.cancelAt !== undefined || given.cancelAtPeriodEnd !== undefined)) {
    throw invalid(
      `The subscription is managed by the subscription schedule \`${schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
    );
  }
}

/** Only what can wait for a payment can be asked for with `pending_if_incomplete`. */
function requirePendable(given: SubscriptionChange): void {
  const extra = Object.keys(given.fields)[0] ?? (given.cancelAt === undefined ? undefined : 'cancel_at');
  const refused = extra ?? (given.cancelAtPeriodEnd === undefined ? undefined : 'cancel_at_period_end');
  if (refused === undefined) return;
  throw invalid(`When passing \`payment_behavior=pending_if_incomplete\`, you can't pass \`${refused}\`.`, refused);
}

/** Ends an update that waits, its invoice void. */
export function dropPendingUpdate(kernel: Kernel, id: string): void {
  if (!kernel.store.pendingUpdates.get(id)) return;
  kernel.store.pendingUpdates.remove(id);
  patchSubscription(kernel, id, { pending_update: null });
}

const pendingOf = (plan: Plan, expiresAt: number): NonNullable<Subscription['pending_update']> => ({
  billing_cycle_anchor: plan.patch.billing_cycle_anchor ?? null,
  cancel_at_period_end: null,
  discount: null,
  discounts: null,
  expires_at: expiresAt,
  metadata: null,
  subscription_items: plan.patch.items?.data ?? null,
  trial_end: null,
  trial_from_plan: null,
});

/** Bills a change, and makes it when that is paid: now, or whenever its invoice is within the next 23 hours. */
function applyWhenPaid(kernel: Kernel, subscription: Subscription, plan: Plan, given: SubscriptionChange): void {
  const { store, clock } = kernel;
  const { id } = subscription;
  const draft = draftForPlan(kernel, subscription, plan, false);
  store.pendingUpdates.insert({ id, object: 'pending_update', invoice: draft.id, patch: plan.patch });
  const invoice = finalizeInvoice(kernel, draft.id);
  if (invoice.status === 'paid') return;
  const collected = collect(kernel, invoice.id, { offSession: given.offSession });
  if (collected.status === 'paid') return;
  const expiresAt = clock.timeOf(subscription) + PATIENCE;
  patchSubscription(kernel, id, { pending_update: pendingOf(plan, expiresAt) });
}

/** Changes how a subscription is billed, and bills it if that is to be at once. */
function applyBilling(kernel: Kernel, subscription: Subscription, plan: Plan, given: SubscriptionChange): void {
  const { id } = subscription;
  if (!plan.billsNow) {
    patchSubscription(kernel, id, plan.patch);
    recordProrations(kernel, plan);
    return;
  }
  if (given.behavior === 'pending_if_incomplete') {
    applyWhenPaid(kernel, subscription, plan, given);
    return;
  }
  const draft = draftForPlan(kernel, patchSubscription(kernel, id, plan.patch), plan);
  const invoice = finalizeInvoice(kernel, draft.id);
  if (invoice.status === 'paid') return;
  if (given.behavior === 'default_incomplete') {
    patchSubscription(kernel, id, { status: 'past_due' });
    return;
  }
  const collected = collect(kernel, invoice.id, { offSession: given.offSession });
  if (collected.status !== 'paid' && given.behavior === 'error_if_incomplete') throw collected.failure.undone();
}

/**
 * Changes a subscription.
 *
 * @throws StripeFailure when it has ended; and 402 with `error_if_incomplete` when the payment does not succeed
 */
export function updateSubscription(kernel: Kernel, id: string, given: SubscriptionChange): Subscription {
  const { store, clock } = kernel;
  const subscription = store.subscriptions.find(id);
  requireChangeable(subscription, given);
  if (given.behavior === 'pending_if_incomplete') requirePendable(given);
  const waiting = store.pendingUpdates.get(id);
  if (waiting && given.billing) {
    // A newer change takes the place of the one that waits.
    voidInvoice(kernel, waiting.invoice);
  }
  const now = clock.timeOf(subscription);
  if (given.billing)
    applyBilling(kernel, store.subscriptions.find(id), planChange(kernel, subscription, given.billing), given);
  const billed = store.subscriptions.find(id);
  return patchSubscription(kernel, id, { ...given.fields, ...resolveCancelAt(billed, given, now) });
}

import { periodContaining, DAY } from '../billing/periods.js';
import type { Period } from '../billing/periods.js';
import { collect, noPaymentMethod, paymentMethodFor } from '../invoices/collect.js';
import { draftInvoice } from '../invoices/draft.js';
import { finalizeInvoice } from '../invoices/finalize.js';
import { invalid, unsupported } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { patchMetadata } from '../kernel/params.js';
import { blankSubscription } from './blank.js';
import { changeItems, recurringOf, usablePrice } from './items.js';
import type { ItemChange } from './items.js';
import { recurringLines } from './lines.js';
import type { Subscription } from './plan.js';
import { resolveCancelAt } from './settings.js';
import type { CancelSettings } from './settings.js';

/** How a new subscription whose first payment does not succeed is treated. */
export type PaymentBehavior =
  | 'allow_incomplete'
  | 'default_incomplete'
  | 'error_if_incomplete'
  | 'pending_if_incomplete';

/** What a subscription is made of. */
export interface NewSubscription extends CancelSettings {
  customer: string;
  items: readonly ItemChange[];
  trialEnd?: number | undefined;
  trialDays?: number | undefined;
  metadata?: { [key: string]: string } | null | undefined;
  fields: Partial<Subscription>;
}

/** The trial that was asked for, from now; null when there is none. */
function trialOf({ trialEnd, trialDays }: NewSubscription, now: number): Period | null {
  if (trialEnd !== undefined && trialDays !== undefined) {
    throw invalid('You may only pass one of `trial_end` and `trial_period_days`.', 'trial_end');
  }
  const end = trialEnd ?? (trialDays ? now + trialDays * DAY : now);
  if (end < now) throw invalid(`Invalid timestamp: must be an integer Unix timestamp in the future.`, 'trial_end');
  return end > now ? { start: now, end } : null;
}

/** Makes a subscription and the draft of its first invoice. A preview ends here. */
export function draftSubscription(kernel: Kernel, given: NewSubscription): { id: string; invoice: string } {
  const { store, clock, events } = kernel;
  const customer = store.customers.find(given.customer, 'customer');
  const now = clock.timeOf(customer);
  const trial = trialOf(given, now);
  const price = usablePrice(kernel, given.items[0]?.price, 'items[0][price]');
  if (customer.currency && customer.currency !== price.currency) {
    throw invalid(
      `You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with currency ${customer.currency}`,
      'items[0][price]',
    );
  }
  const period = trial ?? periodContaining(now, recurringOf(price), now);
  const blank = blankSubscription(kernel, customer, price.currency, now);
  const items = changeItems(kernel, blank.id, [], given.items, period);
  const subscription = store.subscriptions.insert({
    ...blank,
    billing_cycle_anchor: trial?.end ?? now,
    items: { ...blank.items, data: items },
    metadata: patchMetadata({}, given.metadata),
    status: trial ? 'trialing' : 'incomplete',
    trial_start: trial?.start ?? null,
    trial_end: trial?.end ?? null,
    ...given.fields,
  });
  const ending = store.subscriptions.update(subscription.id, resolveCancelAt(subscription, given, now));
  const invoice = draftInvoice(kernel, {
    customer: customer.id,
    currency: price.currency,
    subscription: ending,
    reason: 'subscription_create',
    recurring: recurringLines(kernel, items, period, trial !== null),
    takesPending: true,
    period: { start: now, end: now },
    autoAdvance: false,
  });
  const made = store.subscriptions.update(ending.id, { latest_invoice: invoice.id });
  events.emit('customer.subscription.created', made);
  return { id: made.id, invoice: invoice.id };
}

/**
 * Makes a subscription, and collects its first invoice as its payment behavior says.
 *
 * @throws StripeFailure when no payment method is known, unless `default_incomplete`; and 402 with `error_if_incomplete`
 */
export function createSubscription(kernel: Kernel, given: NewSubscription, behavior: PaymentBehavior): Subscription {
  const { store, ports } = kernel;
  if (behavior === 'pending_if_incomplete') {
    throw unsupported(
      '`pending_if_incomplete` for a new subscription: as at Stripe, it is for updates',
      'payment_behavior',
    );
  }
  const { id, invoice: draft } = draftSubscription(kernel, given);
  const invoice = finalizeInvoice(kernel, draft);
  const hasMethod = paymentMethodFor(kernel, invoice) !== null;
  if (invoice.status === 'paid') {
    if (behavior === 'default_incomplete' && !hasMethod) {
      const setup = ports.payments.createSetupIntent({ customer: given.customer, description: null });
      store.subscriptions.update(id, { pending_setup_intent: setup.id });
    }
    return store.subscriptions.find(id);
  }
  if (behavior === 'default_incomplete') return store.subscriptions.find(id);
  if (!hasMethod) throw noPaymentMethod().undone();
  const collected = collect(kernel, invoice.id, { offSession: false });
  if (collected.status !== 'paid' && behavior === 'error_if_incomplete') throw collected.failure.undone();
  return store.subscriptions.find(id);
}

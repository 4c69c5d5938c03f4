import type Stripe from 'stripe';
import { createInvoiceItem } from '../invoiceItems/create.js';
import { draftInvoice } from '../invoices/draft.js';
import { change } from '../kernel/change.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { inPeriod, periodOf, recurringOf } from './items.js';
import { periodContaining } from '../billing/periods.js';
import { recurringLines } from './lines.js';
import type { Plan, Subscription } from './plan.js';

type Invoice = Wire<Stripe.Invoice>;

/** Changes a subscription and says so. */
export const patchSubscription = (kernel: Kernel, id: string, patch: Partial<Subscription>): Subscription =>
  change(kernel, kernel.store.subscriptions, 'customer.subscription.updated', id, patch);

/** Makes the invoice items of a planned change: they wait until an invoice takes them up. */
export function recordProrations(kernel: Kernel, plan: Plan): void {
  for (const proration of plan.prorations) createInvoiceItem(kernel, proration);
}

/** The draft for a planned change that is billed at once. The preview ends here; the change itself goes on to collect it. */
export function draftForPlan(kernel: Kernel, subscription: Subscription, plan: Plan, isRetried = true): Invoice {
  recordProrations(kernel, plan);
  const invoice = draftInvoice(kernel, {
    customer: subscription.customer,
    currency: subscription.currency,
    subscription,
    reason: 'subscription_update',
    recurring: plan.recurring,
    takesPending: true,
    period: plan.period,
    autoAdvance: isRetried,
    prorationDate: plan.prorationDate,
  });
  patchSubscription(kernel, subscription.id, { latest_invoice: invoice.id });
  return invoice;
}

/** Begins a subscription's next period, and drafts its invoice. */
export function draftRenewal(kernel: Kernel, id: string): Invoice {
  const subscription = kernel.store.subscriptions.find(id);
  const [first] = subscription.items.data;
  const { end: start } = periodOf(subscription);
  const anchor = subscription.billing_cycle_anchor;
  const period = first ? periodContaining(anchor, recurringOf(first.price), start) : { start, end: start };
  const items = inPeriod(subscription.items.data, { start, end: period.end });
  const endsTrial = subscription.status === 'trialing' ? { status: 'active' } : {};
  const renewed = patchSubscription(kernel, id, { ...endsTrial, items: { ...subscription.items, data: items } });
  const invoice = draftInvoice(kernel, {
    customer: renewed.customer,
    currency: renewed.currency,
    subscription: renewed,
    reason: 'subscription_cycle',
    recurring: recurringLines(kernel, items, { start, end: period.end }, false),
    takesPending: true,
    period: periodOf(subscription),
    // While unpaid, bills are drafted and nothing more.
    autoAdvance: renewed.status !== 'unpaid',
  });
  patchSubscription(kernel, id, { latest_invoice: invoice.id });
  return invoice;
}

/** A last invoice for what waits, when a subscription ends; none when nothing does. */
export function draftLast(kernel: Kernel, subscription: Subscription): Invoice | null {
  const waits = kernel.store.invoiceItems
    .all()
    .some((item) => item.invoice === null && item.parent?.subscription_details?.subscription === subscription.id);
  if (!waits) return null;
  return draftInvoice(kernel, {
    customer: subscription.customer,
    currency: subscription.currency,
    subscription,
    reason: 'subscription_cycle',
    recurring: [],
    takesPending: true,
    period: periodOf(subscription),
    autoAdvance: true,
  });
}

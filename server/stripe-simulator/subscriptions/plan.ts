import type Stripe from 'stripe';
import { isSameInterval, periodContaining } from '../billing/periods.js';
import type { Period } from '../billing/periods.js';
import { invalid } from '../kernel/failure.js';
import type { RecurringLine } from '../invoices/lines.js';
import type { NewInvoiceItem } from '../invoiceItems/create.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { changeItems, inPeriod, periodOf, recurringOf } from './items.js';
import type { Item, ItemChange } from './items.js';
import { charges, credits, recurringLines } from './lines.js';

/** A subscription as it is held. */
export type Subscription = Wire<Stripe.Subscription>;

/** How the rest of a period is settled when its price changes. */
export type ProrationBehavior = 'create_prorations' | 'always_invoice' | 'none';

/** What is to change about how a subscription is billed. */
export interface BillingChange {
  items?: readonly ItemChange[] | undefined;
  /** A new period begins now. */
  resetsAnchor?: boolean;
  trialEnd?: number | 'now' | undefined;
  proration: ProrationBehavior;
  /** In seconds. @default now */
  prorationDate?: number | undefined;
}

/** What a change comes to: what the subscription becomes, and what is billed for it. Nothing is done yet. */
export interface Plan {
  patch: Partial<Subscription>;
  /** For the rest of the period, down and up. */
  prorations: NewInvoiceItem[];
  /** For the period that begins now, if one does. */
  recurring: RecurringLine[];
  /** Whether an invoice is made at once. */
  billsNow: boolean;
  period: Period;
  prorationDate: number;
}

function prorationDate(change: BillingChange, now: number, period: Period): number {
  const at = change.prorationDate ?? now;
  if (at < period.start || at > period.end) {
    const why = `Invalid proration date: it must be within the current billing period, ${period.start} to ${period.end}.`;
    throw invalid(why, 'proration_date');
  }
  return at;
}

const isSameBill = (one: Item, other: Item) => one.price.id === other.price.id && one.quantity === other.quantity;

/** Which items are billed otherwise than before: as they were, and as they become. */
function differences(before: readonly Item[], after: readonly Item[]): { were: Item[]; become: Item[] } {
  const unchanged = (item: Item, others: readonly Item[]) =>
    others.some((other) => other.id === item.id && isSameBill(other, item));
  return {
    were: before.filter((item) => !unchanged(item, after)),
    become: after.filter((item) => !unchanged(item, before)),
  };
}

const wrap = (subscription: Subscription, items: Item[]): Subscription['items'] => ({
  ...subscription.items,
  data: items,
});

/** A change during a trial bills nothing, unless it ends the trial. */
function planInTrial(
  kernel: Kernel,
  subscription: Subscription,
  items: Item[],
  change: BillingChange,
  now: number,
): Plan {
  const { trialEnd } = change;
  const none = { prorations: [], recurring: [], billsNow: false, prorationDate: now };
  const period = { start: periodOf(subscription).start, end: periodOf(subscription).end };
  if (trialEnd === undefined) {
    return { ...none, period, patch: { items: wrap(subscription, inPeriod(items, period)) } };
  }
  if (trialEnd !== 'now') {
    const longer = { start: period.start, end: trialEnd };
    const patch = { billing_cycle_anchor: trialEnd, trial_end: trialEnd };
    return { ...none, period: longer, patch: { ...patch, items: wrap(subscription, inPeriod(items, longer)) } };
  }
  return { ...planReset(kernel, subscription, items, now, []), prorationDate: now };
}

/** A new period begins now, and is billed now. */
function planReset(
  kernel: Kernel,
  subscription: Subscription,
  items: Item[],
  now: number,
  prorations: NewInvoiceItem[],
): Plan {
  const [first] = items;
  if (!first) throw invalid('A subscription must have at least one active plan.', 'items');
  const period = periodContaining(now, recurringOf(first.price), now);
  const renewed = inPeriod(items, period);
  const endsTrial = subscription.status === 'trialing' ? { status: 'active', trial_end: now } : {};
  const endsWithPeriod = subscription.cancel_at_period_end ? { cancel_at: period.end } : {};
  return {
    patch: { ...endsTrial, ...endsWithPeriod, billing_cycle_anchor: now, items: wrap(subscription, renewed) },
    prorations,
    recurring: recurringLines(kernel, renewed, period, false),
    billsNow: true,
    period,
    prorationDate: now,
  };
}

/** A subscription that is paid for begins a trial: what is left of its period is credited. */
function planNewTrial(
  subscription: Subscription,
  items: Item[],
  trialEnd: number,
  now: number,
  given: NewInvoiceItem[],
): Plan {
  const period = { start: now, end: trialEnd };
  const patch = { billing_cycle_anchor: trialEnd, status: 'trialing', trial_start: now, trial_end: trialEnd };
  return {
    patch: { ...patch, items: wrap(subscription, inPeriod(items, period)) },
    prorations: given,
    recurring: [],
    billsNow: given.length > 0,
    period,
    prorationDate: now,
  };
}

/** What a change of a subscription's billing comes to. The preview and the change itself both ask here. */
export function planChange(kernel: Kernel, subscription: Subscription, change: BillingChange): Plan {
  const now = kernel.clock.timeOf(subscription);
  const period = periodOf(subscription);
  const before = subscription.items.data;
  const items = changeItems(kernel, subscription.id, before, change.items ?? [], period);
  if (subscription.status === 'trialing') return planInTrial(kernel, subscription, items, change, now);

  const at = prorationDate(change, now, period);
  const settles = change.proration !== 'none';
  const [was, is] = [before[0], items[0]];
  const changesInterval = was && is && !isSameInterval(recurringOf(was.price), recurringOf(is.price));
  const proration = { customer: subscription.customer, at, period };
  const { were, become } = differences(before, items);
  if (typeof change.trialEnd === 'number') {
    return planNewTrial(subscription, items, change.trialEnd, now, settles ? credits(kernel, before, proration) : []);
  }
  if (changesInterval || change.resetsAnchor) {
    const unused = settles ? credits(kernel, before, proration) : [];
    return { ...planReset(kernel, subscription, items, now, unused), prorationDate: at };
  }
  const prorations = settles ? [...credits(kernel, were, proration), ...charges(kernel, become, proration)] : [];
  return {
    patch: { items: wrap(subscription, items) },
    prorations,
    recurring: [],
    billsNow: change.proration === 'always_invoice' && prorations.length > 0,
    period,
    prorationDate: at,
  };
}

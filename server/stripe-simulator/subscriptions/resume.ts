import { periodContaining } from '../billing/periods.js';
import { collect } from '../invoices/collect.js';
import { finalizeInvoice } from '../invoices/finalize.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { draftForPlan, patchSubscription } from './bill.js';
import { inPeriod, recurringOf } from './items.js';
import { recurringLines } from './lines.js';
import type { Subscription } from './plan.js';

/** A paused subscription goes on: a new period begins now, and it is active once that is paid. */
export function resumeSubscription(kernel: Kernel, id: string): Subscription {
  const { store, clock, events } = kernel;
  const subscription = store.subscriptions.find(id);
  const [first] = subscription.items.data;
  if (subscription.status !== 'paused' || !first) {
    throw invalid(`Only a paused subscription can be resumed; this one is \`${subscription.status}\`.`);
  }
  const now = clock.timeOf(subscription);
  const period = periodContaining(now, recurringOf(first.price), now);
  const items = inPeriod(subscription.items.data, period);
  const begun = patchSubscription(kernel, id, {
    billing_cycle_anchor: now,
    items: { ...subscription.items, data: items },
  });
  const draft = draftForPlan(kernel, begun, {
    patch: {},
    prorations: [],
    recurring: recurringLines(kernel, items, period, false),
    billsNow: true,
    period,
    prorationDate: now,
  });
  const invoice = finalizeInvoice(kernel, draft.id);
  const isPaid = invoice.status === 'paid' || collect(kernel, invoice.id, { offSession: false }).status === 'paid';
  if (!isPaid) return store.subscriptions.find(id);
  const resumed = patchSubscription(kernel, id, { status: 'active' });
  events.emit('customer.subscription.resumed', resumed);
  return resumed;
}

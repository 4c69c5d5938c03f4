import type Stripe from 'stripe';
import type { z } from 'zod';
import { createCustomer } from '../customers/customer.js';
import { chargeItem } from '../invoiceItems/charge.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { draftForPlan, patchSubscription, recordProrations } from '../subscriptions/bill.js';
import { draftEnd } from '../subscriptions/cancel.js';
import { draftSubscription } from '../subscriptions/create.js';
import { planChange } from '../subscriptions/plan.js';
import { billingOf } from '../subscriptions/routes.js';
import { resolveCancelAt } from '../subscriptions/settings.js';
import { draftUpcoming } from '../subscriptions/upcoming.js';
import type { preview as previewParams } from './params.js';

type Params = z.output<typeof previewParams>;
type Invoice = Wire<Stripe.Invoice>;

/** The charges that a preview assumes, made as they would be. */
function assumeItems(kernel: Kernel, params: Params, customer: string): void {
  for (const { price, unit_amount: unit, ...item } of params.invoice_items ?? []) {
    chargeItem(kernel, {
      ...item,
      customer,
      currency: item.currency ?? params.currency,
      pricing: price === undefined ? undefined : { price },
      unit_amount_decimal: item.unit_amount_decimal ?? unit,
    });
  }
}

/** What recurs alone is asked for: charges that wait for the next bill, prorations among them, come once. */
function leaveOutOnceOnly({ store }: Kernel, customer: string): void {
  for (const item of store.invoiceItems.all()) {
    if (item.customer === customer && item.invoice === null) store.invoiceItems.remove(item.id);
  }
}

/** What a change of a subscription bills at once; or what is billed next, the change made. */
function draftChanged(kernel: Kernel, id: string, params: Params): Invoice {
  const { store, clock } = kernel;
  const details = params.subscription_details ?? {};
  const subscription = store.subscriptions.find(id, 'subscription');
  if (details.cancel_now) {
    return draftEnd(kernel, subscription, {
      reason: 'cancellation_requested',
      prorate: details.proration_behavior !== 'none',
    });
  }
  const isRecurring = params.preview_mode === 'recurring';
  const billing = billingOf(isRecurring ? { ...details, proration_behavior: 'none' } : details);
  if (billing) {
    const plan = planChange(kernel, subscription, billing);
    if (plan.billsNow) return draftForPlan(kernel, patchSubscription(kernel, id, plan.patch), plan);
    patchSubscription(kernel, id, plan.patch);
    recordProrations(kernel, plan);
  }
  const ending = { cancelAt: details.cancel_at, cancelAtPeriodEnd: details.cancel_at_period_end };
  const changed = store.subscriptions.find(id);
  patchSubscription(kernel, id, resolveCancelAt(changed, ending, clock.timeOf(changed)));
  return draftUpcoming(kernel, id);
}

/** The first invoice of a subscription that is not there yet. */
function draftNew(kernel: Kernel, customer: string, params: Params): Invoice {
  const { items = [], trial_end: trialEnd } = params.subscription_details ?? {};
  const { invoice } = draftSubscription(kernel, {
    customer,
    items,
    trialEnd: trialEnd === 'now' ? undefined : trialEnd,
    fields: {},
  });
  return kernel.store.invoices.find(invoice);
}

/** Without a subscription named: that of the customer, or one that is yet to be made. */
function draft(kernel: Kernel, params: Params): Invoice {
  const { store } = kernel;
  const named =
    params.subscription === undefined ? undefined : store.subscriptions.find(params.subscription, 'subscription');
  if (named && params.customer !== undefined && named.customer !== params.customer) {
    throw invalid(`Customer ${params.customer} does not have a subscription with ID ${named.id}`, 'subscription');
  }
  const isNew = !named && params.subscription_details?.items !== undefined;
  const customer = named?.customer ?? params.customer ?? (isNew ? createCustomer(kernel, {}).id : undefined);
  if (customer === undefined) throw invalid('Missing required param: customer.', 'customer', 'parameter_missing');
  store.customers.find(customer, 'customer');
  if (params.preview_mode === 'recurring') leaveOutOnceOnly(kernel, customer);
  else assumeItems(kernel, params, customer);
  if (isNew) return draftNew(kernel, customer, params);
  const subscription =
    named ?? store.subscriptions.newest().find((each) => each.customer === customer && isBilled(each.status));
  if (subscription) return draftChanged(kernel, subscription.id, params);
  throw invalid(`No upcoming invoices for customer: ${customer}`, undefined, 'invoice_upcoming_none');
}

const isBilled = (status: string) => ['active', 'trialing', 'past_due'].includes(status);

/** As a preview is answered: an invoice that is no invoice yet. */
const shown = (invoice: Invoice): Invoice => ({
  ...invoice,
  id: `upcoming_${invoice.id}`,
  automatically_finalizes_at: null,
});

/**
 * What would be billed. It is the real thing, drafted by the same code and undone.
 *
 * @throws StripeFailure what the change itself would fail with; `invoice_upcoming_none` when nothing is to come
 */
export const createPreview = (kernel: Kernel, params: Params) =>
  kernel.journal.attempt(() => shown(draft(kernel, params)));

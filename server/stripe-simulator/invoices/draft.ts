import type Stripe from 'stripe';
import { settleBalance } from '../billing/money.js';
import { HOUR } from '../billing/periods.js';
import type { Period } from '../billing/periods.js';
import { pendingItems } from '../invoiceItems/create.js';
import { sent } from '../kernel/change.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { blankInvoice } from './blank.js';
import { itemLine, linesOf, recurringLine } from './lines.js';
import type { RecurringLine } from './lines.js';

type Invoice = Wire<Stripe.Invoice>;

/** What a draft is made of. */
export interface Draft {
  customer: string;
  currency: string;
  subscription: Wire<Stripe.Subscription> | null;
  reason: 'manual' | 'subscription_create' | 'subscription_cycle' | 'subscription_update';
  recurring: RecurringLine[];
  /** Whether it takes up the invoice items that wait. */
  takesPending: boolean;
  period: Period;
  /** Whether it is finalised by itself, an hour later. */
  autoAdvance: boolean;
  prorationDate?: number;
  /** More of what an invoice says: `description`, `footer`, `metadata`, `default_payment_method`. */
  fields?: Partial<Invoice>;
}

const SHOWN_LINES = 10;

/** Adds up an invoice's lines, and shows the first ten in it. */
export function addUp(kernel: Kernel, id: string): Invoice {
  const { store } = kernel;
  const invoice = store.invoices.find(id);
  const lines = linesOf(kernel, id);
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const balance = store.customers.get(invoice.customer ?? '')?.balance ?? 0;
  const { amountDue } = settleBalance(total, balance, invoice.currency);
  return store.invoices.update(id, {
    amount_due: amountDue,
    amount_remaining: amountDue,
    lines: {
      object: 'list',
      data: lines.slice(0, SHOWN_LINES),
      has_more: lines.length > SHOWN_LINES,
      url: `/v1/invoices/${id}/lines`,
    },
    starting_balance: balance,
    subtotal: total,
    subtotal_excluding_tax: total,
    total,
    total_excluding_tax: total,
  });
}

function parentOf({ subscription, prorationDate }: Draft): Invoice['parent'] {
  if (!subscription) return null;
  return {
    quote_details: null,
    subscription_details: {
      metadata: subscription.metadata,
      subscription: subscription.id,
      ...sent({ subscription_proration_date: prorationDate }),
    },
    type: 'subscription_details',
  };
}

/** Makes a draft: the items that wait, newest first, and after them the subscription's own lines. */
export function draftInvoice(kernel: Kernel, draft: Draft): Invoice {
  const { store, clock, events } = kernel;
  const { customer: customerId, currency, subscription, reason, autoAdvance, period } = draft;
  const customer = store.customers.find(customerId, 'customer');
  const created = clock.timeOf(customer);
  const { id } = store.invoices.insert({
    ...blankInvoice(kernel, customer),
    auto_advance: autoAdvance,
    automatically_finalizes_at: autoAdvance ? created + HOUR : null,
    billing_reason: reason,
    created,
    currency,
    parent: parentOf(draft),
    period_start: period.start,
    period_end: period.end,
    ...draft.fields,
  });
  const taken = draft.takesPending ? pendingItems(kernel, customerId, currency, subscription?.id ?? null) : [];
  for (const item of taken) {
    store.invoiceItems.update(item.id, { invoice: id });
    store.invoiceLines.insert(itemLine(kernel, id, item));
  }
  for (const line of draft.recurring) store.invoiceLines.insert(recurringLine(kernel, id, currency, line));
  if (!customer.currency) store.customers.update(customerId, { currency });
  const invoice = addUp(kernel, id);
  events.emit('invoice.created', invoice);
  return invoice;
}

import type Stripe from 'stripe';
import type { Period } from '../billing/periods.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';

type InvoiceItem = Wire<Stripe.InvoiceItem>;

/** What an invoice item is made of. */
export interface NewInvoiceItem {
  customer: string;
  amount: number;
  currency: string;
  description: string | null;
  period: Period;
  price: Wire<Stripe.Price> | null;
  quantity: number;
  /** In minor units, as text. Absent, what the price says, or the amount for one. */
  unitAmount?: string;
  proration: boolean;
  subscription: string | null;
  subscriptionItem: string | null;
  metadata: { [key: string]: string };
}

function parentOf(subscription: string | null, subscriptionItem: string | null): InvoiceItem['parent'] {
  if (subscription === null) return null;
  const item = subscriptionItem === null ? {} : { subscription_item: subscriptionItem };
  return { subscription_details: { subscription, ...item }, type: 'subscription_details' };
}

/** Makes an invoice item that waits for the next invoice of its customer, or of its subscription. */
export function createInvoiceItem({ store, ids, clock, events }: Kernel, given: NewInvoiceItem): InvoiceItem {
  const { customer, amount, currency, description, period, price, quantity, proration, metadata } = given;
  const { subscription, subscriptionItem, unitAmount = price?.unit_amount_decimal ?? String(amount) } = given;
  const owner = store.customers.find(customer, 'customer');
  const item = store.invoiceItems.insert({
    id: ids.next('ii'),
    object: 'invoiceitem',
    amount,
    currency,
    customer,
    customer_account: null,
    date: clock.timeOf(owner),
    description,
    discountable: !proration,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata,
    net_amount: amount,
    parent: parentOf(subscription, subscriptionItem),
    period: { start: period.start, end: period.end },
    pricing: {
      ...(price ? { price_details: { price: price.id, product: price.product } } : {}),
      type: 'price_details',
      unit_amount_decimal: unitAmount,
    },
    proration,
    quantity,
    quantity_decimal: String(quantity),
    tax_rates: [],
    test_clock: owner.test_clock ?? null,
  });
  events.emit('invoiceitem.created', item);
  return item;
}

/**
 * The invoice items that a new invoice takes up, newest first.
 *
 * @param subscription Its own and those of none; null: those of none alone.
 */
export const pendingItems = (
  { store }: Kernel,
  customer: string,
  currency: string,
  subscription: string | null,
): InvoiceItem[] =>
  store.invoiceItems.newest().filter((item) => {
    const of = item.parent?.subscription_details?.subscription ?? null;
    const fits = item.customer === customer && item.currency === currency && item.invoice === null;
    return fits && (of === null || of === subscription);
  });

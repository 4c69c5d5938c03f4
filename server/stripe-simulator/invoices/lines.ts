import type Stripe from 'stripe';
import type { Period } from '../billing/periods.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';

type Line = Wire<Stripe.InvoiceLineItem>;
type Price = Wire<Stripe.Price>;

/** What a subscription item costs for a period: a line of an invoice before it has an invoice. */
export interface RecurringLine {
  amount: number;
  description: string;
  period: Period;
  price: Price;
  quantity: number;
  subscription: string;
  subscriptionItem: string;
  metadata: { [key: string]: string };
}

const pricingOf = (price: Price): Wire<Stripe.InvoiceLineItem.Pricing> => ({
  price_details: { price: price.id, product: price.product },
  type: 'price_details',
  unit_amount_decimal: price.unit_amount_decimal,
});

/** What all lines have in common. */
const common = (kernel: Kernel, invoice: string, currency: string) => ({
  id: kernel.ids.next('il'),
  object: 'line_item' as const,
  currency,
  discount_amounts: [],
  discountable: false,
  discounts: [],
  invoice,
  livemode: false,
  pretax_credit_amounts: [],
  taxes: [],
});

/** A line for a period of a subscription. */
export function recurringLine(kernel: Kernel, invoice: string, currency: string, draft: RecurringLine): Line {
  const { amount, description, metadata, period, price, quantity, subscription, subscriptionItem } = draft;
  return {
    ...common(kernel, invoice, currency),
    amount,
    description,
    metadata,
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: null,
        subscription,
        subscription_item: subscriptionItem,
      },
      type: 'subscription_item_details',
    },
    period,
    pricing: pricingOf(price),
    quantity,
    quantity_decimal: String(quantity),
    subscription,
    subtotal: amount,
  };
}

/** A line for an invoice item: a usage charge, or a proration. */
export function itemLine(kernel: Kernel, invoice: string, item: Wire<Stripe.InvoiceItem>): Line {
  const subscription = item.parent?.subscription_details?.subscription ?? null;
  return {
    ...common(kernel, invoice, item.currency),
    amount: item.amount,
    description: item.description,
    metadata: item.metadata ?? {},
    parent: {
      invoice_item_details: {
        invoice_item: item.id,
        proration: item.proration,
        proration_details: { credited_items: null },
        subscription,
      },
      subscription_item_details: null,
      type: 'invoice_item_details',
    },
    period: item.period,
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription,
    subtotal: item.amount,
  };
}

/** The lines of an invoice, all of them: the invoice itself shows the first ten. */
export const linesOf = ({ store }: Kernel, invoice: string): Line[] =>
  store.invoiceLines.all().filter((line) => line.invoice === invoice);

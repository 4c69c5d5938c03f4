import type { Bill, BillLine, Interval, Money, Plan } from 'guildhall/contract';
import type Stripe from 'stripe';

/** What a price at Stripe is in the catalogue. */
export interface SoldAs {
  readonly plan: Plan;
  readonly interval: Interval;
}

/** Finds what a price is sold as, by its id at Stripe. */
export type FindSold = (priceId: string) => SoldAs | undefined;

/** Marks an invoice item at Stripe as what the host charged for: metadata, with the host's key as its value. */
export const CHARGE_KEY = 'guildhall_charge';

const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString();

/** What Stripe says of a line that matters to us, wherever it says it. */
function originOf({ parent, pricing, metadata }: Stripe.InvoiceLineItem) {
  const details = parent?.subscription_item_details ?? parent?.invoice_item_details;
  const price = pricing?.price_details?.price;
  return {
    isOfSubscription: parent?.type === 'subscription_item_details',
    isProration: details?.proration ?? false,
    isCharge: CHARGE_KEY in metadata,
    priceId: typeof price === 'object' ? price.id : price,
    unitAmount: pricing?.unit_amount_decimal?.toNumber(),
  };
}

function kindOf({ amount }: Stripe.InvoiceLineItem, origin: ReturnType<typeof originOf>): BillLine['kind'] {
  if (origin.isProration) return amount < 0 ? 'unused' : 'remaining';
  if (origin.isOfSubscription) return 'plan';
  return origin.isCharge ? 'usage' : 'other';
}

/** One line of an invoice, or of what would be one. */
export function toBillLine(line: Stripe.InvoiceLineItem, find: FindSold): BillLine {
  const origin = originOf(line);
  const kind = kindOf(line, origin);
  const isOfPlan = kind === 'plan' || kind === 'unused' || kind === 'remaining';
  const sold = isOfPlan && origin.priceId !== undefined ? find(origin.priceId) : undefined;
  // Stripe's unit of a prorated line is prorated, too: of one, for a whole interval, tells the plan alone.
  const unit = sold?.plan.prices[sold.interval] ?? (kind === 'plan' ? origin.unitAmount : undefined);
  const money = (amount: number): Money => ({ amount, currency: line.currency });
  const { start, end } = line.period;
  return {
    id: line.id,
    kind,
    description: line.description ?? '',
    planId: sold?.plan.id ?? null,
    interval: sold?.interval ?? null,
    quantity: line.quantity,
    unitAmount: unit !== undefined && Number.isSafeInteger(unit) ? money(unit) : null,
    amount: money(line.amount),
    period: end > start ? { start: isoOf(start), end: isoOf(end) } : null,
  };
}

/** A line of what Stripe counts, but lists nowhere. */
function balancing(id: string, description: string, amount: Money): BillLine {
  const none = { planId: null, interval: null, quantity: null, unitAmount: null, period: null };
  return { ...none, id, kind: 'other', description, amount };
}

/** What a {@link Bill} is made from. `date` is unix seconds, where it is not when Stripe would make it. */
export interface BillSource {
  readonly invoice: Stripe.Invoice;
  /** All of them, not the first page. */
  readonly lines: readonly Stripe.InvoiceLineItem[];
  readonly find: FindSold;
  readonly date?: number | undefined;
}

/**
 * What Stripe says is charged, as a bill that adds up. The totals are Stripe's. What it counts but has no line for gets
 * one: discounts, and what is owed from bills before. Taxes that prices include stay in their lines.
 */
export function toBill({ invoice, lines: given, find, date = invoice.created }: BillSource): Bill {
  const { currency, amount_due: due } = invoice;
  const money = (amount: number): Money => ({ amount, currency });
  const tax = (invoice.total_taxes ?? []).reduce(
    (sum, { amount, tax_behavior: how }) => (how === 'inclusive' ? sum : sum + amount),
    0,
  );
  // Where more is due than the total, the customer owed something before.
  const owed = Math.max(0, due - Math.max(0, invoice.total));
  const lines = given.map((line) => toBillLine(line, find));
  const listed = lines.reduce((sum, { amount }) => sum + amount.amount, 0);
  const unlisted = invoice.total - tax - listed;
  if (unlisted !== 0) {
    const description = invoice.total_discount_amounts?.length ? 'Discounts' : 'Adjustment';
    lines.push(balancing(`${invoice.id}-adjustment`, description, money(unlisted)));
  }
  if (owed > 0) lines.push(balancing(`${invoice.id}-owed`, 'From earlier bills', money(owed)));
  const total = invoice.total + owed;
  return {
    date: isoOf(date),
    lines,
    subtotal: money(total - tax),
    tax: money(tax),
    total: money(total),
    creditUsed: money(Math.max(0, total - due)),
    due: money(due),
  };
}

/** All lines of an invoice: Stripe sends ten with it. Previews have lines of their own, too. */
export async function listLines(stripe: Stripe, invoice: Stripe.Invoice): Promise<Stripe.InvoiceLineItem[]> {
  if (!invoice.lines.has_more) return invoice.lines.data;
  return stripe.invoices.listLineItems(invoice.id, { limit: 100 }).autoPagingToArray({ limit: 10_000 });
}

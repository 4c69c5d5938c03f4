import type { Stripe } from './stripe/types.js';
import type { Bill, BillLine, Money } from 'guildhall/contract';
import type { PriceBook } from './stripe/prices.js';

/** A line before its bill is made. */
type DraftLine = Omit<BillLine, 'id'>;

/** Seconds since 1970, as Stripe counts, as the wire has them. */
export const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** Marks an invoice item at Stripe as a charge of the host's, for usage. */
export const USAGE = 'guildhall_usage';

/** An amount as the wire has it. Never minus zero. */
export const moneyOf = (amount: number, currency: string): Money => ({ amount: amount + 0, currency });

const RANK = { plan: 0, remaining: 1, unused: 2, usage: 3, other: 4 } as const;

function kindOf({ parent, amount, metadata, pricing }: Stripe.InvoiceLineItem): BillLine['kind'] {
  const details = parent?.subscription_item_details ?? parent?.invoice_item_details;
  if (details?.proration) return amount < 0 ? 'unused' : 'remaining';
  if (parent?.subscription_item_details) return pricing?.price_details ? 'plan' : 'other';
  return metadata[USAGE] === undefined ? 'other' : 'usage';
}

async function toDraft(book: PriceBook, line: Stripe.InvoiceLineItem): Promise<DraftLine> {
  const { amount, currency, description, quantity, period, pricing } = line;
  const kind = kindOf(line);
  const common = {
    amount: moneyOf(amount, currency),
    period: period.end > period.start ? { start: isoOf(period.start), end: isoOf(period.end) } : null,
  };
  const price = pricing?.price_details?.price;
  if (kind === 'usage' || kind === 'other' || price === undefined) {
    const kept = kind === 'usage' ? kind : 'other';
    const told = { description: description ?? '', planId: null, interval: null, quantity, unitAmount: null };
    return { kind: kept, ...told, ...common };
  }
  const { plan, interval } = await book.planOf(price);
  const count = quantity ?? 1;
  return {
    kind,
    description: plan.kind === 'per_seat' ? `${count} × ${plan.name}` : plan.name,
    planId: plan.id,
    interval,
    quantity: count,
    unitAmount: moneyOf(plan.prices[interval] ?? 0, currency),
    ...common,
  };
}

/**
 * Says in one line what Stripe says in two: so many seats more, or fewer, for the rest of a period. The amounts are
 * Stripe's, added up.
 */
function together(lines: readonly DraftLine[]): DraftLine[] {
  const groups = new Map<string, DraftLine[]>();
  lines.forEach((line, index) => {
    const { kind, planId, interval, unitAmount, period } = line;
    const isProration = kind === 'remaining' || kind === 'unused';
    const key = isProration ? JSON.stringify([planId, interval, unitAmount, period]) : String(index);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  });
  return [...groups.values()].flatMap(mergeSeats);
}

function mergeSeats(lines: readonly DraftLine[]): DraftLine[] {
  const [first] = lines;
  if (!first || lines.length === 1) return [...lines];
  const signed = ({ kind, quantity }: DraftLine) => (kind === 'unused' ? -1 : 1) * (quantity ?? 0);
  const seats = lines.reduce((sum, line) => sum + signed(line), 0);
  const amount = lines.reduce((sum, line) => sum + line.amount.amount, 0);
  if (seats === 0 && amount === 0) return [];
  const quantity = Math.abs(seats);
  const description = first.description.replace(/^\d+/, String(quantity));
  const kind = amount < 0 ? 'unused' : 'remaining';
  return [{ ...first, kind, quantity, description, amount: moneyOf(amount, first.amount.currency) }];
}

/** What stands for the lines that Stripe did not tell. */
const MORE_ITEMS = 'More items';

/** Lines that are the subtotal: what they lack, or have too much, stands in one more. */
export function fittingLines(lines: readonly DraftLine[], subtotal: Money): DraftLine[] {
  const told = lines.filter(({ kind, description }) => kind !== 'other' || description !== MORE_ITEMS);
  const sum = told.reduce((so, { amount }) => so + amount.amount, 0);
  return [...told, ...otherLine(MORE_ITEMS, subtotal.amount - sum, subtotal.currency)];
}

/** A line of which no plan of ours knows. */
function otherLine(description: string, amount: number, currency: string): DraftLine[] {
  if (amount === 0) return [];
  const unknown = { planId: null, interval: null, quantity: null, unitAmount: null, period: null };
  return [{ kind: 'other', description, ...unknown, amount: moneyOf(amount, currency) }];
}

/** What Stripe adds to a bill beside the lines that it told, as lines. */
function extraLines(invoice: Stripe.Invoice, lines: readonly Stripe.InvoiceLineItem[], owed: number): DraftLine[] {
  const { currency, subtotal, total_discount_amounts } = invoice;
  const untold = subtotal - lines.reduce((sum, { amount }) => sum + amount, 0);
  const discount = (total_discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...otherLine(MORE_ITEMS, untold, currency),
    ...otherLine('Discount', -discount, currency),
    ...otherLine('Balance of earlier bills', owed, currency),
  ];
}

/** What is owed of earlier bills, and asked for with this one. */
const owedBefore = ({ total, amount_due, starting_balance }: Stripe.Invoice) =>
  Math.max(0, Math.min(starting_balance, amount_due - Math.max(0, total)));

/**
 * A bill that adds up, of an invoice or of a preview of one. `total` and `due` are Stripe's, never sums of ours.
 *
 * @param lines all of the invoice's lines: what an invoice brings along is the first ten
 * @param date when it is charged, ISO 8601
 */
export async function toBill(
  book: PriceBook,
  invoice: Stripe.Invoice,
  lines: readonly Stripe.InvoiceLineItem[],
  date: string,
): Promise<Bill> {
  const { currency } = invoice;
  const drafts = together(await Promise.all(lines.map((line) => toDraft(book, line))));
  const owed = owedBefore(invoice);
  const extras = extraLines(invoice, lines, owed);
  const ordered = [...drafts, ...extras].toSorted((a, b) => RANK[a.kind] - RANK[b.kind]);
  const subtotal = ordered.reduce((sum, { amount }) => sum + amount.amount, 0);
  const total = invoice.total + owed;
  const creditUsed = Math.max(0, Math.max(0, total) - invoice.amount_due);
  return {
    date,
    lines: ordered.map((line, index) => ({ id: `line-${index + 1}`, ...line })),
    subtotal: moneyOf(subtotal, currency),
    tax: moneyOf(total - subtotal, currency),
    total: moneyOf(total, currency),
    creditUsed: moneyOf(creditUsed, currency),
    due: moneyOf(Math.max(0, total - creditUsed), currency),
  };
}

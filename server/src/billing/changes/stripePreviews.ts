import type { Bill, Money } from 'guildhall/contract';
import type { Stripe } from '../stripe/types.js';
import { fittingLines, isoOf, moneyOf, toBill } from '../bills.js';
import { isRefusal } from '../stripe/errors.js';
import { readLines } from '../stripe/fetch.js';
import type { ChangeDeps } from './situation.js';

type PreviewParams = Stripe.InvoiceCreatePreviewParams;

/** How the lines and the date of a preview are to be read, where they are not as Stripe says. */
export interface Reading {
  /** Unix seconds at which it is charged. */
  readonly date: number;
  /** Unix seconds from and to which the plan is paid. @default as Stripe says */
  readonly period?: { readonly start: number; readonly end: number } | undefined;
  /** Credit that is left by then, in minor units; below zero for what is owed. @default what the customer has now */
  readonly credit?: number | undefined;
}

/** An invoice of a customer who has another balance by then: below zero for a credit, above it for what is owed. */
function withBalance(invoice: Stripe.Invoice, balance: number): Stripe.Invoice {
  return { ...invoice, starting_balance: balance, amount_due: Math.max(0, invoice.total + balance) };
}

/** The same bill where so much credit is there. */
export function withCredit(bill: Bill, credit: number): Bill {
  const { amount, currency } = bill.total;
  const used = Math.max(0, Math.min(credit, amount));
  return { ...bill, creditUsed: moneyOf(used, currency), due: moneyOf(Math.max(0, amount - used), currency) };
}

function withPeriod(bill: Bill, { start, end }: { start: number; end: number }): Bill {
  const period = { start: isoOf(start), end: isoOf(end) };
  return { ...bill, lines: bill.lines.map((line) => (line.kind === 'plan' ? { ...line, period } : line)) };
}

/** A bill on which nothing stands. */
export function emptyBill(date: number, currency: string): Bill {
  const zero: Money = { amount: 0, currency };
  return { date: isoOf(date), lines: [], subtotal: zero, tax: zero, total: zero, creditUsed: zero, due: zero };
}

/** Asks Stripe what a change would put on a bill. @returns null where Stripe says that no bill would come */
export async function previewBill(
  { billing }: ChangeDeps,
  params: PreviewParams,
  { date, period, credit }: Reading,
): Promise<Bill | null> {
  const { stripe, prices } = billing;
  let invoice: Stripe.Invoice;
  try {
    invoice = await stripe.read((sdk) => sdk.invoices.createPreview(params));
  } catch (error) {
    if (isRefusal(error, 'invoice_upcoming_none')) return null;
    throw error;
  }
  const told = credit === undefined ? invoice : withBalance(invoice, -credit);
  const bill = await toBill(await prices(), told, await readLines(stripe, invoice), isoOf(date));
  return period ? withPeriod(bill, period) : bill;
}

/**
 * Credit that is left once a bill is settled, in minor units. Below zero where it was too little to be charged: that is
 * owed with the bill after it.
 */
export function creditAfter(credit: number, { total, creditUsed }: Bill): number {
  return credit - creditUsed.amount + Math.max(0, -total.amount);
}

/** A bill with another plan on it: what stands beside the plan stays. On a long bill Stripe may not have told the plan's line. */
export function exchangePlan(plan: Bill, bill: Bill, itsPlan: Bill): Bill {
  const exchanged = (part: 'subtotal' | 'tax' | 'total') =>
    moneyOf(plan[part].amount + bill[part].amount - itsPlan[part].amount, plan[part].currency);
  const subtotal = exchanged('subtotal');
  const beside = bill.lines.filter(({ kind }) => kind !== 'plan');
  const lines = fittingLines([...plan.lines, ...beside], subtotal);
  return {
    ...plan,
    lines: lines.map((line, index) => ({ ...line, id: `line-${index + 1}` })),
    subtotal,
    tax: exchanged('tax'),
    total: exchanged('total'),
    due: exchanged('total'),
  };
}

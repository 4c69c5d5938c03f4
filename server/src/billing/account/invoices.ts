import type { Stripe } from '../stripe/types.js';
import { DEFAULT_PAGE_SIZE } from 'guildhall/contract';
import type { Invoice } from 'guildhall/contract';
import type { Service } from '../../context.js';
import { findAccount } from '../accounts.js';
import { isoOf, moneyOf, toBill } from '../bills.js';
import type { BillingContext } from '../context.js';
import { readLines } from '../stripe/fetch.js';
import { enterBilling } from './enter.js';

const STRIPES_LIMIT = 100;
const STATUSES = ['draft', 'open', 'paid', 'void', 'uncollectible'] as const;

/** Open and tried in vain, or not paid in time. */
const isPastDue = ({ status, attempt_count, due_date }: Stripe.Invoice, now: Date) =>
  status === 'open' && (attempt_count > 0 || (due_date !== null && due_date * 1000 <= now.getTime()));

async function toInvoice({ stripe, prices }: BillingContext, invoice: Stripe.Invoice, now: Date): Promise<Invoice> {
  const { id, number, created, currency, total, amount_remaining, status } = invoice;
  const date = isoOf(created);
  const { lines } = await toBill(await prices(), invoice, await readLines(stripe, invoice), date);
  const [largest = null] = lines.toSorted((a, b) => b.amount.amount - a.amount.amount);
  return {
    id,
    number,
    date,
    total: moneyOf(total, currency),
    due: moneyOf(amount_remaining, currency),
    status: isPastDue(invoice, now) ? 'past_due' : (STATUSES.find((known) => known === status) ?? 'open'),
    line: largest,
    lineCount: lines.length,
    hostedUrl: invoice.hosted_invoice_url ?? null,
    pdfUrl: invoice.invoice_pdf ?? null,
  };
}

/** Invoices that are counted: nobody looks at the number of more. */
const COUNTED = 10_000;

/** The newest invoices of a customer, or those after one. */
const readInvoices = ({ stripe }: BillingContext, customer: string, most: number, after: string | null) =>
  stripe.read((sdk) =>
    sdk.invoices
      .list({ customer, limit: Math.min(STRIPES_LIMIT, most), ...(after !== null && { starting_after: after }) })
      .autoPagingToArray({ limit: most }),
  );

/** Asked of Stripe each time: its links live for a while only, and are never kept. */
export const listInvoices: Service<'billing.invoices'> =
  (context) =>
  async (actor, { workspaceId, cursor, limit = DEFAULT_PAGE_SIZE }) => {
    const { billing, seq } = await enterBilling(context, 'billing.invoices', actor, workspaceId);
    const scope = JSON.stringify(['billing.invoices', workspaceId]);
    const after = cursor === undefined ? null : context.cursors.decode(scope, cursor).id;
    const { customerId: customer = null } = (await findAccount(context.database, workspaceId)) ?? {};
    if (customer === null) return { items: [], nextCursor: null, totalCount: 0, seq };
    const found = await readInvoices(billing, customer, limit + 1, after);
    const now = context.clock();
    const items = await Promise.all(found.slice(0, limit).map((invoice) => toInvoice(billing, invoice, now)));
    const last = items.at(-1);
    if (found.length <= limit || !last)
      return { items, nextCursor: null, ...(after === null && { totalCount: items.length }), seq };
    // Stripe counts nothing: the first page of several costs a request for each hundred.
    const all = after === null ? await readInvoices(billing, customer, COUNTED, null) : [];
    const nextCursor = context.cursors.encode(scope, { key: '', id: last.id });
    return { items, nextCursor, ...(after === null && { totalCount: all.length }), seq };
  };

import type { Stripe } from 'stripe';
import type { StripeApi } from './api.js';
import { isRefusal } from './errors.js';

/** An invoice with all of its lines. */
export interface WholeInvoice {
  readonly invoice: Stripe.Invoice;
  readonly lines: readonly Stripe.InvoiceLineItem[];
}

/** A payment that failed: its invoice, and what the bank said last. */
export interface FailedInvoice {
  readonly invoice: Stripe.Invoice;
  readonly error: Stripe.PaymentIntent.LastPaymentError | null;
}

/** All that Stripe holds of a workspace's customer, as far as anybody asks us for it. */
export interface StripeAccount {
  readonly customer: Stripe.Customer;
  /** Newest first. */
  readonly taxIds: readonly Stripe.TaxId[];
  /** All there ever were, newest first. */
  readonly subscriptions: readonly Stripe.Subscription[];
  /** The one that counts. See {@link pickSubscription}. */
  readonly subscription: Stripe.Subscription | null;
  /** Newest first. */
  readonly paymentMethods: readonly Stripe.PaymentMethod[];
  /** The oldest that was tried and is owed still. */
  readonly failed: FailedInvoice | null;
  /** What comes next; null where nothing does. */
  readonly upcoming: WholeInvoice | null;
}

const MOST = 1_000;
const LIVE = new Set(['trialing', 'active', 'past_due', 'unpaid', 'paused']);

/** Whether a subscription gives what it is for. */
export const isLive = ({ status }: Pick<Stripe.Subscription, 'status'>): boolean => LIVE.has(status);

/**
 * The one subscription of a customer that counts: the oldest that lives, since a second one is a mistake that must not
 * hide it; else the newest that waits for its first payment. One that ended never counts.
 */
export function pickSubscription(all: readonly Stripe.Subscription[]): Stripe.Subscription | null {
  const byAge = all.toSorted((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  return byAge.find(isLive) ?? byAge.findLast(({ status }) => status === 'incomplete') ?? null;
}

/** All lines of an invoice, or of the preview of one; the first ten, where Stripe does not tell more of a preview. */
export async function readLines(
  stripe: StripeApi,
  invoice: Stripe.Invoice,
): Promise<readonly Stripe.InvoiceLineItem[]> {
  if (!invoice.lines.has_more) return invoice.lines.data;
  try {
    return await stripe.read((sdk) =>
      sdk.invoices.listLineItems(invoice.id, { limit: 100 }).autoPagingToArray({ limit: MOST }),
    );
  } catch (error) {
    if (isRefusal(error, 'resource_missing')) return invoice.lines.data;
    throw error;
  }
}

/** The next bill as things stand. */
async function readUpcoming(stripe: StripeApi, subscription: Stripe.Subscription): Promise<WholeInvoice | null> {
  const { customer, id } = subscription;
  const customerId = typeof customer === 'string' ? customer : customer.id;
  try {
    const invoice = await stripe.read((sdk) => sdk.invoices.createPreview({ customer: customerId, subscription: id }));
    return { invoice, lines: await readLines(stripe, invoice) };
  } catch (error) {
    // It ends, and there is nothing more to pay.
    if (isRefusal(error, 'invoice_upcoming_none')) return null;
    throw error;
  }
}

async function readFailed(
  stripe: StripeApi,
  customerId: string,
  subscription: Stripe.Subscription,
): Promise<FailedInvoice | null> {
  const open = await stripe.read((sdk) =>
    sdk.invoices
      .list({ customer: customerId, subscription: subscription.id, status: 'open', limit: 100 })
      .autoPagingToArray({ limit: MOST }),
  );
  const invoice = open.toSorted((a, b) => a.created - b.created).find(({ attempt_count }) => attempt_count > 0);
  if (!invoice) return null;
  const { data } = await stripe.read((sdk) =>
    sdk.invoicePayments.list({ invoice: invoice.id, expand: ['data.payment.payment_intent'], limit: 100 }),
  );
  const intent = data.find(({ is_default }) => is_default)?.payment.payment_intent ?? data[0]?.payment.payment_intent;
  return { invoice, error: (typeof intent === 'object' && intent.last_payment_error) || null };
}

/**
 * Reads a customer afresh.
 *
 * @returns null where it was deleted at Stripe
 * @throws StripeRefusal `resource_missing` where Stripe never had it: the keys are of another account then
 */
export async function fetchAccount(stripe: StripeApi, customerId: string): Promise<StripeAccount | null> {
  const customer = await stripe.read((sdk) => sdk.customers.retrieve(customerId, { expand: ['tax_ids'] }));
  if (customer.deleted) return null;
  const [subscriptions, paymentMethods] = await Promise.all([
    stripe.read((sdk) =>
      sdk.subscriptions
        .list({
          customer: customerId,
          status: 'all',
          limit: 100,
          expand: ['data.schedule', 'data.latest_invoice'],
        })
        .autoPagingToArray({ limit: MOST }),
    ),
    stripe.read((sdk) =>
      sdk.paymentMethods.list({ customer: customerId, limit: 100 }).autoPagingToArray({ limit: MOST }),
    ),
  ]);
  const subscription = pickSubscription(subscriptions);
  const owes = subscription?.status === 'past_due' || subscription?.status === 'unpaid';
  const [failed, upcoming, taxIds] = await Promise.all([
    subscription && owes ? readFailed(stripe, customerId, subscription) : null,
    subscription && isLive(subscription) ? readUpcoming(stripe, subscription) : null,
    customer.tax_ids && !customer.tax_ids.has_more
      ? customer.tax_ids.data
      : stripe.read((sdk) => sdk.customers.listTaxIds(customerId, { limit: 100 }).autoPagingToArray({ limit: MOST })),
  ]);
  return { customer, taxIds, subscriptions, subscription, paymentMethods, failed, upcoming };
}

import type { Stripe } from 'stripe';
import type { Billing } from 'guildhall/contract';

const PAYS = ['trialing', 'active', 'past_due', 'unpaid', 'paused'];
const idOf = (thing: string | { id: string } | null | undefined) =>
  typeof thing === 'string' ? thing : (thing?.id ?? null);
const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString();

/** What can be compared of an account: each told by Stripe in words of its own. */
export interface Picture {
  readonly status: string;
  readonly lookupKey: string | null;
  readonly quantity: number | null;
  readonly periodEnd: string | null;
  readonly endsAt: string | null;
  readonly nextDue: number | null;
  readonly owed: string | null;
  readonly credit: number;
  readonly cards: readonly string[];
  readonly defaultCard: string | null;
  readonly email: string | null;
  readonly taxIds: readonly string[];
}

const NOBODY: Picture = {
  status: 'none',
  lookupKey: null,
  quantity: null,
  periodEnd: null,
  endsAt: null,
  nextDue: null,
  owed: null,
  credit: 0,
  cards: [],
  defaultCard: null,
  email: null,
  taxIds: [],
};

/** Whether something is left of a bill: prorations of one price and period can take each other back to the last seat. */
function saysSomething({ data }: Stripe.ApiList<Stripe.InvoiceLineItem>): boolean {
  const left = new Map<string, { amount: number; seats: number }>();
  for (const { amount, quantity, parent, pricing, period } of data) {
    const isProration = (parent?.subscription_item_details ?? parent?.invoice_item_details)?.proration === true;
    if (!isProration) return true;
    const key = JSON.stringify([pricing?.price_details?.price, period]);
    const before = left.get(key) ?? { amount: 0, seats: 0 };
    left.set(key, { amount: before.amount + amount, seats: before.seats + (amount < 0 ? -1 : 1) * (quantity ?? 0) });
  }
  return [...left.values()].some(({ amount, seats }) => amount !== 0 || seats !== 0);
}

async function nextDueOf(stripe: Stripe, customer: string, subscription: string): Promise<number | null> {
  const preview = await stripe.invoices.createPreview({ customer, subscription }).catch(() => null);
  return preview && saysSomething(preview.lines) ? preview.amount_due : null;
}

async function owedBy(stripe: Stripe, customer: string, subscription: Stripe.Subscription): Promise<string | null> {
  if (subscription.status !== 'past_due' && subscription.status !== 'unpaid') return null;
  const { data } = await stripe.invoices.list({ customer, subscription: subscription.id, status: 'open', limit: 100 });
  const tried = data.filter(({ attempt_count }) => attempt_count > 0).at(-1);
  return tried ? `${tried.id} ${tried.amount_remaining} after ${tried.attempt_count}` : null;
}

/** What Stripe holds of a customer, read without any code of the server's. */
export async function pictureAtStripe(stripe: Stripe, customerId: string | null): Promise<Picture> {
  if (customerId === null) return NOBODY;
  const customer = await stripe.customers.retrieve(customerId, { expand: ['tax_ids'] });
  if (customer.deleted) return NOBODY;
  const { data: all } = await stripe.subscriptions.list({ customer: customerId, status: 'all', limit: 100 });
  const paid = all.filter(({ status }) => PAYS.includes(status)).at(-1);
  const { data: cards } = await stripe.paymentMethods.list({ customer: customerId, limit: 100 });
  const item = paid?.items.data[0];
  return {
    status: paid?.status ?? (all.some(({ status }) => status === 'incomplete') ? 'incomplete' : 'none'),
    lookupKey: item?.price.lookup_key ?? null,
    quantity: item?.quantity ?? null,
    periodEnd: item ? isoOf(item.current_period_end) : null,
    endsAt: paid?.cancel_at
      ? isoOf(paid.cancel_at)
      : paid?.cancel_at_period_end && item
        ? isoOf(item.current_period_end)
        : null,
    nextDue: paid ? await nextDueOf(stripe, customerId, paid.id) : null,
    owed: paid ? await owedBy(stripe, customerId, paid) : null,
    credit: Math.max(0, -customer.balance),
    cards: cards.map(({ id }) => id).toSorted(),
    defaultCard: idOf(paid?.default_payment_method) ?? idOf(customer.invoice_settings.default_payment_method),
    email: customer.email,
    taxIds: (customer.tax_ids?.data ?? []).map(({ value }) => value).toSorted(),
  };
}

/** The same of what the server tells. `quantity` is its own: people are told of seats alone. */
export function pictureHere(billing: Billing, quantity: number | null): Picture {
  const { plan, interval, pastDue, cancellation, period, paymentMethods, details } = billing;
  const isPaid = plan !== null && interval !== null;
  return {
    status: billing.status,
    lookupKey: isPaid ? `guildhall:${plan.id}:${interval}:${plan.currency}:${plan.prices[interval]}` : null,
    quantity,
    periodEnd: period?.end ?? null,
    endsAt: cancellation?.endsAt ?? null,
    nextDue: billing.nextBill?.due.amount ?? null,
    owed: pastDue && `${pastDue.invoiceId} ${pastDue.amount.amount} after ${pastDue.attempts}`,
    credit: billing.credit?.amount ?? 0,
    cards: paymentMethods.map(({ id }) => id).toSorted(),
    defaultCard: paymentMethods.find(({ isDefault }) => isDefault)?.id ?? null,
    email: details.email,
    taxIds: details.taxIds.map(({ value }) => value).toSorted(),
  };
}

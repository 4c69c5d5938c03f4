import type { Stripe } from './stripe/types.js';
import { declineReason } from 'guildhall/contract';
import type { BillingDetails, BillingStatus, PaymentMethod, ScheduledChange } from 'guildhall/contract';
import type { billingAccounts } from '../db/billingSchema.js';
import { isoOf, toBill } from './bills.js';
import type { AccountSnapshot } from './snapshot.js';
import { isLive } from './stripe/fetch.js';
import type { FailedInvoice, StripeAccount } from './stripe/fetch.js';
import type { PriceBook, PricedPlan } from './stripe/prices.js';

type Row = typeof billingAccounts.$inferSelect;

/** What of an account's row is Stripe's to say. The same account at Stripe gives the same projection, whatever came before. */
export type Projection = Omit<
  Row,
  | 'workspaceId'
  | 'cancelRequestedBy'
  | 'cancelRequestedAt'
  | 'pauseTold'
  | 'version'
  | 'operations'
  | 'syncedAt'
  | 'dirtyAt'
  | 'leaseHolder'
  | 'leaseUntil'
  | 'createdAt'
>;

/** Marks a customer whose name is the workspace's, and follows it. */
export const NAMED_BY_WORKSPACE = 'guildhall_named_by_workspace';

const dateOf = (seconds: number | null | undefined) => (typeof seconds === 'number' ? new Date(seconds * 1000) : null);
const idOf = (thing: string | { id: string } | null | undefined) =>
  typeof thing === 'string' ? thing : (thing?.id ?? null);

/** The method that the next payment is taken from. */
export function defaultMethodOf({ customer, subscription }: Pick<StripeAccount, 'customer' | 'subscription'>) {
  return idOf(subscription?.default_payment_method) ?? idOf(customer.invoice_settings.default_payment_method);
}

/** What a card's holder sees on a receipt, and nothing more. Other kinds keep these under their own names. */
interface Printed {
  readonly brand?: string | null;
  readonly bank_name?: string | null;
  readonly bank_code?: string | null;
  readonly last4?: string | null;
  readonly exp_month?: number | null;
  readonly exp_year?: number | null;
}

function toPaymentMethod(method: Stripe.PaymentMethod, defaultId: string | null): PaymentMethod {
  const { id, type } = method;
  const printed = ((method as unknown as Record<string, unknown>)[type] ?? {}) as Printed;
  return {
    id,
    type,
    brand: printed.brand ?? printed.bank_name ?? printed.bank_code ?? null,
    last4: printed.last4 ?? null,
    expiryMonth: printed.exp_month ?? null,
    expiryYear: printed.exp_year ?? null,
    isDefault: id === defaultId,
  };
}

/** The default first, the others from the oldest. */
function toPaymentMethods(account: StripeAccount): PaymentMethod[] {
  const defaultId = defaultMethodOf(account);
  return account.paymentMethods
    .toReversed()
    .map((method) => toPaymentMethod(method, defaultId))
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

const VERIFICATIONS = ['pending', 'verified', 'unverified', 'unavailable'] as const;

function toDetails({ customer, taxIds }: StripeAccount): BillingDetails {
  const { name, email, address, metadata } = customer;
  return {
    name: metadata[NAMED_BY_WORKSPACE] === 'true' ? null : (name ?? null) || null,
    email: email || null,
    address: address
      ? {
          line1: address.line1 ?? '',
          line2: address.line2 ?? '',
          city: address.city ?? '',
          postalCode: address.postal_code ?? '',
          state: address.state ?? '',
          country: address.country ?? '',
        }
      : null,
    taxIds: taxIds.toReversed().map(({ type, value, verification }) => ({
      type,
      value,
      verification: VERIFICATIONS.find((status) => status === verification?.status) ?? 'unavailable',
    })),
  };
}

/** The item that is the plan: host's own items beside it do not count. */
async function planItemOf(book: PriceBook, { items }: Stripe.Subscription) {
  const priced = await Promise.all(items.data.map(async (item) => ({ item, ...(await book.planOf(item.price)) })));
  return priced.find(({ plan }) => plan.prices.month !== null || plan.prices.year !== null) ?? null;
}

const amountPerYear = ({ plan, interval }: PricedPlan, quantity: number) =>
  (plan.prices[interval] ?? 0) * quantity * (interval === 'month' ? 12 : 1);

/** What a schedule makes of the plan when its current phase ends, where that is something else. */
async function toScheduled(
  book: PriceBook,
  subscription: Stripe.Subscription,
  current: PricedPlan & { quantity: number },
): Promise<ScheduledChange | null> {
  const { schedule } = subscription;
  if (!schedule || typeof schedule === 'string' || !schedule.current_phase) return null;
  const { end_date } = schedule.current_phase;
  const next = schedule.phases.find(({ start_date }) => start_date >= end_date);
  const price = next?.items[0]?.price;
  if (!next || price === undefined) return null;
  const { plan, interval } = await book.planOf(idOf(price) ?? '');
  const quantity = next.items[0]?.quantity ?? 1;
  const isSame = plan.id === current.plan.id && interval === current.interval && quantity === current.quantity;
  if (isSame && amountPerYear({ plan, interval }, quantity) === amountPerYear(current, current.quantity)) return null;
  return {
    at: isoOf(next.start_date),
    planId: plan.id,
    interval,
    seats: plan.kind === 'per_seat' ? quantity : null,
  };
}

/** When the first attempt was: an invoice is tried when it is made final, and again later. */
const failedAt = ({ status_transitions, created }: Stripe.Invoice) => status_transitions.finalized_at ?? created;

function pastDueSince({ subscription, failed }: StripeAccount): Date | null {
  if (failed) return dateOf(failedAt(failed.invoice));
  if (subscription?.status !== 'past_due' && subscription?.status !== 'unpaid') return null;
  const latest = subscription.latest_invoice;
  return latest && typeof latest === 'object' ? dateOf(failedAt(latest)) : dateOf(subscription.created);
}

function toPastDue(failed: FailedInvoice | null, methods: readonly PaymentMethod[]): AccountSnapshot['pastDue'] {
  if (!failed) return null;
  const { invoice, error } = failed;
  const methodId = idOf(error?.payment_method);
  return {
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    amount: { amount: invoice.amount_remaining, currency: invoice.currency },
    since: isoOf(failedAt(invoice)),
    reason: declineReason(error?.decline_code ?? error?.code),
    paymentMethodId: methods.some(({ id }) => id === methodId) ? methodId : null,
    attempts: invoice.attempt_count,
    nextAttemptAt: invoice.next_payment_attempt === null ? null : isoOf(invoice.next_payment_attempt),
  };
}

function statusOf(subscription: Stripe.Subscription | null): BillingStatus {
  if (!subscription) return 'none';
  return isLive(subscription) ? (subscription.status as BillingStatus) : 'incomplete';
}

/** What stands in an account's row beside its plan. */
async function toMoney(book: PriceBook, account: StripeAccount, periodEnd: Date | null) {
  const { customer, subscription, upcoming, failed } = account;
  const paymentMethods = toPaymentMethods(account);
  const date = (periodEnd ?? dateOf(upcoming?.invoice.created))?.toISOString() ?? '';
  const bill = upcoming && (await toBill(book, upcoming.invoice, upcoming.lines, date));
  const snapshot: AccountSnapshot = {
    paymentMethods,
    details: toDetails(account),
    nextBill: bill && bill.lines.length > 0 ? bill : null,
    pastDue: toPastDue(failed, paymentMethods),
  };
  return {
    snapshot,
    pastDueSince: pastDueSince(account),
    credit: Math.max(0, -customer.balance),
    currency: customer.currency ?? subscription?.currency ?? null,
  };
}

const NO_PLAN = {
  planId: null,
  plan: null,
  interval: null,
  quantity: null,
  periodStart: null,
  periodEnd: null,
  trialEndsAt: null,
  cancelsAt: null,
  scheduled: null,
} as const;

/** The plan that a subscription is for, and for how long. Nothing of it counts before it is paid. */
async function toTerms(book: PriceBook, subscription: Stripe.Subscription | null) {
  if (!subscription || !isLive(subscription)) return NO_PLAN;
  const found = await planItemOf(book, subscription);
  if (!found) return NO_PLAN;
  const { item, plan, interval } = found;
  const quantity = item.quantity ?? 1;
  const { cancel_at, cancel_at_period_end, status, trial_end } = subscription;
  const cancelsAt = cancel_at ?? (cancel_at_period_end ? item.current_period_end : null);
  return {
    planId: plan.id,
    plan,
    interval,
    quantity,
    periodStart: dateOf(item.current_period_start),
    periodEnd: dateOf(item.current_period_end),
    trialEndsAt: status === 'trialing' ? dateOf(trial_end) : null,
    cancelsAt: dateOf(cancelsAt),
    scheduled: await toScheduled(book, subscription, { plan, interval, quantity }),
  };
}

/** What an account at Stripe is to a workspace; a customer that was deleted there is none. */
export async function project(book: PriceBook, account: StripeAccount | null, hadTrial: boolean): Promise<Projection> {
  if (!account) {
    const gone = { customerId: null, subscriptionId: null, scheduleId: null, status: 'none' } as const;
    return { ...gone, ...NO_PLAN, trialUsed: hadTrial, pastDueSince: null, credit: 0, currency: null, snapshot: null };
  }
  const { customer, subscription, subscriptions } = account;
  const terms = await toTerms(book, subscription);
  return {
    customerId: customer.id,
    subscriptionId: subscription?.id ?? null,
    scheduleId: idOf(subscription?.schedule),
    status: statusOf(subscription),
    ...terms,
    trialUsed: hadTrial || subscriptions.some(({ trial_start }) => trial_start !== null),
    ...(await toMoney(book, account, terms.periodEnd)),
  };
}

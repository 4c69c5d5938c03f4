import { GuildhallError, graceEnd } from '../../../contract/index.js';
import type { Billing, BillingStatus, Invoice } from '../../../contract/index.js';
import { cutPage } from '../pages.js';
import type { WorkspaceRecord } from '../records.js';
import type { Handler, Scope, Session } from '../session.js';
import type { Store } from '../store.js';
import { toPerson } from '../wire.js';
import { currencyOf, planOf } from './account.js';
import type { Account, InvoiceRecord, Subscription, Terms } from './account.js';
import { makeBill, moneyOf } from './bills.js';
import { nextBillOf } from './offers.js';
import { memberLimitIn, peopleOf } from './standing.js';

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));
const seatsOf = ({ plan, quantity }: Terms) => (plan.kind === 'per_seat' ? quantity : null);

/** Where the links of invoices and of the portal lead in a backend in memory: nowhere. */
export const BILLING_SITE = 'https://billing.example';

/** Somebody who may, in a workspace with an account. */
export interface BillingScope extends Scope {
  readonly account: Account;
}

type WorkspaceBilling = Exclude<Extract<Parameters<Session['enter']>[0], `billing.${string}`>, 'billing.catalogue'>;

/** @throws GuildhallError as `Session.enter`; `unavailable` in a world without billing, to those who may */
export function enterBilling(session: Session, operation: WorkspaceBilling, workspaceId: string): BillingScope {
  const scope = session.enter(operation, workspaceId);
  const { account } = scope.workspace;
  if (account) return { ...scope, account };
  throw new GuildhallError('unavailable', {
    message: 'This world has no billing: give it plans.',
    details: { reason: 'billing_not_configured' },
  });
}

function statusOf({ subscription, waiting }: Account): BillingStatus {
  if (!subscription) return waiting ? 'incomplete' : 'none';
  if (subscription.debt) return 'past_due';
  return subscription.isTrialing ? 'trialing' : 'active';
}

function pastDueOf({ shop, ...account }: Account, { debt }: Subscription): Billing['pastDue'] {
  if (!debt) return null;
  const { invoice, since, attempts, reason, methodId, nextAttemptAt } = debt;
  return {
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    amount: moneyOf(invoice.due, currencyOf({ shop, ...account })),
    since: iso(since),
    reason,
    paymentMethodId: account.methods.some(({ id }) => id === methodId) ? methodId : null,
    attempts,
    nextAttemptAt: isoOrNull(nextAttemptAt),
    graceEndsAt: graceEnd(iso(since), shop.graceMs),
  };
}

function subscriptionOf(account: Account) {
  const { subscription } = account;
  if (!subscription)
    return { interval: null, period: null, trialEndsAt: null, cancellation: null, scheduled: null, pastDue: null };
  const { terms, span, isTrialing, cancellation, scheduled } = subscription;
  return {
    interval: terms.interval,
    period: { start: iso(span.start), end: iso(span.end) },
    trialEndsAt: isTrialing ? iso(span.end) : null,
    cancellation: cancellation && {
      endsAt: iso(span.end),
      by: cancellation.by && toPerson(cancellation.by),
      requestedAt: cancellation.requestedAt,
    },
    scheduled: scheduled && {
      at: iso(span.end),
      planId: scheduled.plan.id,
      interval: scheduled.interval,
      seats: seatsOf(scheduled),
    },
    pastDue: pastDueOf(account, subscription),
  };
}

function methodsOf({ methods, defaultMethodId }: Account): Billing['paymentMethods'] {
  return methods
    .map(({ behaviour: _private, ...method }) => ({ ...method, isDefault: method.id === defaultMethodId }))
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

/** All that owners and billing contacts see. */
export function toBilling(store: Store, workspace: WorkspaceRecord, account: Account): Billing {
  const { subscription, credit, details, hasHadTrial } = account;
  return {
    status: statusOf(account),
    plan: structuredClone(planOf(account)),
    seats: {
      ...peopleOf(workspace, store.now()),
      paid: subscription && seatsOf(subscription.terms),
      limit: memberLimitIn(workspace),
    },
    ...subscriptionOf(account),
    nextBill: nextBillOf(account),
    credit: credit === 0 ? null : moneyOf(credit, currencyOf(account)),
    paymentMethods: methodsOf(account),
    details: structuredClone(details),
    trialAvailable: !subscription && !hasHadTrial,
    seq: workspace.seq,
  };
}

export const catalogue: Handler<'billing.catalogue'> = (session) => {
  session.user();
  const { shop } = session.store;
  if (!shop) return { mode: 'off', publishableKey: null, plans: [] };
  return { mode: shop.mode, publishableKey: `pk_${shop.mode}_memory`, plans: structuredClone([...shop.plans]) };
};

export const getBilling: Handler<'billing.get'> = (session, { workspaceId }) => {
  const { workspace, account } = enterBilling(session, 'billing.get', workspaceId);
  return toBilling(session.store, workspace, account);
};

/** Nothing can be out of date here. */
export const syncBilling: Handler<'billing.sync'> = (session, { workspaceId }) => {
  const { workspace, account } = enterBilling(session, 'billing.sync', workspaceId);
  return toBilling(session.store, workspace, account);
};

function toInvoice({ id, number, date, lines, total, due, status }: InvoiceRecord, currency: string): Invoice {
  const bill = makeBill(currency, Date.parse(date), lines, 0);
  const [largest] = bill.lines.toSorted((a, b) => b.amount.amount - a.amount.amount);
  const link = number === null ? null : `${BILLING_SITE}/invoices/${id}`;
  return {
    id,
    number,
    date,
    total: moneyOf(total, currency),
    due: moneyOf(due, currency),
    status,
    line: largest ?? null,
    lineCount: bill.lines.length,
    hostedUrl: link,
    pdfUrl: link && `${link}.pdf`,
  };
}

const newest = (a: InvoiceRecord, b: InvoiceRecord) =>
  a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1;

export const listInvoices: Handler<'billing.invoices'> = (session, input) => {
  const { workspace, account } = enterBilling(session, 'billing.invoices', input.workspaceId);
  return cutPage('billing.invoices', input, {
    rows: account.invoices.toSorted(newest),
    positionOf: ({ date, id }) => [date, id],
    descending: true,
    seq: workspace.seq,
    countTotal: session.supports.totalCount,
    toItem: (invoice) => toInvoice(invoice, currencyOf(account)),
  });
};

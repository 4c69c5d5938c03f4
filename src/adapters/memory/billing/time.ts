import { graceEnd, quantityOf } from '../../../contract/index.js';
import type { WorkspaceRecord } from '../records.js';
import type { Store } from '../store.js';
import { currencyOf, defaultMethodOf } from './account.js';
import type { Account, Debt, InvoiceRecord, Subscription, Terms } from './account.js';
import { recordTerms } from './applying.js';
import { creditAfter, makeBill, planLines } from './bills.js';
import { periodEnd } from './calendar.js';
import { askBank, collect, giveUpWaiting, issueInvoice } from './charging.js';
import type { Outcome } from './charging.js';
import { watchBilling } from './telling.js';

const DAY = 24 * 3_600_000;
/** Days from one failed payment to the next try; after the last one the plan ends. */
const RETRY_DAYS = [3, 5, 7];

const retryAfter = (now: number, attempts: number) => {
  const days = RETRY_DAYS[attempts - 1];
  return days === undefined ? null : now + days * DAY;
};

const graceEndOf = ({ shop }: Account, { since }: Debt) =>
  Date.parse(graceEnd(new Date(since).toISOString(), shop.graceMs));

/** When something happens by itself, in milliseconds since 1970. */
function nextMoment(account: Account): number {
  const { subscription, waiting } = account;
  const debt = subscription?.debt;
  return Math.min(
    waiting?.expiresAt ?? Infinity,
    subscription?.span.end ?? Infinity,
    debt?.nextAttemptAt ?? Infinity,
    debt && !debt.isGraceOver ? graceEndOf(account, debt) : Infinity,
  );
}

/** A payment failed that was tried by itself. What somebody tries in between does not count. */
function noteFailure(store: Store, debt: Debt, { reason, method }: Extract<Outcome, { status: 'failed' }>): void {
  debt.attempts += 1;
  debt.reason = reason === 'no_payment_method' ? 'declined' : reason;
  debt.methodId = method?.id ?? null;
  debt.nextAttemptAt &&= retryAfter(store.now(), debt.attempts);
}

/** Nothing is paid from now on. What was owed stays owed, and is not asked for any more. */
function endPlan(store: Store, workspace: WorkspaceRecord, account: Account, subscription: Subscription): void {
  giveUpWaiting(account);
  const { debt, terms } = subscription;
  if (debt) debt.invoice.status = 'uncollectible';
  else if (account.pending.length > 0) billRest(store, workspace, account);
  account.pending = [];
  account.subscription = null;
  recordTerms(store, workspace, account, null, terms, null);
}

/** What was used and not billed yet, once nothing else comes. */
function billRest(store: Store, workspace: WorkspaceRecord, account: Account): void {
  const bill = makeBill(currencyOf(account), store.now(), account.pending, account.credit);
  account.credit = creditAfter(account.credit, bill);
  const invoice = issueInvoice(store, workspace, account, bill);
  if (invoice.due === 0) return;
  const outcome = askBank(account, false);
  if (outcome.status === 'succeeded') collect(store, account, invoice, outcome.method.id);
  else invoice.status = 'uncollectible';
}

function fallDue(store: Store, account: Account, subscription: Subscription, invoice: InvoiceRecord): void {
  const outcome = askBank(account, false);
  if (outcome.status === 'succeeded') return collect(store, account, invoice, outcome.method.id);
  invoice.status = 'past_due';
  const now = store.now();
  const debt: Debt = {
    invoice,
    since: now,
    attempts: 0,
    reason: 'declined',
    methodId: null,
    nextAttemptAt: now,
    isGraceOver: false,
  };
  if (outcome.status === 'failed') noteFailure(store, debt, outcome);
  subscription.debt = debt;
}

/** What is paid in the next period: what was agreed, for those who are in. */
function nextTerms({ terms, scheduled }: Subscription, { members }: WorkspaceRecord): Terms {
  const { plan, interval, quantity } = scheduled ?? terms;
  return { plan, interval, quantity: quantityOf(plan, members.size, Math.max(quantity, members.size)) };
}

function renew(store: Store, workspace: WorkspaceRecord, account: Account, subscription: Subscription): void {
  const { terms: from, span, anchor } = subscription;
  if (account.waiting?.change) giveUpWaiting(account);
  const terms = nextTerms(subscription, workspace);
  const base = terms.interval === from.interval ? anchor : span.end;
  const next = { start: span.end, end: periodEnd(base, terms.interval, span.end) };
  const bill = makeBill(currencyOf(account), span.end, [...planLines(terms, next), ...account.pending], account.credit);
  account.credit = creditAfter(account.credit, bill);
  account.pending = [];
  Object.assign(subscription, { terms, span: next, anchor: base, isTrialing: false, scheduled: null });
  const invoice = issueInvoice(store, workspace, account, bill);
  if (invoice.due > 0) fallDue(store, account, subscription, invoice);
  recordTerms(store, workspace, account, null, from, terms);
}

function endPeriod(store: Store, workspace: WorkspaceRecord, account: Account, subscription: Subscription): void {
  const { cancellation, debt, isTrialing } = subscription;
  const isTrialUnpaid = isTrialing && !defaultMethodOf(account);
  if (cancellation || debt || isTrialUnpaid) endPlan(store, workspace, account, subscription);
  else renew(store, workspace, account, subscription);
}

function retry(
  store: Store,
  workspace: WorkspaceRecord,
  account: Account,
  subscription: Subscription,
  debt: Debt,
): void {
  const outcome = askBank(account, false);
  if (outcome.status === 'succeeded') {
    collect(store, account, debt.invoice, outcome.method.id);
    giveUpWaiting(account);
    subscription.debt = null;
  } else if (outcome.status === 'failed') {
    noteFailure(store, debt, outcome);
    if (debt.nextAttemptAt === null) endPlan(store, workspace, account, subscription);
  }
}

/** The one thing that happens at this moment. Where several do, the others follow at the same moment. */
function step(store: Store, workspace: WorkspaceRecord, account: Account): void {
  const now = store.now();
  const { subscription, waiting } = account;
  const debt = subscription?.debt;
  if (waiting && waiting.expiresAt <= now) return giveUpWaiting(account);
  if (!subscription) return;
  if (debt && !debt.isGraceOver && graceEndOf(account, debt) <= now) debt.isGraceOver = true;
  else if (debt && debt.nextAttemptAt !== null && debt.nextAttemptAt <= now)
    retry(store, workspace, account, subscription, debt);
  else endPeriod(store, workspace, account, subscription);
}

/** Lets everything happen that time brought since it was last looked at, each at its own moment. */
export function catchUp(store: Store): void {
  if (!store.shop) return;
  const now = store.now();
  for (const workspace of store.workspaces.values()) {
    const { account } = workspace;
    if (!account) continue;
    for (let moment = nextMoment(account); moment <= now; moment = nextMoment(account)) {
      store.at(moment, () => {
        const tell = watchBilling(store, workspace);
        step(store, workspace, account);
        tell();
      });
    }
  }
}

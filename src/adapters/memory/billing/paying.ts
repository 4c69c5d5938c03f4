import { GuildhallError } from '../../../contract/index.js';
import type { Payment } from '../../../contract/index.js';
import type { WorkspaceRecord } from '../records.js';
import type { Handler } from '../session.js';
import type { Store } from '../store.js';
import { currencyOf } from './account.js';
import type { Account, InvoiceRecord, Waiting } from './account.js';
import { applyOffer, countSeats } from './applying.js';
import { moneyOf } from './bills.js';
import { WAITING_MS } from './changing.js';
import { askBank, collect, giveUpWaiting, paymentRequired } from './charging.js';
import { BILLING_SITE, enterBilling, toBilling } from './reading.js';
import type { BillingScope } from './reading.js';
import { watchBilling } from './telling.js';

/** What is to be paid, and what becomes true then. */
interface Owed {
  readonly invoice: InvoiceRecord;
  readonly change: Waiting['change'];
}

/** A payment that failed, or a first one that nobody confirmed. */
function owedBy({ subscription, waiting }: Account): Owed {
  if (subscription?.debt) return { invoice: subscription.debt.invoice, change: null };
  if (waiting && !subscription) return waiting;
  throw new GuildhallError('conflict', {
    message: 'Nothing is due. Ask for the account anew.',
    details: { reason: 'nothing_due' },
  });
}

function settle(
  store: Store,
  workspace: WorkspaceRecord,
  account: Account,
  { invoice, change }: Owed,
  methodId: string,
) {
  collect(store, account, invoice, methodId);
  account.waiting = null;
  if (change) applyOffer(store, workspace, account, change.offer, change.by);
  else if (account.subscription) account.subscription.debt = null;
  countSeats(store, workspace);
}

function payNow(store: Store, { account, workspace }: BillingScope, owed: Owed, tell: () => void): Payment {
  const amount = moneyOf(owed.invoice.due, currencyOf(account));
  const outcome = askBank(account, true);
  const { status } = outcome;
  if (status === 'failed') {
    const debt = account.subscription?.debt;
    if (debt && outcome.reason !== 'no_payment_method') {
      Object.assign(debt, { reason: outcome.reason, methodId: outcome.method?.id ?? null });
      tell();
    }
    throw paymentRequired(outcome.reason);
  }
  if (status === 'succeeded') {
    settle(store, workspace, account, owed, outcome.method.id);
    return { status, amount };
  }
  const clientSecret = `${store.nextId('pi')}_secret`;
  const expiresAt = store.now() + WAITING_MS;
  account.waiting = { ...owed, clientSecret, amount: amount.amount, methodId: outcome.method.id, expiresAt };
  return { status, amount, clientSecret };
}

export const retryPayment: Handler<'billing.retryPayment'> = (session, { workspaceId }) => {
  const { store } = session;
  const scope = enterBilling(session, 'billing.retryPayment', workspaceId);
  const owed = owedBy(scope.account);
  const tell = watchBilling(store, scope.workspace);
  const payment = payNow(store, scope, owed, tell);
  tell();
  return { billing: toBilling(store, scope.workspace, scope.account), payment };
};

export const openPortal: Handler<'billing.openPortal'> = (session, { workspaceId, returnPath }) => {
  enterBilling(session, 'billing.openPortal', workspaceId);
  const url = new URL(`${BILLING_SITE}/portal/${session.store.nextId('bps')}`);
  if (returnPath !== undefined) url.searchParams.set('return', returnPath);
  return { url: url.href };
};

/**
 * The payer's answer to their bank.
 *
 * @throws Error where no payment waits for it, as Stripe.js would tell of an intent that was cancelled
 */
export function answerBank(store: Store, clientSecret: string, answer: 'complete' | 'fail'): void {
  const found = [...store.workspaces.values()].find(({ account }) => account?.waiting?.clientSecret === clientSecret);
  const { account } = found ?? {};
  if (!found || !account?.waiting) throw new Error(`No payment waits for an answer to ${clientSecret}.`);
  const { waiting } = account;
  const tell = watchBilling(store, found);
  if (answer === 'complete') settle(store, found, account, waiting, waiting.methodId);
  else {
    giveUpWaiting(account);
    if (account.subscription?.debt) account.subscription.debt.reason = 'authentication_required';
  }
  tell();
}

import { GuildhallError } from '../../../contract/index.js';
import type { Bill, DeclineReason } from '../../../contract/index.js';
import type { WorkspaceRecord } from '../records.js';
import type { Store } from '../store.js';
import { defaultMethodOf } from './account.js';
import { areInvitationsPausedIn } from './standing.js';
import type { Account, InvoiceRecord, MethodRecord } from './account.js';

/** What a bank says when it is asked for money. */
export type Outcome =
  | { readonly status: 'succeeded' | 'requires_action'; readonly method: MethodRecord }
  | {
      readonly status: 'failed';
      readonly reason: DeclineReason | 'no_payment_method';
      readonly method: MethodRecord | null;
    };

/**
 * Asks the bank of the default payment method.
 *
 * @param isPresent whether the payer is there to answer a question of the bank's
 */
export function askBank(account: Account, isPresent: boolean): Outcome {
  const method = defaultMethodOf(account);
  if (!method) return { status: 'failed', reason: 'no_payment_method', method };
  switch (method.behaviour) {
    case 'good':
      return { status: 'succeeded', method };
    case 'needs_authentication':
      return isPresent
        ? { status: 'requires_action', method }
        : { status: 'failed', reason: 'authentication_required', method };
    case 'declines':
      return { status: 'failed', reason: 'declined', method };
    case 'insufficient_funds':
      return { status: 'failed', reason: 'insufficient_funds', method };
  }
}

/** The error of a payment that was not made. */
export function paymentRequired(reason: DeclineReason | 'no_payment_method' | 'past_due') {
  return new GuildhallError('payment_required', { message: `Nothing was paid: ${reason}.`, details: { reason } });
}

/** Inviting waits for a payment that failed long ago. @throws GuildhallError `payment_required` with `past_due` */
export function checkNotPaused(workspace: WorkspaceRecord): void {
  if (areInvitationsPausedIn(workspace)) throw paymentRequired('past_due');
}

/** Numbers go on from the last one, as they were seeded. */
function nextNumber({ id }: WorkspaceRecord, { invoices }: Account): string {
  const last = /^(.*-)(\d+)$/u.exec(invoices.findLast(({ number }) => number !== null)?.number ?? '');
  const [
    ,
    prefix = `${id
      .replaceAll(/[^a-z0-9]/giu, '')
      .slice(0, 8)
      .toUpperCase()}-`,
    digits = '0000',
  ] = last ?? [];
  return prefix + String(Number(digits) + 1).padStart(digits.length, '0');
}

/** Makes an invoice of a bill. Nothing is paid yet, unless there is nothing to pay. */
export function issueInvoice(store: Store, workspace: WorkspaceRecord, account: Account, bill: Bill): InvoiceRecord {
  const invoice: InvoiceRecord = {
    id: store.nextId('in'),
    number: nextNumber(workspace, account),
    date: store.timestamp(),
    lines: bill.lines,
    total: bill.total.amount,
    due: bill.due.amount,
    status: bill.due.amount === 0 ? 'paid' : 'open',
  };
  account.invoices.push(invoice);
  return invoice;
}

/** Takes the money of an invoice. */
export function collect(store: Store, account: Account, invoice: InvoiceRecord, paymentMethodId: string): void {
  account.charges.push({ at: store.timestamp(), amount: invoice.due, invoiceId: invoice.id, paymentMethodId });
  invoice.due = 0;
  invoice.status = 'paid';
}

/** Gives up a payment that waits for an answer, and what it was for. */
export function giveUpWaiting(account: Account): void {
  const { waiting } = account;
  account.waiting = null;
  if (!waiting?.change) return;
  waiting.invoice.status = 'void';
  waiting.invoice.due = 0;
}

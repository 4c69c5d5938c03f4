import { quantityOf } from '../../../contract/index.js';
import type { Plan } from '../../../contract/index.js';
import type { UserRecord, WorkspaceRecord } from '../records.js';
import type { Store } from '../store.js';
import { freePlanOf } from './account.js';
import type { Account, Offer, Terms } from './account.js';
import { changeLines, creditAfter } from './bills.js';
import { giveUpWaiting } from './charging.js';
import { watchBilling } from './telling.js';
import { wholeSecond } from './calendar.js';

const nameOf = (plan: Plan | null) => plan?.name ?? null;

/** Writes down which plan, or how many seats, became which. Nobody is the actor of what time does. */
export function recordTerms(
  store: Store,
  workspace: WorkspaceRecord,
  account: Account,
  actor: UserRecord | null,
  from: Terms | null,
  to: Terms | null,
): void {
  const free = freePlanOf(account.shop);
  const [before, after] = [from?.plan ?? free, to?.plan ?? free];
  if (before?.id !== after?.id) {
    store.record(workspace, actor, 'billing.plan_changed', { from: nameOf(before), to: nameOf(after) });
  } else if (from && to && to.plan.seats === 'prepaid' && from.quantity !== to.quantity) {
    store.record(workspace, actor, 'billing.seats_changed', { from: from.quantity, to: to.quantity });
  }
}

/** Ends a plan with its period. */
export function scheduleEnd(store: Store, workspace: WorkspaceRecord, account: Account, by: UserRecord): void {
  const { subscription } = account;
  if (!subscription || subscription.cancellation) return;
  subscription.scheduled = null;
  subscription.cancellation = { by, requestedAt: store.timestamp() };
  const endsAt = new Date(subscription.span.end).toISOString();
  store.record(workspace, by, 'billing.plan_cancelled', { plan: subscription.terms.plan.name, endsAt });
}

function applyLater(store: Store, workspace: WorkspaceRecord, account: Account, { to }: Offer, by: UserRecord): void {
  const { subscription } = account;
  if (!subscription) return;
  if (to.plan.kind === 'free') return scheduleEnd(store, workspace, account, by);
  subscription.cancellation = null;
  subscription.scheduled = to;
}

/** Makes what was offered true. What it costs is paid by now. */
export function applyOffer(
  store: Store,
  workspace: WorkspaceRecord,
  account: Account,
  offer: Offer,
  by: UserRecord,
): void {
  const { to, begins, now, settles, isTrial } = offer;
  if (!begins) return applyLater(store, workspace, account, offer, by);
  if (now) account.credit = creditAfter(account.credit, now);
  account.pending = account.pending.filter((line) => !settles.includes(line));
  const from = account.subscription?.terms ?? null;
  const debt = account.subscription?.debt ?? null;
  account.subscription = { terms: to, ...begins, isTrialing: isTrial, cancellation: null, scheduled: null, debt };
  account.hasHadTrial ||= isTrial;
  recordTerms(store, workspace, account, by, from, to);
}

/**
 * Brings a plan that counts its members to their number: the difference for the rest of the period is on the next
 * bill. A change that waits for the payer's bank was of another number, and is given up.
 */
export function countSeats(store: Store, workspace: WorkspaceRecord): void {
  const { account } = workspace;
  const subscription = account?.subscription;
  if (!account || subscription?.terms.plan.seats !== 'automatic') return;
  const { terms, span, isTrialing } = subscription;
  const to = { ...terms, quantity: quantityOf(terms.plan, workspace.members.size, undefined) };
  if (to.quantity === terms.quantity) return;
  const tell = watchBilling(store, workspace);
  if (account.waiting?.change) giveUpWaiting(account);
  if (!isTrialing) account.pending = [...account.pending, ...changeLines(terms, to, span, wholeSecond(store.now()))];
  subscription.terms = to;
  tell();
}

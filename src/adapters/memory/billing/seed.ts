import { DEFAULT_GRACE_MS, areInvitationsPaused, recurringAmount } from '../../../contract/index.js';
import type { Plan } from '../../../contract/index.js';
import type { World, WorldAccount, WorldInvoice, WorldPaymentMethod } from '../../../testing/world.js';
import type { UserRecord, WorkspaceRecord } from '../records.js';
import { emptyAccount, termsOf } from './account.js';
import type { Account, Debt, InvoiceRecord, MethodRecord, Shop, Subscription } from './account.js';
import { planLines } from './bills.js';
import { periodEnd, wholeSecond } from './calendar.js';
import { peopleOf } from './standing.js';

const DAY = 24 * 3_600_000;

/** What the host of a world sells; null where billing is off. */
export function shopOf({ billing }: World): Shop | null {
  if (!billing) return null;
  const { plans, graceMs = DEFAULT_GRACE_MS, mode = 'test' } = billing;
  return { plans, graceMs, mode };
}

function knownPlan({ plans }: Shop, planId: string): Plan {
  const plan = plans.find(({ id }) => id === planId);
  if (!plan) throw new Error(`The world sells no plan ${planId}.`);
  return plan;
}

function methodOf(seed: WorldPaymentMethod, now: number): MethodRecord {
  return {
    type: 'card',
    brand: 'visa',
    last4: '4242',
    expiryMonth: 8,
    expiryYear: new Date(now).getUTCFullYear() + 2,
    behaviour: 'good',
    ...seed,
  };
}

function invoiceOf({ id, number = null, date, lines, status = 'paid' }: WorldInvoice): InvoiceRecord {
  const total = lines.reduce((sum, { amount }) => sum + amount.amount, 0);
  const due = status === 'paid' || status === 'void' ? 0 : total;
  return { id, number, date, lines: structuredClone([...lines]), total, due, status };
}

function debtOf(
  account: Account,
  seed: WorldAccount,
  subscription: Omit<Subscription, 'debt'>,
  now: number,
): Debt | null {
  if (!seed.pastDue) return null;
  const { start } = subscription.span;
  const { since, reason = 'declined', attempts = 1, nextAttemptAt } = seed.pastDue;
  const failedAt = since === undefined ? start : Date.parse(since);
  const owed = account.invoices.findLast(({ status }) => status === 'past_due');
  const made = () => {
    const lines = planLines(subscription.terms, subscription.span);
    const total = recurringAmount(subscription.terms);
    const date = new Date(failedAt).toISOString();
    const invoice: InvoiceRecord = { id: 'in_owed', number: null, date, lines, total, due: total, status: 'past_due' };
    account.invoices.push(invoice);
    return invoice;
  };
  return {
    invoice: owed ?? made(),
    since: failedAt,
    attempts,
    reason,
    methodId: account.defaultMethodId,
    nextAttemptAt:
      nextAttemptAt === null ? null : Date.parse(nextAttemptAt ?? new Date(failedAt + 3 * DAY).toISOString()),
    isGraceOver: areInvitationsPaused(new Date(failedAt).toISOString(), now, account.shop.graceMs),
  };
}

function subscriptionOf(
  account: Account,
  seed: WorldAccount,
  workspace: WorkspaceRecord,
  now: number,
  userOf: (userId: string) => UserRecord,
): Subscription | null {
  if (seed.planId === undefined) return null;
  const { shop } = account;
  const { interval = 'month', trialing = false, cancellation, scheduled } = seed;
  const people = peopleOf(workspace, now);
  const start = seed.period ? Date.parse(seed.period.start) : wholeSecond(now);
  const end = seed.period ? Date.parse(seed.period.end) : periodEnd(start, interval, start);
  const subscription = {
    terms: termsOf(account, knownPlan(shop, seed.planId), interval, people, seed.seats),
    span: { start, end },
    anchor: end,
    isTrialing: trialing,
    cancellation: cancellation
      ? { by: cancellation.by ? userOf(cancellation.by) : null, requestedAt: cancellation.requestedAt ?? null }
      : null,
    scheduled: scheduled
      ? termsOf(account, knownPlan(shop, scheduled.planId), scheduled.interval ?? interval, people, scheduled.seats)
      : null,
  };
  return { ...subscription, debt: debtOf(account, seed, subscription, now) };
}

/** Opens a workspace's account as the world tells; null where billing is off. The workspace has its people by then. */
export function seedAccount(
  shop: Shop | null,
  seed: WorldAccount = {},
  workspace: WorkspaceRecord,
  now: number,
  userOf: (userId: string) => UserRecord,
): Account | null {
  if (!shop) return null;
  const account = emptyAccount(shop);
  account.methods = (seed.paymentMethods ?? []).map((method) => methodOf(method, now));
  account.defaultMethodId = account.methods[0]?.id ?? null;
  Object.assign(account.details, structuredClone(seed.details ?? {}));
  account.invoices.push(...(seed.invoices ?? []).map(invoiceOf));
  account.pending = structuredClone([...(seed.pending ?? [])]);
  account.credit = seed.credit ?? 0;
  account.hasHadTrial = seed.trialUsed ?? (seed.planId !== undefined || account.invoices.length > 0);
  account.subscription = subscriptionOf(account, seed, workspace, now, userOf);
  return account;
}

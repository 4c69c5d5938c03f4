import { graceEnd } from 'guildhall/contract';
import type { Billing, BillingStatus, Interval, Person, Plan, ScheduledChange } from 'guildhall/contract';
import { notFound, signedIn } from '../../context.js';
import type { Context, Service } from '../../context.js';
import { statement } from '../../db/database.js';
import { iso, personOrNullJson } from '../../db/sql.js';
import { moneyOf } from '../bills.js';
import type { BillingContext } from '../context.js';
import { currentPlan } from '../limits.js';
import type { AccountSnapshot } from '../snapshot.js';
import { enterBilling } from './enter.js';

/** An account as JSON, made by {@link READ}. */
interface AccountFacts {
  readonly status: BillingStatus;
  readonly planId: string | null;
  readonly plan: Plan | null;
  readonly interval: Interval | null;
  readonly quantity: number | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly trialEndsAt: string | null;
  readonly trialUsed: boolean;
  readonly cancelsAt: string | null;
  readonly cancelRequestedAt: string | null;
  readonly scheduled: ScheduledChange | null;
  readonly credit: number;
  readonly currency: string | null;
  readonly snapshot: AccountSnapshot | null;
}

interface BillingRow {
  readonly seq: number;
  readonly memberLimit: number | null;
  readonly members: number;
  readonly invited: number;
  readonly canceller: Person | null;
  readonly account: AccountFacts | null;
}

const READ = statement<BillingRow>(
  'billing_read',
  `select w.seq::float8 as seq, w.member_limit as "memberLimit",
          (select count(*)::int from guildhall.members m where m.workspace_id = w.id) as members,
          (select count(*)::int from guildhall.invitations i
            where i.workspace_id = w.id and i.status = 'pending' and i.expires_at > $2) as invited,
          ${personOrNullJson('u')} as canceller,
          case when a.workspace_id is not null then json_build_object(
            'status', a.status, 'planId', a.plan_id, 'plan', a.plan, 'interval', a.interval, 'quantity', a.quantity,
            'periodStart', ${iso('a.period_start')}, 'periodEnd', ${iso('a.period_end')},
            'trialEndsAt', ${iso('a.trial_ends_at')}, 'trialUsed', a.trial_used, 'cancelsAt', ${iso('a.cancels_at')},
            'cancelRequestedAt', ${iso('a.cancel_requested_at')}, 'scheduled', a.scheduled, 'credit', a.credit,
            'currency', a.currency, 'snapshot', a.snapshot) end as account
     from guildhall.workspaces w
     left join guildhall.billing_accounts a on a.workspace_id = w.id
     left join guildhall.users u on u.id = a.cancel_requested_by
    where w.id = $1 and w.deleted_at is null`,
);

/** Nothing has ever been paid. */
const EMPTY: AccountFacts = {
  status: 'none',
  planId: null,
  plan: null,
  interval: null,
  quantity: null,
  periodStart: null,
  periodEnd: null,
  trialEndsAt: null,
  trialUsed: false,
  cancelsAt: null,
  cancelRequestedAt: null,
  scheduled: null,
  credit: 0,
  currency: null,
  snapshot: null,
};

const NO_DETAILS: AccountSnapshot['details'] = { name: null, email: null, address: null, taxIds: [] };

function toPastDue(snapshot: AccountSnapshot | null, graceMs: number): Billing['pastDue'] {
  const pastDue = snapshot?.pastDue ?? null;
  return pastDue && { ...pastDue, graceEndsAt: graceEnd(pastDue.since, graceMs) };
}

function toBilling({ catalogue, graceMs }: BillingContext, row: BillingRow): Billing {
  const account = row.account ?? EMPTY;
  const { status, interval, periodStart, periodEnd, trialEndsAt, trialUsed, cancelsAt, scheduled, snapshot } = account;
  const plan = currentPlan(catalogue, account);
  const currency = account.currency ?? plan?.currency ?? 'usd';
  return {
    status,
    plan,
    interval,
    seats: {
      members: row.members,
      invited: row.invited,
      paid: plan?.kind === 'per_seat' ? account.quantity : null,
      limit: row.memberLimit,
    },
    period: periodStart !== null && periodEnd !== null ? { start: periodStart, end: periodEnd } : null,
    trialEndsAt,
    cancellation:
      cancelsAt === null ? null : { endsAt: cancelsAt, by: row.canceller, requestedAt: account.cancelRequestedAt },
    scheduled,
    nextBill: snapshot?.nextBill ?? null,
    credit: account.credit === 0 ? null : moneyOf(account.credit, currency),
    pastDue: toPastDue(snapshot, graceMs),
    paymentMethods: [...(snapshot?.paymentMethods ?? [])],
    details: snapshot?.details ?? NO_DETAILS,
    trialAvailable: !trialUsed && (status === 'none' || status === 'incomplete'),
    seq: row.seq,
  };
}

/**
 * What `billing.get` and every change of an account answers, of whoever was let in before. Nothing is asked of Stripe.
 *
 * @throws GuildhallError `not_found`, where the workspace is gone meanwhile
 */
export async function readBilling(
  { database, clock }: Context,
  billing: BillingContext,
  workspaceId: string,
): Promise<Billing> {
  const [row] = await database.query(READ, [workspaceId, clock()]);
  if (!row) throw notFound('workspace');
  return toBilling(billing, row);
}

export const readCatalogue: Service<'billing.catalogue'> =
  ({ billing }) =>
  async (actor) => {
    signedIn(actor);
    if (!billing) return { mode: 'off', publishableKey: null, plans: [] };
    const { mode, publishableKey } = billing.stripe;
    return { mode, publishableKey, plans: [...billing.catalogue.plans] };
  };

export const getBilling: Service<'billing.get'> =
  (context) =>
  async (actor, { workspaceId }) => {
    const { billing } = await enterBilling(context, 'billing.get', actor, workspaceId);
    return readBilling(context, billing, workspaceId);
  };

export const syncBilling: Service<'billing.sync'> =
  (context) =>
  async (actor, { workspaceId }) => {
    const { billing } = await enterBilling(context, 'billing.sync', actor, workspaceId);
    await billing.sync(workspaceId);
    return readBilling(context, billing, workspaceId);
  };

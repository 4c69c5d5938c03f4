import { areInvitationsPaused } from 'guildhall/contract';
import type { BillingStatus, Plan, PlanFeature } from 'guildhall/contract';
import { notFound } from '../../context.js';
import type { Context } from '../../context.js';
import { statement } from '../../db/database.js';
import { iso } from '../../db/sql.js';
import { currentPlan } from '../limits.js';

/** What a workspace may have, by what it pays. */
export interface Entitlements {
  /** The plan it is on: the free one where it pays for nothing. Null where there is no such plan, or billing is off. */
  readonly planId: string | null;
  readonly planName: string | null;
  /** `incomplete`: its first payment waits, and it has what the free plan gives. `past_due`: it has all of its plan still. */
  readonly status: BillingStatus;
  /** Of the plan, as the host wrote them. */
  readonly features: readonly PlanFeature[];
  /** Members at most; null for no limit. */
  readonly memberLimit: number | null;
  /** Seats that are paid for; null where the plan is not per seat. */
  readonly seats: number | null;
  /** ISO 8601: when the plan ends or is paid again; null where it costs nothing. Ask again then, or at each use. */
  readonly validUntil: string | null;
  /** Whether inviting waits for a payment whose grace period is over. */
  readonly paused: boolean;
}

interface EntitlementsRow {
  readonly memberLimit: number | null;
  readonly status: BillingStatus | null;
  readonly planId: string | null;
  readonly plan: Plan | null;
  readonly quantity: number | null;
  readonly validUntil: string | null;
  readonly pastDueSince: string | null;
}

const READ = statement<EntitlementsRow>(
  'billing_entitlements',
  `select w.member_limit as "memberLimit", a.status, a.plan_id as "planId", a.plan, a.quantity,
          ${iso('coalesce(a.cancels_at, a.period_end)')} as "validUntil", ${iso('a.past_due_since')} as "pastDueSince"
     from guildhall.workspaces w left join guildhall.billing_accounts a on a.workspace_id = w.id
    where w.id = $1 and w.deleted_at is null`,
);

/** Reads what a workspace may have: one statement, and nothing is asked of Stripe. @throws GuildhallError `not_found` */
export async function readEntitlements(context: Context, workspaceId: string): Promise<Entitlements> {
  const { database, billing, clock } = context;
  const [row] = await database.query(READ, [workspaceId]);
  if (!row) throw notFound('workspace');
  const plan = billing ? currentPlan(billing.catalogue, row) : null;
  return {
    planId: plan?.id ?? null,
    planName: plan?.name ?? null,
    status: row.status ?? 'none',
    features: plan?.features ?? [],
    memberLimit: row.memberLimit,
    seats: plan?.kind === 'per_seat' ? row.quantity : null,
    validUntil: row.validUntil,
    paused: areInvitationsPaused(row.pastDueSince, clock().getTime(), billing?.graceMs),
  };
}

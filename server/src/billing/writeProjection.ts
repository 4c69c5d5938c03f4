import { eq } from 'drizzle-orm';
import { areInvitationsPaused } from 'guildhall/contract';
import type { Person } from 'guildhall/contract';
import { billingAccounts } from '../db/billingSchema.js';
import { statement } from '../db/database.js';
import { workspaces } from '../db/schema.js';
import type { InUnit, Unit } from '../db/unit.js';
import { readAccount } from './accounts.js';
import type { AccountRow } from './accounts.js';
import { ensureJobs } from './jobs/queue.js';
import { currentPlan, limitOf } from './limits.js';
import type { PlanCatalogue } from './plans.js';
import type { Projection } from './projection.js';

/** What writing a projection takes. */
export interface WriteDeps {
  readonly inUnit: InUnit;
  readonly catalogue: PlanCatalogue;
}

interface WorkspaceLimits {
  readonly memberLimit: number | null;
  readonly hostLimit: number | null;
  readonly isDeleted: boolean;
}

/** Also of a deleted workspace. */
const LOCK = statement<WorkspaceLimits>(
  'billing_lock_workspace',
  `select member_limit as "memberLimit", host_limit as "hostLimit", deleted_at is not null as "isDeleted"
     from guildhall.workspaces where id = $1 for no key update`,
);

/** Two values as the database would hold them. */
const isSame = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** The same value with its keys in order: PostgreSQL keeps them in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The fields that were other. */
function differences(row: AccountRow, projection: Projection): string[] {
  return Object.keys(projection).filter(
    (key) => !isSame(row[key as keyof Projection], projection[key as keyof Projection]),
  );
}

/** Writes down for people what became of the plan. */
function record(
  { changes }: Unit,
  catalogue: PlanCatalogue,
  { before, after, by }: { before: AccountRow; after: Projection; by: Person | null },
): void {
  const { workspaceId } = before;
  const [from, to] = [currentPlan(catalogue, before), currentPlan(catalogue, after)];
  if (from?.id !== to?.id) {
    changes.record(workspaceId, by, 'billing.plan_changed', { from: from?.name ?? null, to: to?.name ?? null });
  } else if (
    to?.seats === 'prepaid' &&
    before.quantity !== null &&
    after.quantity !== null &&
    before.quantity !== after.quantity
  ) {
    changes.record(workspaceId, by, 'billing.seats_changed', { from: before.quantity, to: after.quantity });
  }
  if (!to || after.planId === null) return;
  if (after.cancelsAt && !before.cancelsAt) {
    const endsAt = after.cancelsAt.toISOString();
    changes.record(workspaceId, by, 'billing.plan_cancelled', { plan: to.name, endsAt });
  } else if (before.cancelsAt && !after.cancelsAt && before.subscriptionId === after.subscriptionId) {
    changes.record(workspaceId, by, 'billing.plan_resumed', { plan: to.name });
  }
}

/** Who cancelled is ours to remember: Stripe knows of one key only. */
function cancellationOf(before: AccountRow, after: Projection, by: Person | null, now: Date) {
  if (!after.cancelsAt) return { cancelRequestedBy: null, cancelRequestedAt: null };
  if (before.cancelsAt) return {};
  return { cancelRequestedBy: by?.userId ?? null, cancelRequestedAt: by ? now : null };
}

/** Whether members see something else of their workspace now. */
function isSeenByAll(catalogue: PlanCatalogue, before: AccountRow, after: Projection): boolean {
  const shown = (account: Pick<AccountRow, 'planId' | 'plan'>) => {
    const plan = currentPlan(catalogue, account);
    return plan && [plan.id, plan.name, plan.seats];
  };
  return !isSame(shown(before), shown(after)) || (before.pauseTold && after.pastDueSince === null);
}

/**
 * Writes what was fetched, in one transaction with all that follows from it.
 *
 * @param seen the row as it was before Stripe was asked
 * @returns the fields that were other than they had been; null where another sync wrote meanwhile: nothing is written then
 */
export function writeProjection(
  { inUnit, catalogue }: WriteDeps,
  seen: AccountRow,
  projection: Projection,
  by: Person | null,
): Promise<readonly string[] | null> {
  const { workspaceId } = seen;
  return inUnit(async (unit) => {
    const [workspace] = await unit.query(LOCK, [workspaceId]);
    const before = await readAccount(unit, workspaceId);
    if (!workspace || before.version !== seen.version || before.customerId !== seen.customerId) return null;
    const changed = differences(before, projection);
    await unit.orm
      .update(billingAccounts)
      .set({
        ...projection,
        ...cancellationOf(before, projection, by, unit.now),
        pauseTold: before.pauseTold && projection.pastDueSince !== null,
        version: before.version + 1,
        syncedAt: unit.now,
        dirtyAt: null,
      })
      .where(eq(billingAccounts.workspaceId, workspaceId));
    const memberLimit = limitOf(catalogue, projection, workspace.hostLimit);
    const isLimitNew = memberLimit !== workspace.memberLimit;
    if (isLimitNew) await unit.orm.update(workspaces).set({ memberLimit }).where(eq(workspaces.id, workspaceId));
    const told = isLimitNew ? [...changed, 'memberLimit'] : changed;
    const counted = currentPlan(catalogue, projection)?.seats === 'automatic' ? projection.quantity : null;
    const { subscriptionId } = projection;
    await ensureJobs(unit, { id: workspaceId, ...workspace }, { subscriptionId, counted }, unit.now);
    if (workspace.isDeleted) return told;
    if (isLimitNew || isSeenByAll(catalogue, before, projection))
      unit.changes.add({ of: 'workspace', workspaceId, type: 'updated' });
    if (changed.length > 0) unit.changes.add({ of: 'billing', workspaceId });
    record(unit, catalogue, { before, after: projection, by });
    return told;
  });
}

const GRACE_OVER = statement<{ workspaceId: string }>(
  'billing_grace_over',
  `select workspace_id as "workspaceId" from guildhall.billing_accounts
    where past_due_since <= $1 and not pause_told limit 100`,
);

/** Tells everybody in a workspace whose grace period has run out that nobody new can be invited. */
export async function tellPauses(
  { inUnit, graceMs }: { inUnit: InUnit; graceMs: number },
  executor: Parameters<typeof readAccount>[0],
  now: Date,
): Promise<void> {
  const over = await executor.query(GRACE_OVER, [new Date(now.getTime() - graceMs)]);
  for (const { workspaceId } of over) {
    await inUnit(async (unit) => {
      const [workspace] = await unit.query(LOCK, [workspaceId]);
      const { pastDueSince, pauseTold } = await readAccount(unit, workspaceId);
      if (pauseTold || !areInvitationsPaused(pastDueSince?.toISOString() ?? null, now.getTime(), graceMs)) return;
      const mine = eq(billingAccounts.workspaceId, workspaceId);
      await unit.orm.update(billingAccounts).set({ pauseTold: true }).where(mine);
      if (workspace?.isDeleted === false) unit.changes.add({ of: 'workspace', workspaceId, type: 'updated' });
    });
  }
}

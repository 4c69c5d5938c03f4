import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import { newId } from '../../db/newId.js';
import type { Change } from '../../events/changes.js';

/** `seats`: the quantity follows the members. `end_subscription`: the workspace is gone. */
export type JobKind = 'seats' | 'end_subscription';

/** What is to be done at Stripe for a workspace, by whoever took it. */
export interface BillingJob {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: JobKind;
  /** Which asking for it this is: asked for again meanwhile, it is another. */
  readonly operationId: string;
  /** 1 for the first. */
  readonly attempts: number;
}

/** What was asked for before and is not done yet is asked for anew: ten members who join are one job. */
const ENQUEUE = statement<{ workspaceId: string }>(
  'billing_jobs_enqueue',
  `insert into guildhall.billing_jobs as j (id, workspace_id, kind, operation_id, run_after, created_at)
   select r.id, r."workspaceId", r.kind, r.id, $2, $2
     from json_to_recordset($1::json) as r(id text, "workspaceId" text, kind text)
    where exists (select 1 from guildhall.billing_accounts a where a.workspace_id = r."workspaceId")
    order by r."workspaceId", r.kind
   on conflict (workspace_id, kind) do update
      set operation_id = excluded.operation_id, attempts = 0, run_after = least(j.run_after, excluded.run_after)
   returning workspace_id as "workspaceId"`,
);
/** What should be there already, and is not: what is asked for stays as it is. */
const ENSURE = statement<never>(
  'billing_jobs_ensure',
  `insert into guildhall.billing_jobs (id, workspace_id, kind, operation_id, run_after, created_at)
   select $1, $2, $3, $1, $4::timestamptz, $4
    where $5::int is null
       or (select greatest(1, count(*)) from guildhall.members where workspace_id = $2) <> $5
   on conflict (workspace_id, kind) do nothing`,
);
const CLAIM = statement<BillingJob>(
  'billing_jobs_claim',
  `with due as (
     select id from guildhall.billing_jobs where run_after <= $1 and (leased_until is null or leased_until <= $1)
      order by run_after limit $3 for update skip locked
   )
   update guildhall.billing_jobs j set attempts = j.attempts + 1, leased_until = $2 from due where j.id = due.id
   returning j.id, j.workspace_id as "workspaceId", j.kind, j.operation_id as "operationId", j.attempts`,
);
const COMPLETE = statement<{ id: string }>(
  'billing_jobs_complete',
  'delete from guildhall.billing_jobs where id = $1 and operation_id = $2 returning id',
);
const RELEASE = statement<never>(
  'billing_jobs_release',
  'update guildhall.billing_jobs set leased_until = null where id = $1',
);
const POSTPONE = statement<never>(
  'billing_jobs_postpone',
  `update guildhall.billing_jobs
      set leased_until = null, last_error = $4, run_after = case when operation_id = $2 then $3::timestamptz else run_after end
    where id = $1`,
);

/** How long a job belongs to whoever took it. Longer than all that it asks of Stripe can take. */
export const JOB_LEASE_MS = 180_000;

/** Asks for jobs, in the transaction of what they follow from. Workspaces without an account at Stripe need none. */
export async function enqueueJobs(
  executor: Executor,
  jobs: readonly { readonly workspaceId: string; readonly kind: JobKind }[],
  now: Date,
): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map((job) => ({ ...job, id: newId('job') }));
  await executor.query(ENQUEUE, [JSON.stringify(rows), now]);
}

/** A subscription as Stripe has it. */
export interface Billed {
  readonly subscriptionId: string | null;
  /** What Stripe bills of a plan that counts its members; null of any other. */
  readonly counted: number | null;
}

/**
 * Asks for what no change of ours asked for: seats that are not the members, because a first payment was confirmed
 * later or somebody changed them at Stripe; a subscription that a deleted workspace still has. The workspace is locked.
 */
export async function ensureJobs(
  executor: Executor,
  { id, isDeleted }: { readonly id: string; readonly isDeleted: boolean },
  { subscriptionId, counted }: Billed,
  now: Date,
): Promise<void> {
  const kind: JobKind = isDeleted ? 'end_subscription' : 'seats';
  if (subscriptionId === null || (!isDeleted && counted === null)) return;
  await executor.query(ENSURE, [newId('job'), id, kind, now, isDeleted ? null : counted]);
}

/** What follows at Stripe from what a transaction changed, by whatever path: each path tells the workspace's log. */
export function jobsOf(changes: readonly Change[]): { workspaceId: string; kind: JobKind }[] {
  const ended = new Set<string>();
  const moved = new Set<string>();
  for (const change of changes) {
    if (change.of === 'workspace' && change.type === 'deleted') ended.add(change.workspaceId);
    if (change.of === 'member' && change.type !== 'updated') moved.add(change.workspaceId);
  }
  return [
    ...[...ended].map((workspaceId) => ({ workspaceId, kind: 'end_subscription' as const })),
    ...[...moved]
      .filter((workspaceId) => !ended.has(workspaceId))
      .map((workspaceId) => ({ workspaceId, kind: 'seats' as const })),
  ];
}

/** Takes jobs that are due. Each goes to one process; should that die at work, another takes it up later. */
export function claimJobs(executor: Executor, now: Date, count: number): Promise<BillingJob[]> {
  return executor.query(CLAIM, [now, new Date(now.getTime() + JOB_LEASE_MS), count]);
}

/** Takes a job that was done off the list; where it was asked for again meanwhile, it stays, and is due. */
export async function completeJob(executor: Executor, { id, operationId }: BillingJob): Promise<void> {
  const done = await executor.query(COMPLETE, [id, operationId]);
  if (done.length === 0) await executor.query(RELEASE, [id]);
}

/** Puts a job off; where it was asked for again meanwhile, it is due all the same. */
export async function postponeJob(
  executor: Executor,
  { id, operationId }: BillingJob,
  until: Date,
  error: string | null,
): Promise<void> {
  await executor.query(POSTPONE, [id, operationId, until, error]);
}

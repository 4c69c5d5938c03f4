import { eq } from 'drizzle-orm';
import { GuildhallError } from 'guildhall/contract';
import { billingAccounts } from '../db/billingSchema.js';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';

/** What is known of a workspace's account. */
export type AccountRow = typeof billingAccounts.$inferSelect;

/** Also of a deleted workspace: its subscription is ended after it. */
const CLAIM = statement<never>(
  'billing_claim',
  `insert into guildhall.billing_accounts (workspace_id, created_at)
   select id, $2::timestamptz from guildhall.workspaces where id = $1 on conflict (workspace_id) do nothing`,
);
const OWNER = statement<{ workspaceId: string }>(
  'billing_owner_of',
  'select workspace_id as "workspaceId" from guildhall.billing_accounts where customer_id = $1',
);
const MARK_DIRTY = statement<never>(
  'billing_mark_dirty',
  'update guildhall.billing_accounts set dirty_at = coalesce(dirty_at, $2) where workspace_id = $1',
);

const MARK_CLEAN = statement<never>(
  'billing_mark_clean',
  'update guildhall.billing_accounts set dirty_at = null where workspace_id = $1',
);

/** A workspace's account, if it has one. */
export async function findAccount({ orm }: Executor, workspaceId: string): Promise<AccountRow | undefined> {
  const [row] = await orm.select().from(billingAccounts).where(eq(billingAccounts.workspaceId, workspaceId));
  return row;
}

/** @throws GuildhallError `not_found`, where the workspace is gone for good */
export async function readAccount(executor: Executor, workspaceId: string): Promise<AccountRow> {
  const row = await findAccount(executor, workspaceId);
  if (row) return row;
  throw new GuildhallError('not_found', { message: 'There is no such workspace any more.' });
}

/** Makes sure that a workspace has a row, before Stripe is asked for anything: whatever it makes has a place then. */
export async function claimAccount(executor: Executor, workspaceId: string, now: Date): Promise<void> {
  await executor.query(CLAIM, [workspaceId, now]);
}

/** Whose customer this is, or undefined for one of nobody here. */
export async function workspaceOf(executor: Executor, customerId: string): Promise<string | undefined> {
  return (await executor.query(OWNER, [customerId]))[0]?.workspaceId;
}

/** Notes that something may have changed at Stripe: a sync follows, whatever becomes of this process. */
export async function markDirty(executor: Executor, workspaceId: string, now: Date): Promise<void> {
  await executor.query(MARK_DIRTY, [workspaceId, now]);
}

/** Takes the note back, where there is nothing at Stripe to ask for. */
export async function markClean(executor: Executor, workspaceId: string): Promise<void> {
  await executor.query(MARK_CLEAN, [workspaceId]);
}

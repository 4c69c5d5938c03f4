import { statement } from '../db/database.js';
import type { Database } from '../db/database.js';

/** What a pass found. */
export interface Reconciliation {
  /** Accounts that Stripe was asked about. */
  readonly checked: number;
  /** Those that were not known as Stripe has them, with what was other; right now. */
  readonly repaired: readonly { readonly workspaceId: string; readonly fields: readonly string[] }[];
  /** Those that could not be asked about. */
  readonly failed: readonly { readonly workspaceId: string; readonly error: unknown }[];
}

/** What a pass works with. */
export interface ReconcileDeps {
  readonly database: Database;
  readonly sync: (workspaceId: string) => Promise<readonly string[]>;
  readonly isClosing: () => boolean;
}

const NEXT = statement<{ workspaceId: string }>(
  'billing_reconcile_next',
  `select workspace_id as "workspaceId" from guildhall.billing_accounts
    where customer_id is not null and workspace_id > $1 and (synced_at is null or synced_at <= $2)
    order by workspace_id limit 100`,
);
const DIRTY = statement<{ workspaceId: string }>(
  'billing_reconcile_dirty',
  `select workspace_id as "workspaceId" from guildhall.billing_accounts
    where dirty_at <= $1 and (lease_until is null or lease_until < clock_timestamp()) order by dirty_at limit 100`,
);

async function syncAll(
  { sync, isClosing }: ReconcileDeps,
  rows: readonly { workspaceId: string }[],
): Promise<Reconciliation> {
  const repaired: { workspaceId: string; fields: readonly string[] }[] = [];
  const failed: { workspaceId: string; error: unknown }[] = [];
  let checked = 0;
  // One after the other: Stripe allows so many requests a second, and people's come first.
  for (const { workspaceId } of rows) {
    if (isClosing()) break;
    checked += 1;
    try {
      const fields = await sync(workspaceId);
      if (fields.length > 0) repaired.push({ workspaceId, fields });
    } catch (error) {
      failed.push({ workspaceId, error });
    }
  }
  return { checked, repaired, failed };
}

/**
 * Compares every account with what Stripe holds, and makes it so: whatever was lost on the way here is found. Several
 * processes may do so at once: what one has just asked about, the others leave out.
 *
 * @param before only those that were last asked about by then
 */
export async function reconcile(deps: ReconcileDeps, before: Date): Promise<Reconciliation> {
  let total: Reconciliation = { checked: 0, repaired: [], failed: [] };
  for (let last = ''; !deps.isClosing();) {
    const rows = await deps.database.query(NEXT, [last, before]);
    const found = await syncAll(deps, rows);
    total = {
      checked: total.checked + found.checked,
      repaired: [...total.repaired, ...found.repaired],
      failed: [...total.failed, ...found.failed],
    };
    const end = rows.at(-1);
    if (!end) break;
    last = end.workspaceId;
  }
  return total;
}

/** Asks about the accounts that somebody changed at Stripe and never looked at again: their process is gone. */
export async function reconcileDirty(deps: ReconcileDeps, before: Date): Promise<Reconciliation> {
  return syncAll(deps, await deps.database.query(DIRTY, [before]));
}

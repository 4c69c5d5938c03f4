import { memberLimitOf } from 'guildhall/contract';
import type { Plan } from 'guildhall/contract';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import type { AccountRow } from './accounts.js';
import type { PlanCatalogue } from './plans.js';

/** What of an account says how many may be in its workspace. */
type Bought = Pick<AccountRow, 'planId' | 'plan' | 'quantity' | 'scheduled'>;

/** The plan a workspace is on: as the catalogue has it now, at the price at which it was sold; the free one where it pays for nothing. */
export function currentPlan(catalogue: PlanCatalogue, account: Pick<Bought, 'planId' | 'plan'> | null): Plan | null {
  if (!account?.planId) return catalogue.free;
  const { plan } = account;
  const known = catalogue.find(account.planId);
  if (known && plan) return { ...known, currency: plan.currency, prices: plan.prices };
  return known ?? plan;
}

/** Members at most in a workspace of this account. */
export function limitOf(catalogue: PlanCatalogue, account: Bought | null, hostLimit: number | null): number | null {
  const scheduled = account?.scheduled ?? null;
  const becomesPrepaid = scheduled !== null && catalogue.find(scheduled.planId)?.seats === 'prepaid';
  const bought = { paid: account?.quantity ?? null, scheduled: becomesPrepaid ? scheduled.seats : null };
  return memberLimitOf(currentPlan(catalogue, account), bought, hostLimit);
}

const WITHOUT_PLAN = `not exists (
  select 1 from guildhall.billing_accounts a where a.workspace_id = w.id and a.plan_id is not null)`;
const FREE = statement<never>(
  'billing_limit_free',
  `update guildhall.workspaces w set member_limit = $1::int
    where w.member_limit is distinct from $1::int and ${WITHOUT_PLAN}`,
);
const BY_HOST = statement<never>(
  'billing_limit_by_host',
  `update guildhall.workspaces w set member_limit = w.host_limit
    where w.member_limit is distinct from w.host_limit and ($1 or ${WITHOUT_PLAN})`,
);

/**
 * Holds the workspaces that pay for nothing to what the free plan says today, or the host where there is none. Called at
 * the start: what is sold may have changed since.
 *
 * @param catalogue null where billing is off: the host's limits hold for all then
 */
export async function applyFreeLimit(executor: Executor, catalogue: PlanCatalogue | null): Promise<void> {
  if (catalogue?.free) await executor.query(FREE, [catalogue.free.memberLimit]);
  else await executor.query(BY_HOST, [catalogue === null]);
}

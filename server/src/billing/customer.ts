import { eq } from 'drizzle-orm';
import { billingAccounts } from '../db/billingSchema.js';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import type { AccountRow } from './accounts.js';
import { NAMED_BY_WORKSPACE } from './projection.js';
import type { StripeApi } from './stripe/api.js';

const NAME = statement<{ name: string }>(
  'billing_workspace_name',
  'select name from guildhall.workspaces where id = $1',
);

/** What a workspace is called, also a deleted one. */
export async function readName(executor: Executor, workspaceId: string): Promise<string> {
  return (await executor.query(NAME, [workspaceId]))[0]?.name ?? '';
}

/**
 * The customer of a workspace, made at its first need. The account is held meanwhile, and its row was there before, so
 * there is one for each workspace. It is found by its id alone: an address may be anybody's.
 */
export async function ensureCustomer(
  executor: Executor,
  stripe: StripeApi,
  { workspaceId, customerId, version }: AccountRow,
): Promise<string> {
  if (customerId !== null) return customerId;
  const metadata = { workspace_id: workspaceId, [NAMED_BY_WORKSPACE]: 'true' };
  // The version tells this customer from one before that was deleted at Stripe. Nothing else is sent along: the same key
  // must bring the same, and a name may change between two attempts. The first sync gives it.
  const { id } = await stripe.write(`ws:${workspaceId}:customer:${version}`, (sdk, once) =>
    sdk.customers.create({ metadata }, once),
  );
  await executor.orm
    .update(billingAccounts)
    .set({ customerId: id })
    .where(eq(billingAccounts.workspaceId, workspaceId));
  return id;
}

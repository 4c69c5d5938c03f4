import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import { sqlState } from '../../db/sql.js';

const CLAIM = statement<{ workspaceId: string }>(
  'move_claim',
  `update guildhall.billing_accounts set customer_id = $2
    where workspace_id = $1 and customer_id is not distinct from $3 returning workspace_id as "workspaceId"`,
);
const UNIQUE_VIOLATION = '23505';

/**
 * Makes a customer that of a workspace, whose account is held.
 *
 * @param instead the customer that the account has now
 * @throws Error where the account has another one meanwhile, or another workspace has this one
 */
export async function claimCustomer(
  executor: Executor,
  workspaceId: string,
  customerId: string,
  instead: string | null,
): Promise<void> {
  const claimed = await executor.query(CLAIM, [workspaceId, customerId, instead]).catch((error: unknown) => {
    if (sqlState(error) === UNIQUE_VIOLATION)
      throw new Error(`Another workspace was given ${customerId} meanwhile. Run this again to see which.`, {
        cause: error,
      });
    throw error;
  });
  if (claimed.length === 0)
    throw new Error('The workspace was given another customer meanwhile. Run this again to see which.');
}

import { GuildhallError } from 'guildhall/contract';
import type { OperationName } from 'guildhall/contract';
import { signedIn } from '../../context.js';
import type { Context } from '../../context.js';
import { statement } from '../../db/database.js';
import type { Identity } from '../../operations.js';
import { LIST_SCOPE, checkScope } from '../../workspaces/enter.js';
import type { ScopeRow } from '../../workspaces/enter.js';
import type { BillingContext } from '../context.js';

/** An operation on the account of one workspace. */
export type AccountOperation = Exclude<Extract<OperationName, `billing.${string}`>, 'billing.catalogue'>;

const SCOPE = statement<ScopeRow & { seq: number }>('billing_scope', LIST_SCOPE);

/** Somebody who may, in a workspace whose host has set billing up. */
export interface BillingScope {
  readonly billing: BillingContext;
  readonly userId: string;
  /** Where the workspace's log stood. */
  readonly seq: number;
}

/**
 * Asks for what the routes table says that an operation on a workspace's account needs.
 *
 * @throws GuildhallError `unauthenticated`, `not_found`, `forbidden`; `unavailable` with `billing_not_configured`, to
 *   those who may
 */
export async function enterBilling(
  { database, billing }: Context,
  operation: AccountOperation,
  actor: Identity | null,
  workspaceId: string,
): Promise<BillingScope> {
  const { userId } = signedIn(actor);
  const [scope] = await database.query(SCOPE, [workspaceId, userId]);
  checkScope(operation)(scope);
  if (billing && scope) return { billing, userId, seq: scope.seq };
  throw new GuildhallError('unavailable', {
    message: 'Billing is not set up: give createGuildhall its `billing` option, with plans and Stripe’s keys.',
    details: { reason: 'billing_not_configured' },
  });
}

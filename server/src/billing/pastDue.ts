import { GuildhallError, areInvitationsPaused } from 'guildhall/contract';
import type { Context } from '../context.js';
import { statement } from '../db/database.js';
import type { Unit } from '../db/unit.js';

const SINCE = statement<{ since: Date }>(
  'billing_past_due_since',
  'select past_due_since as since from guildhall.billing_accounts where workspace_id = $1 and past_due_since is not null',
);

/**
 * Asks before somebody is invited. What was promised before stays: an invitation that was sent can be accepted.
 *
 * @throws GuildhallError `payment_required` with `past_due`, once the grace period of a failed payment is over
 */
export async function checkPastDue({ billing }: Context, unit: Unit, workspaceId: string): Promise<void> {
  if (!billing) return;
  const [row] = await unit.query(SINCE, [workspaceId]);
  if (!row || !areInvitationsPaused(row.since.toISOString(), unit.now.getTime(), billing.graceMs)) return;
  throw new GuildhallError('payment_required', {
    message: 'A payment failed, and its grace period is over: nobody new can be invited until it is made good.',
    details: { reason: 'past_due' },
  });
}

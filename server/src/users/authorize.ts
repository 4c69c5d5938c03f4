import { may } from 'guildhall/contract';
import type { Permission, Role } from 'guildhall/contract';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';

const STANDING = statement<{ role: Role; billingContact: boolean }>(
  'users_standing',
  `select m.role, m.billing_contact as "billingContact" from guildhall.members m
     join guildhall.workspaces w on w.id = m.workspace_id and w.deleted_at is null
    where m.workspace_id = $1 and m.user_id = $2`,
);

/**
 * Whether somebody may do something in a workspace, as of now; without a permission, whether they are in it. False for
 * those outside, and for unknown ids.
 */
export async function authorize(
  executor: Executor,
  userId: string,
  workspaceId: string,
  permission?: Permission,
): Promise<boolean> {
  const [standing] = await executor.query(STANDING, [workspaceId, userId]);
  return standing !== undefined && (permission === undefined || may(standing, permission));
}

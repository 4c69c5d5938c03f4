import type { Context } from '../../context.js';
import { revokeInvitations } from '../../invitations/settle.js';
import { endWorkspace } from '../end.js';
import { lockWorkspaces } from '../enter.js';

/** Deletes a workspace for the host, which asks nobody. */
export function deleteHostWorkspace({ inUnit }: Context, workspaceId: string): Promise<void> {
  return inUnit(async (unit) => {
    const [workspace] = await lockWorkspaces(unit, [workspaceId]);
    if (!workspace) return;
    await revokeInvitations(unit, { workspaceId });
    await endWorkspace(unit, workspaceId);
  });
}

/** @throws Error that names the table or the column, and the fix */
export async function checkHostWorkspaces({ hostWorkspaces, database }: Context): Promise<void> {
  await hostWorkspaces?.table(database);
}

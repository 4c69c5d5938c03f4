import type { WorkspaceRecord } from '../records.js';
import type { Store } from '../store.js';
import { areInvitationsPausedIn, memberLimitIn, publicPlanOf } from './standing.js';

/** What every member sees of a workspace's payments. */
const faceOf = (workspace: WorkspaceRecord) =>
  JSON.stringify([publicPlanOf(workspace), memberLimitIn(workspace), areInvitationsPausedIn(workspace)]);

/**
 * Looks at a workspace before its payments change. What it returns is called afterwards: it tells those who may see
 * billing, and everybody else too where the plan, the limit or inviting changed.
 */
export function watchBilling(store: Store, workspace: WorkspaceRecord): () => void {
  const before = faceOf(workspace);
  return () => {
    store.emit(workspace, { topic: 'billing', type: 'changed' });
    if (faceOf(workspace) !== before) store.emit(workspace, { topic: 'workspace', type: 'updated' });
  };
}

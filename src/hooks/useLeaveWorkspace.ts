import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Ends the viewer's own membership. Conflict: `last_owner`. */
export function useLeaveWorkspace() {
  const { adapter } = useGuildhall();
  const refresh = useRefresh();
  return useGuildhallMutation('members.leave', adapter.members.leave, {
    // Asked for again, the workspace itself says `not_found`, and so do those who show it.
    onSuccess: (_answer, { workspaceId }) =>
      Promise.all([refresh.own('workspaces.list'), refresh.within(workspaceId, 'workspaces.get')]),
  });
}

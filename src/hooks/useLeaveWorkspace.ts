import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Ends the viewer's own membership. Conflict: `last_owner`. */
export function useLeaveWorkspace() {
  const { adapter, queryClient } = useGuildhall();
  const refresh = useRefresh();
  return useGuildhallMutation('members.leave', adapter.members.leave, {
    onSuccess: async (_answer, { workspaceId }) => {
      const { forgetWorkspace } = await import('./cache.js');
      forgetWorkspace(queryClient, adapter, workspaceId);
      return refresh.own('workspaces.list');
    },
  });
}

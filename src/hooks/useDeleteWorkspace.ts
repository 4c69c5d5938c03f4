import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Deletes a workspace for everybody in it. Conflict: `home_workspace`. */
export function useDeleteWorkspace() {
  const { adapter, queryClient } = useGuildhall();
  const refresh = useRefresh();
  return useGuildhallMutation('workspaces.delete', adapter.workspaces.delete, {
    onSuccess: async (_answer, { workspaceId }) => {
      const { forgetWorkspace } = await import('./cache.js');
      forgetWorkspace(queryClient, adapter, workspaceId);
      return refresh.own('workspaces.list');
    },
  });
}

import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Deletes a workspace for everybody in it. Conflict: `home_workspace`. */
export function useDeleteWorkspace() {
  const { adapter } = useGuildhall();
  const refresh = useRefresh();
  return useGuildhallMutation('workspaces.delete', adapter.workspaces.delete, {
    // Asked for again, the workspace itself says `not_found`, and so do those who show it.
    onSuccess: (_answer, { workspaceId }) =>
      Promise.all([refresh.own('workspaces.list'), refresh.within(workspaceId, 'workspaces.get')]),
  });
}

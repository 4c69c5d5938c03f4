import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Makes a workspace that the viewer owns. */
export function useCreateWorkspace() {
  const { adapter } = useGuildhall();
  const refresh = useRefresh();
  return useGuildhallMutation('workspaces.create', adapter.workspaces.create, {
    onSuccess: (workspace) => {
      refresh.put(workspace);
      return refresh.own('workspaces.list');
    },
  });
}

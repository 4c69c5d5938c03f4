import type { Workspace } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Sets and removes a workspace's picture. */
export function useWorkspaceImage() {
  const { adapter } = useGuildhall();
  const refresh = useRefresh();
  const onSuccess = (workspace: Workspace) => {
    refresh.put(workspace);
    return refresh.own('workspaces.list');
  };
  return {
    set: useGuildhallMutation('workspaces.setImage', adapter.workspaces.setImage, { onSuccess }),
    remove: useGuildhallMutation('workspaces.removeImage', adapter.workspaces.removeImage, { onSuccess }),
  };
}

import type { InputOf, Workspace } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { keys } from './keys.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Renames a workspace: shown at once, set back if the server refuses. */
export function useUpdateWorkspace() {
  const { adapter, queryClient } = useGuildhall();
  const refresh = useRefresh();
  const keyOf = (workspaceId: string) => keys.query(adapter, 'workspaces.get', { workspaceId });
  const rename = (workspaceId: string, name: string) =>
    queryClient.setQueryData<Workspace>(keyOf(workspaceId), (workspace) => workspace && { ...workspace, name });

  return useGuildhallMutation<InputOf<'workspaces.update'>, Workspace, { before: string | undefined }>(
    'workspaces.update',
    adapter.workspaces.update,
    {
      onMutate: async ({ workspaceId, name }) => {
        await queryClient.cancelQueries({ queryKey: keyOf(workspaceId) });
        const before = queryClient.getQueryData<Workspace>(keyOf(workspaceId))?.name;
        rename(workspaceId, name.trim());
        return { before };
      },
      onError: (_error, { workspaceId }, context) => {
        if (context?.before !== undefined) rename(workspaceId, context.before);
      },
      onSuccess: (workspace) => refresh.put(workspace),
      onSettled: (_workspace, _error, { workspaceId }) =>
        Promise.all([refresh.within(workspaceId, 'workspaces.get'), refresh.own('workspaces.list')]),
    },
  );
}

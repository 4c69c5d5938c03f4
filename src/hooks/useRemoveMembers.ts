import type { InputOf, OutputOf } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { keys } from './keys.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Removes members: gone from the list at once, back if the server refuses; the answer has an outcome for each. */
export function useRemoveMembers() {
  const { adapter, queryClient } = useGuildhall();
  const refresh = useRefresh();
  return useGuildhallMutation<InputOf<'members.remove'>, OutputOf<'members.remove'>>(
    'members.remove',
    adapter.members.remove,
    {
      onMutate: async ({ workspaceId, memberIds }) => {
        const { dropMembers } = await import('./cache.js');
        await queryClient.cancelQueries({ queryKey: keys.within(adapter, 'members.list', workspaceId) });
        dropMembers(queryClient, adapter, workspaceId, memberIds);
      },
      onSettled: (_answer, _error, { workspaceId }) =>
        refresh.within(workspaceId, 'members.list', 'workspaces.get', 'invitations.list'),
    },
  );
}

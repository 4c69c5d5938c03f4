import type { InputOf, Member } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { keys } from './keys.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

type Change = Pick<Partial<Member>, 'role' | 'billingContact'>;

/** The fields of a row that a change touches, as they are now. */
function pick(row: Member, change: Change): Change {
  return {
    ...(change.role === undefined ? {} : { role: row.role }),
    ...(change.billingContact === undefined ? {} : { billingContact: row.billingContact }),
  };
}

/** Changes a role or the billing contact flag: shown at once, set back if the server refuses. */
export function useUpdateMember() {
  const { adapter, queryClient } = useGuildhall();
  const refresh = useRefresh();
  return useGuildhallMutation<InputOf<'members.update'>, Member, { before: Change } | undefined>(
    'members.update',
    adapter.members.update,
    {
      onMutate: async ({ workspaceId, memberId, role, billingContact }) => {
        const { cachedMember, patchMember } = await import('./cache.js');
        await queryClient.cancelQueries({ queryKey: keys.within(adapter, 'members.list', workspaceId) });
        const row = cachedMember(queryClient, adapter, workspaceId, memberId);
        if (row === undefined) return undefined;
        const change: Change = {
          ...(role === undefined ? {} : { role }),
          ...(billingContact === undefined ? {} : { billingContact }),
        };
        patchMember(queryClient, adapter, workspaceId, memberId, change);
        return { before: pick(row, change) };
      },
      onError: async (_error, { workspaceId, memberId }, context) => {
        if (!context) return;
        const { patchMember } = await import('./cache.js');
        patchMember(queryClient, adapter, workspaceId, memberId, context.before);
      },
      onSettled: (_member, _error, { workspaceId }) =>
        refresh.within(workspaceId, 'members.list', 'workspaces.get', 'invitations.list'),
    },
  );
}

import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Makes a member an owner and the viewer an admin. */
export function useTransferOwnership() {
  const { adapter } = useGuildhall();
  const refresh = useRefresh();
  return useGuildhallMutation('members.transferOwnership', adapter.members.transferOwnership, {
    onSuccess: (_answer, { workspaceId }) => refresh.within(workspaceId, 'members.list', 'workspaces.get'),
  });
}

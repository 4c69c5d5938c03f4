import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Invites people by e-mail; the answer has an outcome for each address, in the order asked. */
export function useInvitePeople() {
  const { adapter } = useGuildhall();
  const refresh = useRefresh();
  return useGuildhallMutation('invitations.create', adapter.invitations?.create, {
    onSuccess: (_answer, { workspaceId }) => refresh.within(workspaceId, 'invitations.list'),
  });
}

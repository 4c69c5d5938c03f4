import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** Answers an invitation for the viewer. Accepting answers the workspace that was joined. */
export function useAnswerInvitation() {
  const { adapter } = useGuildhall();
  const refresh = useRefresh();
  return {
    accept: useGuildhallMutation('invitations.accept', adapter.invitations?.accept, {
      onSuccess: (workspace) => refresh.put(workspace),
      onSettled: () => refresh.own('invitations.mine', 'workspaces.list'),
    }),
    decline: useGuildhallMutation('invitations.decline', adapter.invitations?.decline, {
      onSettled: () => refresh.own('invitations.mine'),
    }),
  };
}

import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { useRefresh } from './useRefresh.js';

/** What can be done with an invitation that nobody has answered yet. */
export function useManageInvitation() {
  const { adapter } = useGuildhall();
  const refresh = useRefresh();
  const onSettled = (_answer: unknown, _error: unknown, { workspaceId }: { workspaceId: string }) =>
    refresh.within(workspaceId, 'invitations.list');
  return {
    changeRole: useGuildhallMutation('invitations.update', adapter.invitations?.update, { onSettled }),
    resend: useGuildhallMutation('invitations.resend', adapter.invitations?.resend, { onSettled }),
    revoke: useGuildhallMutation('invitations.revoke', adapter.invitations?.revoke, { onSettled }),
    /** Asks for the link: made on the spot, never cached. */
    link: useGuildhallMutation('invitations.link', adapter.invitations?.link),
  };
}

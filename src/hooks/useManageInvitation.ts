import { useMutation } from '@tanstack/react-query';
import { useGuildhall } from '../provider/context.js';
import { changeInvitationRole, invitationLink, resendInvitation, revokeInvitation } from './memberMutations.js';

/** What can be done with an invitation that nobody has answered yet. */
export function useManageInvitation() {
  const guildhall = useGuildhall();
  const { queryClient } = guildhall;
  return {
    changeRole: useMutation(changeInvitationRole(guildhall), queryClient),
    resend: useMutation(resendInvitation(guildhall), queryClient),
    revoke: useMutation(revokeInvitation(guildhall), queryClient),
    /** Asks for the link: made on the spot, never cached. */
    link: useMutation(invitationLink(guildhall), queryClient),
  };
}

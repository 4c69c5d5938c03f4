import { useMemo } from 'react';
import type { Permission, Workspace } from '../../contract/index.js';
import {
  useLeaveWorkspace,
  useManageInvitation,
  useRemoveMembers,
  useTransferOwnership,
  useUpdateMember,
} from '../../hooks/index.js';
import { useGuildhall } from '../../provider/context.js';
import type { MembersOperations } from './types.js';

/** What the adapter has and the viewer may; the server decides all the same. */
export function useMembersOperations(workspace: Workspace | undefined): MembersOperations {
  const { adapter } = useGuildhall();
  const { mutateAsync: update } = useUpdateMember();
  const { mutateAsync: remove } = useRemoveMembers();
  const { mutateAsync: leave } = useLeaveWorkspace();
  const { mutateAsync: transferOwnership } = useTransferOwnership();
  const invitation = useManageInvitation();
  const { mutateAsync: updateInvitation } = invitation.changeRole;
  const { mutateAsync: resend } = invitation.resend;
  const { mutateAsync: revoke } = invitation.revoke;
  const { mutateAsync: link } = invitation.link;
  const role = workspace?.viewer.role;
  const granted = workspace?.viewer.permissions.join(' ') ?? '';

  return useMemo(() => {
    const { members, invitations } = adapter;
    const may = (permission: Permission) => granted.split(' ').includes(permission);
    const when = <T>(isOffered: unknown, operation: T) => (isOffered ? operation : undefined);
    const manages = may('members:manage');
    const invites = may('members:invite');
    return {
      updateRole: when(manages && members.update, update),
      updateBillingContact: when(role === 'owner' && members.update, update),
      remove: when(manages && members.remove, remove),
      leave: when(members.leave, leave),
      transferOwnership: when(may('workspace:transfer') && members.transferOwnership, transferOwnership),
      updateInvitation: when(invites && invitations?.update, updateInvitation),
      resend: when(invites && invitations?.resend, resend),
      revoke: when(invites && invitations?.revoke, revoke),
      link: when(invites && invitations?.link, link),
    };
  }, [adapter, role, granted, update, remove, leave, transferOwnership, updateInvitation, resend, revoke, link]);
}

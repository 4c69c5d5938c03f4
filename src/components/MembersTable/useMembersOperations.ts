import type { UseMutationOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Permission, Workspace } from '../../contract/index.js';
import type * as Mutations from '../../hooks/memberMutations.js';
import type { WriteContext } from '../../hooks/mutationOf.js';
import { useGuildhall } from '../../provider/context.js';
import type { MembersOperations } from './types.js';

/** A write; what they do to the screen is loaded with the first of them. */
const write =
  <I, O, C>(
    context: WriteContext,
    find: (mutations: typeof Mutations) => (context: WriteContext) => UseMutationOptions<O, Error, I, C>,
  ) =>
  async (input: I): Promise<O> => {
    const mutations = await import('../../hooks/memberMutations.js');
    return mutations.execute(context, find(mutations)(context), input);
  };

/** What the adapter has and the viewer may; the server decides all the same. */
export function useMembersOperations(workspace: Workspace | undefined): MembersOperations {
  const context = useGuildhall();
  const role = workspace?.viewer.role;
  const granted = workspace?.viewer.permissions.join(' ') ?? '';

  return useMemo(() => {
    const { members, invitations } = context.adapter;
    const may = (permission: Permission) => granted.split(' ').includes(permission);
    const when = <T>(isOffered: unknown, operation: T) => (isOffered ? operation : undefined);
    const manages = may('members:manage');
    const invites = may('members:invite');
    const update = write(context, (all) => all.updateMember);
    const transfer = write(context, (all) => all.transferOwnership);
    return {
      updateRole: when(manages && members.update, update),
      updateRoles: when(
        manages && members.update,
        write(context, (all) => all.updateRoles),
      ),
      updateBillingContact: when(role === 'owner' && members.update, update),
      remove: when(
        manages && members.remove,
        write(context, (all) => all.removeEach),
      ),
      leave: when(
        members.leave,
        write(context, (all) => all.leaveWorkspace),
      ),
      transferOwnership: when(may('workspace:transfer') && members.transferOwnership, transfer),
      updateInvitation: when(
        invites && invitations?.update,
        write(context, (all) => all.changeInvitationRole),
      ),
      resend: when(
        invites && invitations?.resend,
        write(context, (all) => all.resendInvitation),
      ),
      revoke: when(
        invites && invitations?.revoke,
        write(context, (all) => all.revokeInvitation),
      ),
      link: when(
        invites && invitations?.link,
        write(context, (all) => all.invitationLink),
      ),
    };
  }, [context, role, granted]);
}

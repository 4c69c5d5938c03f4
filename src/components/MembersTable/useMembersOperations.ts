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
export function useMembersOperations(workspaceId: string, workspace: Workspace | undefined): MembersOperations {
  const context = useGuildhall();
  const viewer = workspace?.viewer;

  return useMemo(() => {
    const { members, invitations } = context.adapter;
    const may = (permission: Permission) => viewer?.permissions.includes(permission);
    const when = <I, O, C>(isOffered: unknown, find: Parameters<typeof write<I, O, C>>[1]) =>
      isOffered ? write(context, find) : undefined;
    const manages = may('members:manage');
    const invites = may('members:invite');
    return {
      updateRole: when(manages && members.update, (all) => all.updateMember),
      updateRoles: when(manages && members.update, (all) => all.updateRoles),
      updateBillingContact: when(viewer?.role === 'owner' && members.update, (all) => all.updateMember),
      remove: when(manages && members.remove, (all) => all.removeEach),
      leave: when(members.leave, (all) => all.leaveWorkspace),
      transferOwnership: when(may('workspace:transfer') && members.transferOwnership, (all) => all.transferOwnership),
      updateInvitation: when(invites && invitations?.update, (all) => all.changeInvitationRole),
      resend: when(invites && invitations?.resend, (all) => all.resendInvitation),
      revoke: when(invites && invitations?.revoke, (all) => all.revokeInvitation),
      collect: (...asked) =>
        import('./collectMembers.js').then((module) => module.collectMembers(context.adapter, workspaceId, ...asked)),
      link: when(invites && invitations?.link, (all) => all.invitationLink),
    };
  }, [context, workspaceId, viewer]);
}

import { MutationObserver } from '@tanstack/react-query';
import type { UseMutationOptions } from '@tanstack/react-query';
import type { InputOf, Member, OutputOf } from '../contract/index.js';
import { cachedMember, dropMembers, forgetWorkspace, patchMember } from './cache.js';
import { createRefresh } from './createRefresh.js';
import { keys } from './keys.js';
import { mutationOf } from './mutationOf.js';
import type { WriteContext } from './mutationOf.js';

// The writes of a members' list, for the hooks, and for the table, which loads them with the first.

export { removeEach, updateRoles } from './bulkMutations.js';

type Change = Pick<Partial<Member>, 'role' | 'billingContact'>;

/** The fields of a row that a change touches, as they are now. */
function pick(row: Member, change: Change): Change {
  return {
    ...(change.role === undefined ? {} : { role: row.role }),
    ...(change.billingContact === undefined ? {} : { billingContact: row.billingContact }),
  };
}

const refreshOf = ({ adapter, queryClient }: WriteContext) => createRefresh(adapter, queryClient);

/** Members, and what their number and roles tell elsewhere. */
const refreshMembers = (context: WriteContext, workspaceId: string) =>
  refreshOf(context).within(workspaceId, 'members.list', 'workspaces.get', 'invitations.list');

export function updateMember(context: WriteContext) {
  const { adapter, queryClient: client } = context;
  return mutationOf<InputOf<'members.update'>, Member, { before: Change } | undefined>(
    context,
    'members.update',
    adapter.members.update,
    {
      onMutate: async ({ workspaceId, memberId, role, billingContact }) => {
        await client.cancelQueries({ queryKey: keys.within(adapter, 'members.list', workspaceId) });
        const row = cachedMember(client, adapter, workspaceId, memberId);
        if (row === undefined) return undefined;
        const change: Change = {
          ...(role === undefined ? {} : { role }),
          ...(billingContact === undefined ? {} : { billingContact }),
        };
        patchMember(client, adapter, workspaceId, memberId, change);
        return { before: pick(row, change) };
      },
      onError: (_error, { workspaceId, memberId }, shown) => {
        if (shown) patchMember(client, adapter, workspaceId, memberId, shown.before);
      },
      onSettled: (_member, _error, { workspaceId }) => refreshMembers(context, workspaceId),
    },
  );
}

export function removeMembers(context: WriteContext) {
  const { adapter, queryClient: client } = context;
  return mutationOf<InputOf<'members.remove'>, OutputOf<'members.remove'>>(
    context,
    'members.remove',
    adapter.members.remove,
    {
      onMutate: async ({ workspaceId, memberIds }) => {
        await client.cancelQueries({ queryKey: keys.within(adapter, 'members.list', workspaceId) });
        dropMembers(client, adapter, workspaceId, memberIds);
      },
      onSettled: (_answer, _error, { workspaceId }) => refreshMembers(context, workspaceId),
    },
  );
}

export function leaveWorkspace(context: WriteContext) {
  const { adapter, queryClient } = context;
  return mutationOf<InputOf<'members.leave'>, OutputOf<'members.leave'>>(
    context,
    'members.leave',
    adapter.members.leave,
    {
      onSuccess: (_answer, { workspaceId }) => {
        forgetWorkspace(queryClient, adapter, workspaceId);
        return refreshOf(context).own('workspaces.list');
      },
    },
  );
}

export function transferOwnership(context: WriteContext) {
  const { members } = context.adapter;
  return mutationOf<InputOf<'members.transferOwnership'>, OutputOf<'members.transferOwnership'>>(
    context,
    'members.transferOwnership',
    members.transferOwnership,
    {
      onSuccess: (_answer, { workspaceId }) => refreshOf(context).within(workspaceId, 'members.list', 'workspaces.get'),
    },
  );
}

type InvitationOperation = 'update' | 'resend' | 'revoke';

function manageInvitation<N extends InvitationOperation>(context: WriteContext, name: N) {
  type Operation = `invitations.${N}`;
  const operation: Operation = `invitations.${name}`;
  return mutationOf<InputOf<Operation>, OutputOf<Operation>>(
    context,
    operation,
    context.adapter.invitations?.[name] as ((input: InputOf<Operation>) => Promise<OutputOf<Operation>>) | undefined,
    { onSettled: (_answer, _error, { workspaceId }) => refreshOf(context).within(workspaceId, 'invitations.list') },
  );
}

export const changeInvitationRole = (context: WriteContext) => manageInvitation(context, 'update');
export const resendInvitation = (context: WriteContext) => manageInvitation(context, 'resend');
export const revokeInvitation = (context: WriteContext) => manageInvitation(context, 'revoke');

/** The link is made on the spot, never cached. */
export const invitationLink = (context: WriteContext) =>
  mutationOf(context, 'invitations.link', context.adapter.invitations?.link);

/** Does a write once, outside of a component. */
export function execute<I, O, C>(
  context: WriteContext,
  options: UseMutationOptions<O, Error, I, C>,
  input: I,
): Promise<O> {
  return new MutationObserver(context.queryClient, options).mutate(input);
}

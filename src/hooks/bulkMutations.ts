import { GuildhallError, MAX_BULK } from '../contract/index.js';
import type { OperationName, RemovalOutcome, Role } from '../contract/index.js';
import { dropMembers, patchMember } from './cache.js';
import { createRefresh } from './createRefresh.js';
import { keys } from './keys.js';
import { mutationOf } from './mutationOf.js';
import type { WriteContext } from './mutationOf.js';
import { rememberMembers } from './rememberMembers.js';
import { unsupported } from './unsupported.js';

// What is done with several members at once: shown at once for all, set back for each that is refused; the others are done.

/** One member's role, and what it was. */
export interface RoleChange {
  readonly memberId: string;
  readonly from: Role;
  readonly to: Role;
}

interface Bulk {
  readonly workspaceId: string;
  /** Told how many have been asked for. */
  readonly onProgress: (done: number) => void;
}

/** Roles for several members. */
export interface RoleChanges extends Bulk {
  readonly changes: readonly RoleChange[];
}

/** Members that are to go. */
export interface Removals extends Bulk {
  readonly memberIds: readonly string[];
}

/** Who was refused, each with the reason. */
export type RefusedChanges = readonly { readonly memberId: string; readonly error: unknown }[];

const beforehand = ({ adapter, queryClient }: WriteContext, workspaceId: string) =>
  queryClient.cancelQueries({ queryKey: keys.within(adapter, 'members.list', workspaceId) });

const refresh = ({ adapter, queryClient }: WriteContext, workspaceId: string) =>
  createRefresh(adapter, queryClient).within(workspaceId, 'members.list', 'workspaces.get', 'invitations.list');

/** A write of several; `shown`: what shows at once, which answers with what sets members back. */
function bulkOf<I extends Bulk>(
  context: WriteContext,
  operation: OperationName,
  show: (input: I) => (memberIds: readonly string[]) => void,
  ask: (input: I, refuse: (memberIds: readonly string[], error: unknown) => void) => Promise<void>,
) {
  const run = async (input: I): Promise<RefusedChanges> => {
    await beforehand(context, input.workspaceId);
    const setBack = show(input);
    const refused: { memberId: string; error: unknown }[] = [];
    await ask(input, (memberIds, error) => {
      refused.push(...memberIds.map((memberId) => ({ memberId, error })));
      setBack(memberIds);
    });
    return refused;
  };
  return mutationOf<I, RefusedChanges>(context, operation, run, {
    // Not waited for: who was refused is to be told also while nothing can be asked for.
    onSettled: (_refused, _error, { workspaceId }) => void refresh(context, workspaceId),
  });
}

/** Gives several members roles, one after the other: a workspace's last owner is whoever is asked for last. */
export function updateRoles(context: WriteContext) {
  const { adapter, queryClient: client, onError } = context;
  const { update } = adapter.members;
  return bulkOf<RoleChanges>(
    context,
    'members.update',
    ({ workspaceId, changes }) => {
      const before = new Map(changes.map(({ memberId, from }) => [memberId, from]));
      for (const { memberId, to } of changes) patchMember(client, adapter, workspaceId, memberId, { role: to });
      return (memberIds) => {
        for (const memberId of memberIds) {
          const role = before.get(memberId);
          if (role !== undefined) patchMember(client, adapter, workspaceId, memberId, { role });
        }
      };
    },
    async ({ workspaceId, changes, onProgress }, refuse) => {
      for (const [index, { memberId, to }] of changes.entries()) {
        try {
          await (update ? update({ workspaceId, memberId, role: to }) : unsupported('members.update'));
        } catch (error) {
          onError(error);
          refuse([memberId], error);
        }
        onProgress(index + 1);
      }
    },
  );
}

function errorOf({ reason }: Extract<RemovalOutcome, { status: 'refused' }>): GuildhallError {
  return reason === 'last_owner' || reason === 'self_removal'
    ? new GuildhallError('conflict', { details: { reason } })
    : new GuildhallError('forbidden', { details: { reason } });
}

/** Removes several members, as many in a request as it may hold. */
export function removeEach(context: WriteContext) {
  const { adapter, queryClient: client, onError } = context;
  const { remove } = adapter.members;
  return bulkOf<Removals>(
    context,
    'members.remove',
    ({ workspaceId, memberIds }) => {
      const setBack = rememberMembers(client, adapter, workspaceId);
      dropMembers(client, adapter, workspaceId, memberIds);
      return setBack;
    },
    async ({ workspaceId, memberIds: all, onProgress }, refuse) => {
      for (let from = 0; from < all.length; from += MAX_BULK) {
        const memberIds = all.slice(from, from + MAX_BULK);
        try {
          const answer = await (remove ? remove({ workspaceId, memberIds }) : unsupported('members.remove'));
          for (const one of answer.outcomes) if (one.status === 'refused') refuse([one.memberId], errorOf(one));
        } catch (error) {
          onError(error);
          refuse(memberIds, error);
        }
        onProgress(from + memberIds.length);
      }
    },
  );
}

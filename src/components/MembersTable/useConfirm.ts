import { useCallback } from 'react';
import { GuildhallError, MAX_BULK, isGuildhallError } from '../../contract/index.js';
import type { Invitation, Member, RemovalOutcome } from '../../contract/index.js';
import { useLeaveWorkspace, useManageInvitation, useRemoveMembers, useTransferOwnership } from '../../hooks/index.js';
import type { Words } from './roleOptions.js';
import type { MembersActions, Question } from './types.js';
import type { useFeedback } from './useFeedback.js';

type Refused = Extract<RemovalOutcome, { status: 'refused' }>;

function errorOfOutcome({ reason }: Refused): GuildhallError {
  return reason === 'last_owner' || reason === 'self_removal'
    ? new GuildhallError('conflict', { details: { reason } })
    : new GuildhallError('forbidden', { details: { reason } });
}

interface UseConfirmInput {
  workspaceId: string;
  t: Words;
  explain: (error: unknown) => string;
  feedback: Pick<ReturnType<typeof useFeedback>, 'announce' | 'tell'>;
  onLeft: (() => void) | undefined;
}

/** Does what was asked; rejects where nothing came of it, so that the question can stay with the reason. */
export function useConfirm({ workspaceId, t, explain, feedback, onLeft }: UseConfirmInput): MembersActions['confirm'] {
  const { announce, tell } = feedback;
  const { mutateAsync: removeMembers } = useRemoveMembers();
  const { mutateAsync: leaveWorkspace } = useLeaveWorkspace();
  const { mutateAsync: transferOwnership } = useTransferOwnership();
  const { mutateAsync: revokeInvitation } = useManageInvitation().revoke;

  const remove = useCallback(
    async (members: readonly Member[]) => {
      const outcomes: RemovalOutcome[] = [];
      for (let from = 0; from < members.length; from += MAX_BULK) {
        const memberIds = members.slice(from, from + MAX_BULK).map(({ id }) => id);
        outcomes.push(...(await removeMembers({ workspaceId, memberIds })).outcomes);
      }
      const refused = outcomes.filter((outcome) => outcome.status === 'refused');
      const [first] = refused;
      if (first === undefined) {
        announce(t('removedAnnouncement', { count: members.length, name: members[0]?.name ?? '' }));
        return;
      }
      const error = errorOfOutcome(first);
      if (refused.length === members.length) throw error;
      tell(first.memberId, 'error', t('notAllRemoved', { count: refused.length, reason: explain(error) }));
    },
    [workspaceId, removeMembers, announce, tell, t, explain],
  );

  const revoke = useCallback(
    async (invitations: readonly Invitation[]) => {
      for (const { id } of invitations) {
        try {
          await revokeInvitation({ workspaceId, invitationId: id });
        } catch (error) {
          // Answered or revoked meanwhile: it is gone, which was the point.
          if (!isGuildhallError(error, 'not_found') && !isGuildhallError(error, 'conflict')) throw error;
        }
      }
      announce(t('revokedAnnouncement', { count: invitations.length }));
    },
    [workspaceId, revokeInvitation, announce, t],
  );

  return useCallback(
    async (question: Question) => {
      if (question.kind === 'remove') return remove(question.members);
      if (question.kind === 'revoke') return revoke(question.invitations);
      if (question.kind === 'transfer') {
        await transferOwnership({ workspaceId, memberId: question.member.id });
        announce(t('roleChanged', { name: question.member.name, role: t('owner') }));
        return;
      }
      await leaveWorkspace({ workspaceId });
      onLeft?.();
    },
    [workspaceId, remove, revoke, transferOwnership, leaveWorkspace, announce, onLeft, t],
  );
}

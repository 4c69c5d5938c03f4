import { useCallback, useState } from 'react';
import { isGuildhallError } from '../../contract/index.js';
import type { ReceivedInvitation, Workspace } from '../../contract/index.js';
import { useAnswerInvitation, useMyInvitations } from '../../hooks/index.js';
import { useExplain } from '../../hooks/useMessages.js';
import type { WaitingInvitation, WaitingList } from './types.js';

interface Answer {
  readonly invitation: ReceivedInvitation;
  readonly pending: 'accept' | 'decline' | null;
  readonly problem: string | null;
  readonly isDead: boolean;
}

const NO_ANSWERS: ReadonlyMap<string, Answer> = new Map();

/** Whether trying again is no use: the invitation itself is no more. */
const isFinal = (error: unknown) => isGuildhallError(error, 'conflict') || isGuildhallError(error, 'not_found');

interface UseWaitingInput {
  onJoined: (workspace: Workspace) => void;
  onDeclined: (invitation: ReceivedInvitation) => void;
}

/** The invitations that wait, with those that failed to be answered kept in place, beside their reason. */
export function useWaiting({ onJoined, onDeclined }: UseWaitingInput): WaitingList {
  const mine = useMyInvitations();
  const { accept, decline } = useAnswerInvitation();
  const explain = useExplain();
  const [answers, setAnswers] = useState(NO_ANSWERS);

  const note = useCallback((invitation: ReceivedInvitation, answer: Omit<Answer, 'invitation'> | null) => {
    setAnswers((before) => {
      const after = new Map(before);
      if (answer === null) after.delete(invitation.id);
      else after.set(invitation.id, { invitation, ...answer });
      return after;
    });
  }, []);
  const attempt = async (invitation: ReceivedInvitation, pending: 'accept' | 'decline', send: () => Promise<void>) => {
    note(invitation, { pending, problem: null, isDead: false });
    try {
      await send();
      note(invitation, null);
      return true;
    } catch (error) {
      note(invitation, { pending: null, problem: explain(error), isDead: isFinal(error) });
      return false;
    }
  };

  const shown = new Map<string, WaitingInvitation>();
  for (const invitation of mine.data?.pages.flatMap((page) => page.items) ?? []) {
    shown.set(invitation.id, answers.get(invitation.id) ?? { invitation, pending: null, problem: null, isDead: false });
  }
  for (const [id, answer] of answers) if (!shown.has(id)) shown.set(id, answer);
  return {
    items: [...shown.values()],
    hasMore: mine.hasNextPage,
    isLoadingMore: mine.isFetchingNextPage,
    onMore: () => void mine.fetchNextPage({ cancelRefetch: false }),
    problem: mine.error ? explain(mine.error) : null,
    onRetry: () => void mine.refetch(),
    accept: (invitation) =>
      attempt(invitation, 'accept', async () => onJoined(await accept.mutateAsync({ invitationId: invitation.id }))),
    decline: (invitation) =>
      attempt(invitation, 'decline', async () => {
        await decline.mutateAsync({ invitationId: invitation.id });
        onDeclined(invitation);
      }),
  };
}

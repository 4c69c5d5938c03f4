import { useState } from 'react';
import type { Dispatch } from 'react';
import { isGuildhallError, MAX_INVITATIONS } from '../../contract/index.js';
import { useInvitePeople, useManageInvitation } from '../../hooks/index.js';
import type { DraftAction } from './draft.js';
import type { PlannedRow } from './rowState.js';

/** How far the sending has come. */
export interface SendProgress {
  readonly done: number;
  readonly total: number;
}

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** Sends what is ready, as many at once as the server takes, and tells the draft what became of each. */
export function useSendInvitations(workspaceId: string, dispatch: Dispatch<DraftAction>) {
  const { mutateAsync: invite } = useInvitePeople();
  const { resend } = useManageInvitation();
  const { mutateAsync: sendAgain } = resend;
  const [progress, setProgress] = useState<SendProgress | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  const resendOne = async ({ row, state }: PlannedRow) => {
    if (state.kind !== 'resend') return;
    const { id, email } = state.invitation;
    try {
      dispatch({ type: 'sent again', id: row.id, invitation: await sendAgain({ workspaceId, invitationId: id }) });
    } catch (error) {
      if (isGuildhallError(error, 'not_found')) dispatch({ type: 'forgotten', id: row.id });
      else if (isGuildhallError(error, 'rate_limited')) {
        const refusal = { status: 'rate_limited', email, retryAfterMs: error.retryAfterMs ?? 0 } as const;
        dispatch({ type: 'refused', id: row.id, refusal });
      } else throw error;
    }
  };

  /** Never rejects: what stops it is the problem, and what was not sent stays in the draft. */
  const send = async (planned: readonly PlannedRow[]) => {
    const fresh = planned.filter(({ state }) => state.kind === 'ready').map(({ row }) => row);
    const again = planned.filter(({ state }) => state.kind === 'resend');
    const total = fresh.length + again.length;
    let done = 0;
    const advance = (by: number) => setProgress({ done: (done += by), total });
    setProblem(null);
    advance(0);
    try {
      for (const rows of chunksOf(fresh, MAX_INVITATIONS)) {
        const invitations = rows.map(({ email, text, role }) => ({ email: email ?? text, role }));
        const { outcomes } = await invite({ workspaceId, invitations });
        dispatch({ type: 'answered', ids: rows.map(({ id }) => id), outcomes });
        advance(rows.length);
      }
      for (const row of again) {
        await resendOne(row);
        advance(1);
      }
      dispatch({ type: 'finished' });
    } catch (error) {
      setProblem(error);
    } finally {
      setProgress(null);
    }
  };

  return { send, progress, problem, forgetProblem: () => setProblem(null) };
}

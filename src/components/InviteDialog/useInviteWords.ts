import { useMemo } from 'react';
import type { Role } from '../../contract/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import type { Format, MessageOverrides } from '../../i18n/index.js';
import { useGuildhall } from '../../provider/context.js';
import { roleMessages } from '../parts/role.messages.js';
import type { RoleWords } from '../parts/role.messages.js';
import { inviteDialogMessages } from './InviteDialog.messages.js';
import type { InviteWords } from './InviteDialog.messages.js';
import type { ParseOptions } from './parseAddresses.js';
import type { Counts, PlannedRow, SendRefusal } from './rowState.js';

/** Other words for the dialog. */
export type InviteDialogMessages = MessageOverrides<(typeof inviteDialogMessages)['messages']>;

/** Everything that the dialog says, in the viewer's language. */
export interface Speech {
  readonly t: InviteWords;
  readonly roles: RoleWords;
  readonly format: Format;
  readonly explain: (error: unknown) => string;
  /** How roles are called, to read lists by. */
  readonly parseOptions: ParseOptions;
  /** "3 ready, 1 to fix, 2 left out" */
  summary(counts: Counts): string;
  /** Why a row is as it is; null for one that is simply ready. */
  reason(planned: PlannedRow): string | null;
}

const MINUTE = 60_000;

function inTime(t: InviteWords, ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / MINUTE));
  return minutes < 120 ? t('inMinutes', { count: minutes }) : t('inHours', { count: Math.ceil(minutes / 60) });
}

function refusalIn(t: InviteWords, refusal: SendRefusal): string {
  if (refusal.status === 'rate_limited') return t('rate_limited', { when: inTime(t, refusal.retryAfterMs) });
  return refusal.status === 'limit_exceeded' ? t('limit_exceeded', { max: refusal.max }) : t(refusal.status);
}

function reasonIn(t: InviteWords, format: Format, { row, state, suggestion }: PlannedRow): string | null {
  const doubt = suggestion === null ? '' : t('didYouMean', { domain: suggestion.split('@')[1] ?? '' });
  switch (state.kind) {
    case 'fix':
      return [t(state.why), doubt].filter(Boolean).join(' ');
    case 'member':
      return t('isMember');
    case 'invited':
      return t('isInvited', { when: format.relativeDays(state.invitation.expiresAt) });
    case 'waiting':
      return row.refusal ? refusalIn(t, row.refusal) : t('noPlace');
    default: {
      if (state.refusal) return refusalIn(t, state.refusal);
      if (state.kind === 'resend') return t('isSentAgain');
      return doubt || (row.copies > 1 ? t('listedAgain', { count: row.copies }) : null);
    }
  }
}

function summaryIn(t: InviteWords, { ready, fix, waiting, leftOut }: Counts): string {
  const counts = [
    ready > 0 && t('ready', { count: ready }),
    fix > 0 && t('toFix', { count: fix }),
    waiting > 0 && t('waiting', { count: waiting }),
    leftOut > 0 && t('leftOut', { count: leftOut }),
  ].filter((count) => count !== false);
  const [first = '', ...rest] = counts;
  return rest.reduce((said, count) => t('counts', { before: said, next: count }), first);
}

/** The dialog's words and formats. */
export function useInviteWords(overrides: InviteDialogMessages | undefined): Speech {
  const { format } = useGuildhall();
  const t = useMessages(inviteDialogMessages, overrides);
  const roles = useMessages(roleMessages);
  const explain = useExplain();
  return useMemo(() => {
    const roleNames: Record<string, Role> = {};
    for (const role of ['owner', 'admin', 'member'] as const) roleNames[roles(role).toLowerCase()] = role;
    return {
      t,
      roles,
      format,
      explain,
      parseOptions: { roleNames },
      summary: (counts) => summaryIn(t, counts),
      reason: (planned) => reasonIn(t, format, planned),
    };
  }, [t, roles, format, explain]);
}

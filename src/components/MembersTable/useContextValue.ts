import { useMemo } from 'react';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useGuildhall } from '../../provider/context.js';
import type { MembersContextValue } from './context.js';
import { membersTableMessages } from './MembersTable.messages.js';
import type { MembersTableViewProps } from './types.js';
import type { useFeedback } from './useFeedback.js';

/** The table's words, language and deeds, for all its parts; null until the workspace is known. */
export function useContextValue(
  { workspace, operations, onLeft }: MembersTableViewProps,
  overrides: MessageOverrides | undefined,
  { tellers }: ReturnType<typeof useFeedback>,
  ask: MembersContextValue['ask'],
) {
  const t = useMessages(membersTableMessages, overrides);
  const explain = useExplain();
  const { format } = useGuildhall();
  const value = useMemo<MembersContextValue | null>(
    () => (workspace ? { ...tellers, workspace, operations, t, overrides, explain, format, ask, onLeft } : null),
    [workspace, operations, t, overrides, explain, format, ask, tellers, onLeft],
  );
  return { t, explain, value };
}

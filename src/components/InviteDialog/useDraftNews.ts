import { useEffect, useRef } from 'react';
import type { Draft } from './draft.js';
import { countRows } from './rowState.js';
import type { PlannedRow } from './rowState.js';
import type { Speech } from './useInviteWords.js';

/** Says what happened to the draft to those who do not see it. What was sent is said by the title. */
export function useDraftNews(
  draft: Draft,
  planned: readonly PlannedRow[],
  speech: Speech,
  announce: (sentence: string) => void,
) {
  const before = useRef(draft);
  useEffect(() => {
    const previous = before.current;
    before.current = draft;
    if (previous.rows === draft.rows || previous.sent.length !== draft.sent.length) return;
    const { t } = speech;
    const summary = speech.summary(countRows(planned));
    const had = new Set(previous.rows.map(({ id }) => id));
    const added = draft.rows.filter(({ id }) => !had.has(id)).length;
    const gone = previous.rows.filter(({ id }) => !draft.rows.some((row) => row.id === id));
    if (draft.field.editing && !previous.field.editing) announce(t('editing', { email: draft.field.text }));
    else if (added > 0) announce(t('added', { count: added, summary }));
    else if (gone.length > 1) announce(t('removedAll'));
    else if (gone[0]) announce(t('removed', { email: gone[0].text, summary }));
    else announce(summary);
  }, [draft, planned, speech, announce]);
}

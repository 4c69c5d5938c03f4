import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Draft } from './draft.js';
import type { PlannedRow } from './rowState.js';

type FieldRef = RefObject<HTMLInputElement | null>;

/**
 * Whether there is a field to type into. After sending there is one only where something is to be put right,
 * or more people are to be invited; then it stays, whatever is typed, until something is sent again.
 */
export function useFieldShown(draft: Draft, planned: readonly PlannedRow[], field: FieldRef) {
  const sent = draft.sent.length;
  const [keptFor, setKeptFor] = useState(-1);
  const wantsFocus = useRef(false);
  const isNeeded =
    draft.field.editing !== null || draft.field.text !== '' || planned.some(({ state }) => state.kind === 'fix');
  if (isNeeded && keptFor !== sent) setKeptFor(sent);

  useEffect(() => {
    if (wantsFocus.current) field.current?.focus();
    wantsFocus.current = false;
  });
  const askForMore = () => {
    wantsFocus.current = true;
    setKeptFor(sent);
  };
  return { showsField: sent === 0 || isNeeded || keptFor === sent, askForMore };
}

/** When something was sent, the focus goes to the address that came back, or to the button that closes. */
export function useFocusAfterSending(
  isSending: boolean,
  draft: Draft,
  field: FieldRef,
  closeButton: RefObject<HTMLButtonElement | null>,
) {
  const before = useRef({ isSending, sent: draft.sent.length });
  useEffect(() => {
    const previous = before.current;
    if (isSending !== previous.isSending) before.current = { isSending, sent: draft.sent.length };
    if (isSending || !previous.isSending || draft.sent.length === previous.sent) return;
    (draft.field.editing ? field.current : closeButton.current)?.focus();
  }, [isSending, draft, field, closeButton]);
}

import { useCallback, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { heirOf, placeOf } from './focusPlace.js';
import type { FocusPlace } from './focusPlace.js';
import type { Question } from './types.js';

/** The question that is open, and where the focus goes after it. */
export function useQuestion(root: RefObject<HTMLElement | null>) {
  const [question, setQuestion] = useState<Question | null>(null);
  const opener = useRef<FocusPlace | null>(null);
  const ask = useCallback(
    (asked: Question) => {
      const { activeElement } = document;
      opener.current = root.current && activeElement ? placeOf(root.current, activeElement) : null;
      setQuestion(asked);
    },
    [root],
  );
  /** Back to where it was asked; where that is gone, to the next row, or to the table. */
  const returnFocus = () => {
    const from = opener.current?.element;
    if (from instanceof HTMLElement && from.isConnected && from !== document.body) return from;
    return root.current && opener.current ? heirOf(root.current, opener.current) : root.current;
  };
  return { question, ask, close: () => setQuestion(null), returnFocus };
}

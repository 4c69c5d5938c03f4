import { useCallback, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Question } from './types.js';

/** The question that is open, and where the focus goes after it. */
export function useQuestion(root: RefObject<HTMLElement | null>) {
  const [question, setQuestion] = useState<Question | null>(null);
  const opener = useRef<Element | null>(null);
  const ask = useCallback((asked: Question) => {
    opener.current = document.activeElement;
    setQuestion(asked);
  }, []);
  /** Back to where it was asked; where that is gone, it stays in the next row, or goes to the table. */
  const returnFocus = () => {
    const from = opener.current;
    return from instanceof HTMLElement && from.isConnected && from !== document.body
      ? from
      : (root.current?.querySelector<HTMLElement>(':focus') ?? root.current);
  };
  return { question, ask, close: () => setQuestion(null), returnFocus };
}

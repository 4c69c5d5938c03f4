import { useCallback, useState } from 'react';
import type { Question } from './types.js';

/** What is asked, and what had the focus when it was. */
export interface OpenQuestion {
  readonly question: Question;
  readonly from: Element | null;
}

/** The question that is open. */
export function useQuestion() {
  const [asked, setAsked] = useState<OpenQuestion | null>(null);
  const ask = useCallback((question: Question) => setAsked({ question, from: document.activeElement }), []);
  return { asked, ask, close: () => setAsked(null) };
}

import { useEffect, useState } from 'react';
import type { Feedback, Undoable } from './types.js';

/** Milliseconds for which a row says that something was done. What failed stays until something else is done. */
const SHOWN = 4000;

/** What a row says about what was last done to it, what is said aloud, and what can be undone. */
export function useFeedback() {
  const [feedback, setFeedback] = useState<Feedback | null>(null);
  const [announcement, announce] = useState('');
  useEffect(() => {
    if (feedback?.tone !== 'success') return;
    const timer = setTimeout(() => setFeedback(null), SHOWN);
    return () => clearTimeout(timer);
  }, [feedback]);
  const [undoable, offerUndo] = useState<Undoable | null>(null);
  // Always the same, so that rows are not drawn again because something was said.
  const [tellers] = useState(() => ({
    announce,
    offerUndo,
    tell: (id: string, tone: Feedback['tone'], sentence: string) => {
      setFeedback({ id, tone, sentence });
      announce(sentence);
    },
    forget: () => setFeedback(null),
  }));
  return { feedback, announcement, undoable, tellers };
}

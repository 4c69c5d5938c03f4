import { useCallback, useEffect, useState } from 'react';
import type { Feedback } from './types.js';

/** Milliseconds for which a row says that something was done. What failed stays until something else is done. */
const SHOWN = 4000;

/** What a row says about what was last done to it, and what is said aloud. */
export function useFeedback() {
  const [feedback, setFeedback] = useState<Feedback | null>(null);
  const [announcement, announce] = useState('');
  useEffect(() => {
    if (feedback?.tone !== 'success') return;
    const timer = setTimeout(() => setFeedback(null), SHOWN);
    return () => clearTimeout(timer);
  }, [feedback]);
  const tell = useCallback((id: string, tone: Feedback['tone'], sentence: string) => {
    setFeedback({ id, tone, sentence });
    announce(sentence);
  }, []);
  const forget = useCallback(() => setFeedback(null), []);
  return { feedback, announcement, announce, tell, forget };
}

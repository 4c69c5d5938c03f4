import { useCallback, useRef, useState } from 'react';
import type { Entity, Sharing } from '../../contract/index.js';
import type { KindWords } from '../parts/useKindWords.js';
import type { ItemWords } from './SharedItems.messages.js';

interface Question {
  readonly entity: Entity;
  readonly sharing: Sharing;
}

/** Asks who shall be able to open an item, does it, and says what came of it. */
export function useSharing(
  setSharing: ((entity: Entity, sharing: Sharing) => Promise<unknown>) | undefined,
  said: { t: ItemWords; words: KindWords; explain: (error: unknown) => string; announce: (sentence: string) => void },
) {
  const { t, words, explain, announce } = said;
  const [question, setQuestion] = useState<Question | null>(null);
  const [refused, setRefused] = useState<{ title: string; error: unknown } | null>(null);
  const opener = useRef<Element | null>(null);
  const ask = useCallback((entity: Entity, sharing: Sharing) => {
    opener.current = document.activeElement;
    setRefused(null);
    setQuestion({ entity, sharing });
  }, []);
  const confirm = async ({ entity, sharing }: Question) => {
    const title = words.titleOf(entity);
    setQuestion(null);
    try {
      await setSharing?.(entity, sharing);
      announce(t(sharing === 'public' ? 'isPublic' : 'isPrivate', { title }));
    } catch (error) {
      setRefused({ title, error });
    }
  };
  return {
    question,
    ask: setSharing && ask,
    confirm: () => void (question && confirm(question)),
    close: () => setQuestion(null),
    /** Back to where it was asked; where that is gone, undefined. */
    opener: () => (opener.current instanceof HTMLElement && opener.current.isConnected ? opener.current : null),
    problem: refused && t('notChanged', { title: refused.title, reason: explain(refused.error) }),
    forget: () => setRefused(null),
  };
}

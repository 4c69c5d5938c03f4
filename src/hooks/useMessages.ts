import { useMemo } from 'react';
import { createTranslate } from '../i18n/index.js';
import type { Catalogue, MessageOverrides, Messages, MessageSet, Translate } from '../i18n/index.js';
import { useGuildhall } from '../provider/context.js';
import { loadErrorWords, useErrorWords } from './errorWords.js';
import type { ErrorWords } from './errorWords.js';

/** A component's words: its own `messages` prop, then the provider's, then English. */
export function useMessages<M extends Messages>(
  set: MessageSet<M>,
  overrides?: NoInfer<MessageOverrides<M>>,
): Translate<M> {
  const { locale, messages } = useGuildhall();
  return useMemo(
    () => createTranslate(set, locale, [overrides, messages[set.namespace]]),
    [set, locale, overrides, messages],
  );
}

/**
 * The sentence for an error or a refusal, in the viewer's language. Empty for the moment until the sentences are loaded,
 * or where they cannot be: what stands around it says that something went wrong.
 */
export function useExplain(): (error: unknown) => string {
  const { locale, messages } = useGuildhall();
  const words = useErrorWords();
  return useMemo(() => explainWith(words, locale, messages), [words, locale, messages]);
}

function explainWith(words: ErrorWords | undefined, locale: string, messages: Catalogue): (error: unknown) => string {
  if (words === undefined) {
    return () => {
      loadErrorWords();
      return '';
    };
  }
  const { errorMessages, explain } = words;
  const t = createTranslate(errorMessages, locale, [messages[errorMessages.namespace]]);
  return (error) => explain(error, t);
}

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
  const { locale, messages, direction } = useGuildhall();
  return useMemo(
    () => createTranslate(set, locale, [overrides, messages[set.namespace]], direction),
    [set, locale, overrides, messages, direction],
  );
}

/**
 * The sentence for an error or a refusal, in the viewer's language. Empty for the moment until the sentences are loaded,
 * or where they cannot be: what stands around it says that something went wrong.
 */
export function useExplain(): (error: unknown) => string {
  const { locale, messages, direction } = useGuildhall();
  const words = useErrorWords();
  return useMemo(() => explainWith(words, locale, messages, direction), [words, locale, messages, direction]);
}

function explainWith(
  words: ErrorWords | undefined,
  locale: string,
  messages: Catalogue,
  direction: 'ltr' | 'rtl',
): (error: unknown) => string {
  if (words === undefined) {
    return () => {
      loadErrorWords();
      return '';
    };
  }
  const { errorMessages, explain } = words;
  const t = createTranslate(errorMessages, locale, [messages[errorMessages.namespace]], direction);
  return (error) => explain(error, t);
}

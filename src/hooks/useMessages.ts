import { useMemo } from 'react';
import { createTranslate, errorMessages, explain } from '../i18n/index.js';
import type { MessageOverrides, Messages, MessageSet, Translate } from '../i18n/index.js';
import { useGuildhall } from '../provider/context.js';

/** A component's words: its own `messages` prop, then the provider's, then English. */
export function useMessages<M extends Messages>(set: MessageSet<M>, overrides?: MessageOverrides<M>): Translate<M> {
  const { locale, messages } = useGuildhall();
  return useMemo(
    () => createTranslate(set, locale, [overrides, messages[set.namespace]]),
    [set, locale, overrides, messages],
  );
}

/** The sentence for an error or a refusal, in the viewer's language. */
export function useExplain(): (error: unknown) => string {
  const t = useMessages(errorMessages);
  return useMemo(() => (error) => explain(error, t), [t]);
}

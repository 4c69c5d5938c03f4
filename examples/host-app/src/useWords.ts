import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { loadMessages, locales } from 'guildhall/locales';
import { useEffect } from 'react';
import { useLanguage } from './remembered.js';

/** Guildhall's words in the chosen language, once they are there; the page runs the way that language does. */
export function useWords() {
  const [locale] = useLanguage();
  const { data: messages } = useQuery({
    queryKey: ['words', locale],
    queryFn: () => loadMessages(locale),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  const direction = locales.find(({ code }) => code === locale)?.direction ?? 'ltr';
  useEffect(() => {
    document.documentElement.dir = direction;
  }, [direction]);
  return { locale, messages };
}

import { useEffect, useRef, useState } from 'react';
import type { Entity } from '../../contract/index.js';
import type { KindWords } from '../parts/useKindWords.js';
import type { ItemWords } from './SharedItems.messages.js';

/** Milliseconds for which a row says what has become of it. */
const SHOWN = 6000;

interface News {
  readonly said: ReadonlyMap<string, string>;
  readonly gone: number;
}

/** What others have done since: to rows that were there before, and which ones have come in between. */
function compare(before: readonly Entity[], items: readonly Entity[], t: ItemWords, words: KindWords): News {
  const known = new Map(before.map((item) => [item.id, item]));
  const lastKnown = items.findLastIndex(({ id }) => known.has(id));
  const said = new Map<string, string>();
  items.forEach((item, index) => {
    const was = known.get(item.id);
    // What stands after all that was there has been loaded, and is not new.
    if (was === undefined && index < lastKnown) said.set(item.id, t('isNew'));
    if (was && was.title !== item.title) said.set(item.id, t('renamedFrom', { title: words.titleOf(was) }));
    if (was && was.sharing !== item.sharing) said.set(item.id, t(item.sharing === 'public' ? 'opened' : 'closed'));
  });
  const now = new Set(items.map(({ id }) => id));
  return { said, gone: before.filter(({ id }) => !now.has(id)).length };
}

function inWords({ said, gone }: News, items: readonly Entity[], t: ItemWords, words: KindWords): string {
  const [one] = said;
  const item = one && items.find(({ id }) => id === one[0]);
  if (one === undefined || item === undefined) return gone > 0 ? t('newsRemoved', { count: gone }) : '';
  if (said.size > 1) return t('newsMany', { count: said.size });
  const title = words.titleOf(item);
  return one[1] === t('isNew') ? t('newsAdded', { title }) : t('newsChanged', { title, news: one[1] });
}

/** What each row says of what has just become of it; said politely too, all of it in one sentence. */
export function useItemNews(
  items: readonly Entity[],
  /** Changes with the kind and the filters: another list is no news. Null while its rows are not known. */
  listKey: string | null,
  { t, words, announce }: { t: ItemWords; words: KindWords; announce: (sentence: string) => void },
): ReadonlyMap<string, string> {
  const [news, setNews] = useState<ReadonlyMap<string, string>>(new Map());
  const before = useRef<{ listKey: string | null; items: readonly Entity[] }>({ listKey: null, items: [] });
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => () => timers.current.forEach(clearTimeout), []);
  useEffect(() => {
    const last = before.current;
    before.current = { listKey, items };
    if (listKey === null || last.listKey !== listKey || last.items === items) return;
    const found = compare(last.items, items, t, words);
    const sentence = inWords(found, items, t, words);
    if (sentence !== '') announce(sentence);
    if (found.said.size === 0) return;
    setNews((shown) => new Map([...shown, ...found.said]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setNews((shown) => new Map([...shown].filter(([id, what]) => found.said.get(id) !== what)));
    }, SHOWN);
    timers.current.add(timer);
  }, [items, listKey, t, words, announce]);
  return news;
}

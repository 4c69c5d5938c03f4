import { useEffect } from 'react';
import type { RefObject } from 'react';

const WAKING = ['pointermove', 'keydown', 'focusin'] as const;

/** What the table hears of the page: where the focus goes, and `/`. Loaded when somebody begins to use the page. */
export function usePageKeys(root: RefObject<HTMLElement | null>, searchesBySlash: boolean): void {
  useEffect(() => {
    const begun = new AbortController();
    const ended = new AbortController();
    const listen = async (first: Event) => {
      begun.abort();
      const { keepFocus, listenForArrows, listenForSearch } = await import('./pageKeys.js');
      const table = root.current;
      if (ended.signal.aborted || table === null) return;
      ended.signal.addEventListener('abort', keepFocus(table));
      ended.signal.addEventListener('abort', listenForArrows(table));
      if (searchesBySlash) ended.signal.addEventListener('abort', listenForSearch(table, first));
    };
    for (const name of WAKING) document.addEventListener(name, listen, { signal: begun.signal });
    return () => {
      begun.abort();
      ended.abort();
    };
  }, [root, searchesBySlash]);
}

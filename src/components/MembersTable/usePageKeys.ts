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
      const { listenToPage } = await import('./pageKeys.js');
      if (root.current && !ended.signal.aborted) {
        listenToPage(root.current, searchesBySlash ? first : null, ended.signal);
      }
    };
    for (const name of WAKING) document.addEventListener(name, listen, { signal: begun.signal });
    return () => {
      begun.abort();
      ended.abort();
    };
  }, [root, searchesBySlash]);
}

import { useEffect } from 'react';
import type { RefObject } from 'react';

/** What the table hears of the page: where the focus goes, and `/` where that leads to its search. Loaded when it is there. */
export function usePageKeys(root: RefObject<HTMLElement | null>, searchesBySlash: boolean): void {
  useEffect(() => {
    let ends: readonly (() => void)[] | null = [];
    const listen = async () => {
      const { keepFocus, listenForSearch } = await import('./pageKeys.js');
      const table = root.current;
      if (ends === null || table === null) return;
      ends = searchesBySlash ? [keepFocus(table), listenForSearch(table)] : [keepFocus(table)];
    };
    void listen();
    return () => {
      for (const end of ends ?? []) end();
      ends = null;
    };
  }, [root, searchesBySlash]);
}

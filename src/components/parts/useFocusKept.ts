import { useEffect, useRef } from 'react';
import type { FocusEvent } from 'react';

/**
 * Keeps the focus in a part of the page. A button that has done its work often goes with it, and the keyboard would
 * begin at the top of the page then: what `home` (a CSS selector) finds in that part takes the focus instead.
 *
 * @example <section {...useFocusKept('.gh-title')}>…</section>
 */
export function useFocusKept(home: string) {
  const last = useRef<{ part: Element; had: Element } | null>(null);
  useEffect(() => {
    const before = last.current;
    if (before === null || before.had.isConnected) return;
    // A dialog that closes gives the focus back in a task of its own, where there still is whoever opened it.
    const timer = setTimeout(() => {
      if (last.current === before) last.current = null;
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body) return;
      before.part.querySelector<HTMLElement>(home)?.focus();
    });
    return () => clearTimeout(timer);
  });
  return {
    onFocus: ({ currentTarget, target }: FocusEvent<Element>) => {
      last.current = { part: currentTarget, had: target };
    },
    // Whoever leaves by themselves stays where they went; what is taken away tells nothing.
    onBlur: () => {
      last.current = null;
    },
  };
}

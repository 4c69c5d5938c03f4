import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** Rows beyond the edges of the window, so that tabbing and scrolling find them there already. */
const OVERSCAN = 2;
/** Rows that are there before anything has been measured, as on the server. */
const INITIAL = 20;

const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Which rows of a list are in the window, whatever scrolls it: the page, or any box of the host's. All
 * rows are of one height, which the stylesheet gives: the list's own height tells it.
 */
export function useVisibleRows(count: number): { list: RefObject<HTMLDivElement | null>; first: number; end: number } {
  const list = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, end: INITIAL });

  const measure = useCallback(() => {
    if (list.current === null || count === 0) return;
    const { top, height } = list.current.getBoundingClientRect();
    const row = height / count;
    if (row === 0) return;
    const first = Math.max(0, Math.floor(-top / row) - OVERSCAN);
    const end = Math.ceil((window.innerHeight - top) / row) + OVERSCAN;
    setRange((shown) => (shown.first === first && shown.end === end ? shown : { first, end }));
  }, [count]);

  useBrowserLayoutEffect(measure, [measure]);
  useEffect(() => {
    const options = { capture: true, passive: true };
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure);
    if (list.current) observer?.observe(list.current);
    window.addEventListener('scroll', measure, options);
    window.addEventListener('resize', measure, options);
    return () => {
      observer?.disconnect();
      window.removeEventListener('scroll', measure, options);
      window.removeEventListener('resize', measure, options);
    };
  }, [measure]);

  return { list, first: Math.min(range.first, Math.max(0, count - 1)), end: Math.min(range.end, count) };
}

import { useEffect, useRef, useState } from 'react';

/** Pixels before the edge of the window at which something counts as seen. */
const AHEAD = 240;

/**
 * Calls back when the element that gets the ref comes into sight. Passing undefined and then a function
 * again looks anew, so that a list's end that stays in sight asks for page after page.
 *
 * @example <div ref={useInView(isLoading ? undefined : loadMore)} />
 */
export function useInView(onInView: (() => void) | undefined): (element: Element | null) => void {
  const [element, setElement] = useState<Element | null>(null);
  const latest = useRef(onInView);
  const looks = onInView !== undefined;
  useEffect(() => {
    latest.current = onInView;
  });
  useEffect(() => {
    if (element === null || !looks) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current?.();
      },
      { rootMargin: `${AHEAD}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, looks]);
  return setElement;
}

import { useSyncExternalStore } from 'react';

/** How a story that stands on the page is looked at once more. */
export interface Turned {
  scheme: 'light' | 'dark';
  direction: 'ltr' | 'rtl';
}

/** The event on `window` that turns the story on the page; without a detail, the toolbar holds again. */
const TURN = 'guildhall:turn';

let turned: Turned | undefined;

function subscribe(listener: () => void): () => void {
  const heard = (event: Event) => {
    turned = (event instanceof CustomEvent && event.detail) || undefined;
    listener();
  };
  window.addEventListener(TURN, heard);
  return () => {
    window.removeEventListener(TURN, heard);
    turned = undefined;
  };
}

/**
 * How the story is turned, above its toolbar and its own globals; undefined where nobody turned it. An event and no global, because a
 * story's own globals, such as a dark one's, cannot be changed from outside.
 */
export const useTurned = (): Turned | undefined => useSyncExternalStore(subscribe, () => turned);

/** Turns the story on the page, which keeps its state: what is open stays open. */
export const turn = (to?: Turned): boolean => window.dispatchEvent(new CustomEvent(TURN, { detail: to }));

import { useEffect, useSyncExternalStore } from 'react';
import type { errorMessages, explain } from '../i18n/error.messages.js';

/** What `i18n/error.messages.ts` has. */
export interface ErrorWords {
  readonly errorMessages: typeof errorMessages;
  readonly explain: typeof explain;
}

let words: ErrorWords | undefined;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

async function load(): Promise<void> {
  try {
    words = await import('../i18n/error.messages.js');
    for (const listener of listeners) listener();
  } catch {
    // Nobody can be told in words that the words are missing; whoever needs them next tries again.
    loading = undefined;
  }
}

/** Begins to load the sentences, unless they are there or on their way. */
export function loadErrorWords(): void {
  loading ??= load();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The sentences for everything that can go wrong, which come after what shows; undefined until they are there. */
export function useErrorWords(): ErrorWords | undefined {
  useEffect(loadErrorWords, []);
  return useSyncExternalStore(
    subscribe,
    () => words,
    () => undefined,
  );
}

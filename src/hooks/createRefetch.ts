import { hashKey } from '@tanstack/react-query';
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Milliseconds in which more events about the same thing wait for one another. */
const BURST = 100;

/**
 * Has what is under a key asked for again: at once the first time, and once more after a burst of
 * further events, so that a hundred people joining cost two requests and not a hundred.
 */
export function createRefetch(client: QueryClient): (queryKey: QueryKey) => void {
  const waiting = new Map<string, boolean>();
  return function refetch(queryKey) {
    const hash = hashKey(queryKey);
    if (waiting.has(hash)) {
      waiting.set(hash, true);
      return;
    }
    waiting.set(hash, false);
    void client.invalidateQueries({ queryKey });
    setTimeout(() => {
      const again = waiting.get(hash);
      waiting.delete(hash);
      if (again === true) refetch(queryKey);
    }, BURST);
  };
}

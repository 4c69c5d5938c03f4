import { useCallback, useEffect, useRef, useState } from 'react';
import type { Member } from '../../contract/index.js';
import { useMembersContext } from './context.js';
import type { Filters } from './types.js';

/** How many have been read, of how many; null where nobody counts. */
interface Progress {
  readonly done: number;
  readonly total: number | null;
}

/** Reads all members that match, page by page, until it is stopped or what asked is gone. */
export function useCollecting(filters: Filters) {
  const { collect } = useMembersContext().operations;
  const [reading, setReading] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setReading(null);
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const read = async (onRead: (members: readonly Member[]) => void) => {
    if (collect === undefined || running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    setError(null);
    setReading({ done: 0, total: null });
    const onProgress = (done: number, total: number | null) => {
      if (!controller.signal.aborted) setReading({ done, total });
    };
    try {
      const members = await collect(filters, { signal: controller.signal, onProgress });
      if (!controller.signal.aborted) onRead(members);
    } catch (problem) {
      if (!controller.signal.aborted) setError(problem);
    }
    if (running.current === controller) stop();
  };
  return { canRead: collect !== undefined, reading, error, read, stop };
}

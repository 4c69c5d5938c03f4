import { useMemo } from 'react';
import { useGuildhall } from '../provider/context.js';
import { createRefresh } from './createRefresh.js';

/** What a write makes out of date, so that it is asked for again where it is on screen. */
export function useRefresh() {
  const { adapter, queryClient } = useGuildhall();
  return useMemo(() => createRefresh(adapter, queryClient), [adapter, queryClient]);
}

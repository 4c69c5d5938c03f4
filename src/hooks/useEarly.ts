import { hashKey } from '@tanstack/react-query';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';

/**
 * Has what nobody has asked for yet be asked for before the browser paints, where TanStack Query waits until it has: the
 * answer is on its way while the first frame is laid out.
 */
export function useEarly(client: QueryClient, queryKey: QueryKey, enabled: boolean): void {
  const hash = hashKey(queryKey);
  useLayoutEffect(() => {
    const query = client.getQueryCache().get(hash);
    // One that is on its way is joined. The hook that reads it tells of its failure.
    if (enabled && query?.state.status === 'pending') query.fetch().catch(() => undefined);
  }, [client, hash, enabled]);
}

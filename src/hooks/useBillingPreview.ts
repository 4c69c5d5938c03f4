import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { QUOTE_MS } from '../contract/index.js';
import type { BillingPreview, InputOf } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { keys } from './keys.js';
import { queryDefaults } from './queryOptions.js';
import { unsupported } from './unsupported.js';

/** Asked for again before its quote runs out, while somebody looks at it. */
const REFRESH_MS = QUOTE_MS / 2;

/**
 * What a change would cost, now and next; the last answer stays on screen until the next one is there. Null asks for
 * nothing. The caller waits for typing to pause.
 */
export function useBillingPreview(change: InputOf<'billing.preview'> | null): UseQueryResult<BillingPreview, Error> {
  const { adapter, queryClient } = useGuildhall();
  const ask = adapter.billing?.preview;
  return useQuery<BillingPreview, Error>(
    {
      ...queryDefaults,
      queryKey: keys.query(adapter, 'billing.preview', { ...change }),
      enabled: change !== null && ask !== undefined,
      staleTime: 0,
      gcTime: 0,
      refetchInterval: REFRESH_MS,
      placeholderData: keepPreviousData,
      queryFn: ({ signal }) =>
        ask === undefined || change === null ? unsupported('billing.preview') : ask(change, { signal }),
    },
    queryClient,
  );
}

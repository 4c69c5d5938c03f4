import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Catalogue } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { keys } from './keys.js';
import { queryDefaults } from './queryOptions.js';
import { unsupported } from './unsupported.js';
import type { QueryOptions } from './useGuildhallQuery.js';

/** The plans that the host sells. It changes with the host's releases, so one answer lasts. */
export function useCatalogue({ enabled = true }: QueryOptions = {}): UseQueryResult<Catalogue, Error> {
  const { adapter, queryClient } = useGuildhall();
  const ask = adapter.billing?.catalogue;
  return useQuery<Catalogue, Error>(
    {
      ...queryDefaults,
      staleTime: Infinity,
      queryKey: keys.own(adapter, 'billing.catalogue'),
      enabled: enabled && ask !== undefined,
      queryFn: ({ signal }) => (ask === undefined ? unsupported('billing.catalogue') : ask({}, { signal })),
    },
    queryClient,
  );
}

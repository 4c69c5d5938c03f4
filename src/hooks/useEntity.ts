import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { keys } from './keys.js';
import { queryDefaults } from './queryOptions.js';
import { unsupported } from './unsupported.js';

/**
 * One entity, for the members of its workspaces, and a public one for everybody: `not_found` for others. In step with what
 * happens in the open workspace. Not asked for where the adapter cannot tell.
 *
 * @example const { data } = useEntity('chat', params.chatId); // data?.entity.title
 */
export function useEntity(kind: string, entityId: string): UseQueryResult<OutputOf<'entities.get'>, Error> {
  const { adapter, queryClient } = useGuildhall();
  const get = adapter.entities?.get;
  return useQuery<OutputOf<'entities.get'>, Error>(
    {
      ...queryDefaults,
      queryKey: keys.query(adapter, 'entities.get', { kind, entityId }),
      enabled: get !== undefined,
      // Where it is not to be had it may be in a moment, and then there is an event.
      queryFn: ({ signal }) => (get === undefined ? unsupported('entities.get') : get({ kind, entityId }, { signal })),
    },
    queryClient,
  );
}

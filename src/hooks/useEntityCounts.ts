import type { UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { useGuildhallQuery } from './useGuildhallQuery.js';
import type { QueryOptions } from './useGuildhallQuery.js';
import { useWorkspaceId } from './useWorkspaceId.js';

/** How much a workspace holds, by kind. Counting stops at `MAX_ENTITY_COUNT`, and says so. In step with what others do. */
export function useEntityCounts(
  givenWorkspaceId?: string,
  options?: QueryOptions,
): UseQueryResult<OutputOf<'entities.counts'>, Error> {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(givenWorkspaceId);
  return useGuildhallQuery('entities.counts', adapter.entities?.counts, { workspaceId }, options);
}

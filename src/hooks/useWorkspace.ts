import type { UseQueryResult } from '@tanstack/react-query';
import type { Workspace } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { useGuildhallQuery } from './useGuildhallQuery.js';
import { useWorkspaceId } from './useWorkspaceId.js';

/** One workspace and what the viewer may do there. `not_found` once the viewer is not in it any more. */
export function useWorkspace(workspaceId?: string): UseQueryResult<Workspace, Error> {
  const { adapter } = useGuildhall();
  return useGuildhallQuery('workspaces.get', adapter.workspaces.get, { workspaceId: useWorkspaceId(workspaceId) });
}

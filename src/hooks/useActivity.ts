import type { ActivityEntry } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { useGuildhallPages } from './useGuildhallQuery.js';
import type { PagesResult } from './useGuildhallQuery.js';
import { usePermission } from './usePermission.js';
import { useWorkspaceId } from './useWorkspaceId.js';

/** What happened in a workspace by pages, newest first. Not asked for while the viewer may not read it. */
export function useActivity(givenWorkspaceId?: string): PagesResult<ActivityEntry> {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(givenWorkspaceId);
  const enabled = usePermission('activity:read', workspaceId);
  return useGuildhallPages('activity.list', adapter.activity?.list, { workspaceId }, { enabled });
}

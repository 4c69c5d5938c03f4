'use client';
import { useMemo } from 'react';
import { useActivity, useWorkspace, useWhoToAsk } from '../../hooks/index.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { useGuildhall } from '../../provider/context.js';
import { ActivityLogView } from './ActivityLog.view.js';
import type { ActivityLogLookProps } from './ActivityLog.view.js';

export interface ActivityLogProps extends ActivityLogLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/**
 * What happened in a workspace, day by day, for its owners and admins. Nothing where the adapter keeps no log.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <ActivityLog />
 * </GuildhallProvider>
 */
export function ActivityLog({ workspaceId: given, ...look }: ActivityLogProps) {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(given);
  const workspace = useWorkspace(workspaceId);
  const activity = useActivity(workspaceId);
  const isForbidden = workspace.data?.viewer.permissions.includes('activity:read') === false;
  const managers = useWhoToAsk('activity:read', workspaceId, { enabled: isForbidden });
  const entries = useMemo(() => activity.data?.pages.flatMap((page) => page.items), [activity.data]);
  if (adapter.activity === undefined) return null;
  return (
    <ActivityLogView
      {...look}
      workspaceName={workspace.data?.name}
      entries={entries}
      error={activity.error ?? (entries ? null : workspace.error)}
      isRetrying={activity.isFetching || workspace.isFetching}
      onRetry={() => void (workspace.data ? activity.refetch() : workspace.refetch())}
      hasMore={activity.hasNextPage}
      isLoadingMore={activity.isFetchingNextPage}
      moreFailed={activity.isFetchNextPageError}
      onMore={() => void activity.fetchNextPage({ cancelRefetch: false })}
      whoToAsk={isForbidden ? managers.map((member) => member.name) : null}
    />
  );
}

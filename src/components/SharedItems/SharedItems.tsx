'use client';
import { useCallback, useState } from 'react';
import type { Entity, Sharing } from '../../contract/index.js';
import { useSetSharing, useWorkspace } from '../../hooks/index.js';
import { useSteady } from '../../hooks/useSteady.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { useGuildhall, useStreamStatus } from '../../provider/context.js';
import { SharedItemsView } from './SharedItems.view.js';
import type { SharedItemsLookProps } from './SharedItems.view.js';
import type { ItemFilters } from './types.js';
import { useItemLists } from './useItemLists.js';

export interface SharedItemsProps extends SharedItemsLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
  /** The kind that is shown at first. @default the first */
  defaultKind?: string | undefined;
  /**
   * Opens an item in your app. Where it has an address (`href` of the provider's `entityKinds`, or its own `url`) its name is
   * a link all the same, which opens in a new tab by itself. @default the browser follows the link
   */
  onOpen?: ((entity: Entity) => void) | undefined;
}

const EVERYTHING: ItemFilters = { search: '', creatorId: null };

/**
 * What a workspace holds, kind by kind, whoever made it: who can open it, and for those who may, a way to change that. Live.
 * Nothing where the adapter knows of none.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId} entityKinds={entityKinds}>
 *   <SharedItems onOpen={(entity) => navigate(`/${entity.kind}/${entity.id}`)} />
 * </GuildhallProvider>
 */
export function SharedItems({ workspaceId: given, defaultKind, onOpen, ...look }: SharedItemsProps) {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(given);
  const streamStatus = useStreamStatus();
  const workspace = useSteady(useWorkspace(workspaceId).data);
  const [asked, setAsked] = useState<string | null>(defaultKind ?? null);
  const [kept, setKept] = useState({ workspaceId, filters: EVERYTHING });
  const filters = kept.workspaceId === workspaceId ? kept.filters : EVERYTHING;
  const onFilter = useCallback(
    (change: Partial<ItemFilters>) =>
      setKept((before) => {
        const shown = before.workspaceId === workspaceId ? before.filters : EVERYTHING;
        return { workspaceId, filters: { ...shown, ...change } };
      }),
    [workspaceId],
  );
  const { counted, counts, kind, list, creators, memberIds } = useItemLists(workspaceId, asked, filters);

  const { mutateAsync } = useSetSharing();
  const setSharing = useCallback(
    ({ kind: ofKind, id }: Entity, sharing: Sharing) =>
      mutateAsync({ workspaceId, kind: ofKind, entityId: id, sharing }),
    [mutateAsync, workspaceId],
  );
  if (adapter.entities === undefined) return null;
  return (
    <SharedItemsView
      {...look}
      workspaceName={workspace?.name}
      viewer={workspace?.viewer}
      memberIds={memberIds}
      counts={counts}
      countsError={counted.error}
      onRetryCounts={() => void counted.refetch()}
      kind={kind}
      onKind={(next) => {
        setAsked(next);
        onFilter({ search: '' });
      }}
      list={list}
      filters={filters}
      onFilter={onFilter}
      creators={creators}
      canSearch={adapter.supports.search}
      onOpen={onOpen}
      setSharing={adapter.entities.setSharing && setSharing}
      isOffline={streamStatus === 'offline'}
    />
  );
}

import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Kind } from './api.js';

const takingAway = (id: string) => ['take-away', id];

/** Whether this tab is about to delete or move an item: what is heard of it is its own doing then. */
export const isTakenAway = (client: QueryClient, id: string) => client.isMutating({ mutationKey: takingAway(id) }) > 0;

/** The same for what is on screen: hooks that follow the item are to rest meanwhile. */
export const useIsTakenAway = (id: string) => useIsMutating({ mutationKey: takingAway(id) }) > 0;

interface TakeAwayOptions {
  workspaceId: string;
  kind: Kind;
  id: string;
  take(): Promise<unknown>;
  /** Leaves the page of what is gone. */
  onDone(): void;
}

/** Deletes or moves an item. The news of it may come before the answer, and must not have it asked for again. */
export function useTakeAway({ workspaceId, kind, id, take, onDone }: TakeAwayOptions) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: takingAway(id),
    mutationFn: take,
    onSuccess: onDone,
    onError: () => client.invalidateQueries({ queryKey: ['items', workspaceId, kind, id] }),
  });
}

import { useQueryClient } from '@tanstack/react-query';
import { useLiveEntities } from 'guildhall';
import { isTakenAway } from './useTakeAway.js';

/** Has what is shown of an item asked for again as soon as somebody changes it. */
export function useFreshItems(workspaceId: string): void {
  const client = useQueryClient();
  useLiveEntities({
    onChange: ({ kind, entityId }) => {
      if (isTakenAway(client, entityId)) return;
      void client.invalidateQueries({ queryKey: ['items', workspaceId, kind, entityId] });
    },
    onReset: (kind) =>
      void client.invalidateQueries({
        queryKey: kind === null ? ['items', workspaceId] : ['items', workspaceId, kind],
      }),
  });
}

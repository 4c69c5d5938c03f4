import type { Entity, InputOf } from '../contract/index.js';
import { createRefresh } from './createRefresh.js';
import { cachedEntity, changeEntity, entityLists, patchAnswer, patchSharing } from './entityCache.js';
import { keys } from './keys.js';
import { mutationOf } from './mutationOf.js';
import type { WriteContext } from './mutationOf.js';
import { beginSharing, endSharing } from './sharingUnderWay.js';
import type { SharingUnderWay } from './sharingUnderWay.js';

/** Asks again for every list that may show a kind, and for the answers about single ones. */
function refreshKind({ adapter, queryClient: client }: WriteContext, workspaceId: string, kind: string) {
  const lists = entityLists(client, adapter, workspaceId).filter(({ filters }) => filters.kind === kind);
  return Promise.all([
    ...lists.map(({ query }) => client.invalidateQueries({ queryKey: query.queryKey })),
    client.invalidateQueries({ queryKey: keys.query(adapter, 'entities.get', { kind }) }),
  ]);
}

/** Shows what a write answered, unless something came meanwhile: that may be newer, and the list is asked for again. */
function settle(context: WriteContext, workspaceId: string, entity: Entity, isOvertaken: boolean) {
  const { adapter, queryClient: client } = context;
  if (isOvertaken) return refreshKind(context, workspaceId, entity.kind);
  const change = { id: entity.id, entity, seq: Infinity };
  changeEntity(entityLists(client, adapter, workspaceId), entity.kind, change, (queryKey) => {
    void client.invalidateQueries({ queryKey });
  });
  patchAnswer(client, adapter, entity);
  return undefined;
}

/**
 * Changes who sees an entity: shown at once, and set back if it is refused, to what has been heard of it since. Loaded with
 * the first change, except by the hook.
 */
export function setSharing(context: WriteContext) {
  const { adapter, queryClient: client } = context;
  return mutationOf<InputOf<'entities.setSharing'>, Entity, SharingUnderWay | undefined>(
    context,
    'entities.setSharing',
    adapter.entities?.setSharing,
    {
      onMutate: async ({ workspaceId, kind, entityId, sharing }) => {
        await client.cancelQueries({ queryKey: keys.within(adapter, 'entities.list', workspaceId) });
        const row = cachedEntity(client, adapter, workspaceId, kind, entityId);
        if (row === undefined) return undefined;
        patchSharing(client, adapter, workspaceId, { kind, id: entityId, sharing });
        return beginSharing(client, adapter, row, sharing);
      },
      onSuccess: (entity, { workspaceId }, begun) => {
        void createRefresh(adapter, client).within(workspaceId, 'activity.list');
        if (begun === undefined) return settle(context, workspaceId, entity, false);
        return endSharing(client, adapter, entity, begun)
          ? settle(context, workspaceId, entity, begun.isOvertaken)
          : undefined;
      },
      onError: (_error, { workspaceId, kind, entityId: id }, begun) => {
        if (begun && endSharing(client, adapter, { kind, id }, begun)) {
          patchSharing(client, adapter, workspaceId, { kind, id, sharing: begun.truth });
        }
        return refreshKind(context, workspaceId, kind);
      },
    },
  );
}

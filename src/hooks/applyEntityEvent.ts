import type { GuildhallEvent, Member } from '../contract/index.js';
import type { EventTarget } from './applyEvent.js';
import { addedBy, changeEntity, count, entityLists, patchAnswer, patchCreator } from './entityCache.js';
import type { EntityChange } from './entityLists.js';
import { keys } from './keys.js';
import { asShown } from './sharingUnderWay.js';

type EntityEvent = Extract<GuildhallEvent, { topic: 'entities' }>;

/** Brings lists, counts and single answers in step with what became of an entity, or of many of a kind. */
export function applyEntityEvent(target: EventTarget, event: EntityEvent): void {
  const { client, adapter, refetch } = target;
  const { workspaceId, seq } = event;
  if (event.type === 'bulk') return refetchKind(target, workspaceId, event.kind);

  const entity = event.type === 'changed' ? asShown(client, adapter, event.entity) : null;
  const { kind, id } = entity ?? { kind: kindOf(event), id: idOf(event) };
  const change: EntityChange = { id, entity, seq };
  const lists = entityLists(client, adapter, workspaceId);
  const added = addedBy(lists, kind, change);
  changeEntity(lists, kind, change, refetch);
  if (!count(client, adapter, workspaceId, kind, added, seq)) {
    refetch(keys.within(adapter, 'entities.counts', workspaceId));
  }
  // An answer about one entity has no place in a log: it shows the row, and is asked for again.
  if (entity) patchAnswer(client, adapter, entity);
  refetch(keys.query(adapter, 'entities.get', { kind, entityId: id }));
}

/** A person is called otherwise, or looks otherwise, also on what they have made. */
export function applyCreator({ client, adapter }: EventTarget, workspaceId: string, member: Member): void {
  const { userId, name, imageUrl } = member;
  patchCreator(client, adapter, workspaceId, { userId, name, imageUrl });
}

const kindOf = (event: Exclude<EntityEvent, { type: 'bulk' }>) =>
  event.type === 'changed' ? event.entity.kind : event.kind;
const idOf = (event: Exclude<EntityEvent, { type: 'bulk' }>) =>
  event.type === 'changed' ? event.entity.id : event.entityId;

function refetchKind({ client, adapter, refetch }: EventTarget, workspaceId: string, kind: string): void {
  for (const { query, filters } of entityLists(client, adapter, workspaceId)) {
    if (filters.kind === kind || filters.parentId !== undefined) refetch(query.queryKey);
  }
  refetch(keys.within(adapter, 'entities.counts', workspaceId));
  refetch(keys.query(adapter, 'entities.get', { kind }));
}

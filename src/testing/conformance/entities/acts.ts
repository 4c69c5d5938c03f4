import type { Entity, GuildhallEvent, InputOf } from '../../../contract/index.js';
import type { Recording } from '../recording.js';
import type { Stage } from '../stage.js';

export const acme = { workspaceId: 'acme' };
export const chats = { ...acme, kind: 'chat' };

export const idsOf = (entities: readonly { id: string }[]) => entities.map(({ id }) => id);

/** The ids that a list begins with. */
export const idsIn = async (stage: Stage, who: string, input: InputOf<'entities.list'> = chats) =>
  idsOf((await stage.call(who, 'entities.list', { limit: 200, ...input })).items);

export const share = (
  stage: Stage,
  who: string,
  entityId: string,
  sharing: 'public' | 'private',
  workspaceId = 'acme',
) => stage.call(who, 'entities.setSharing', { workspaceId, kind: 'chat', entityId, sharing });

type EntityEvent = Extract<GuildhallEvent, { topic: 'entities' }>;

/** What a workspace's stream told of its entities so far. */
export const entityEventsOf = (recording: Recording, workspaceId = 'acme') =>
  recording.ofWorkspace(workspaceId).filter((event): event is EntityEvent => event.topic === 'entities');

/** Waits until the stream brings an entity as it should be by now. What led there may take one event or several. */
export function changed(recording: Recording, id: string, fields: Partial<Entity> = {}) {
  const isIt = (event: GuildhallEvent) =>
    event.topic === 'entities' &&
    event.type === 'changed' &&
    event.entity.id === id &&
    Object.entries(fields).every(([key, value]) => event.entity[key as keyof Entity] === value);
  return recording.until(`${id} with ${JSON.stringify(fields)}`, (events) =>
    events.find((event): event is Extract<EntityEvent, { type: 'changed' }> => isIt(event)),
  );
}

/** Waits until the stream says that an entity is gone. */
export const gone = (recording: Recording, entityId: string) =>
  recording.event({ topic: 'entities', type: 'removed', entityId });

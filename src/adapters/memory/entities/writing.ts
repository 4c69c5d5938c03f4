import type { WorldEntity } from '../../../testing/world.js';
import type { Store } from '../store.js';
import type { EntityRecord } from './book.js';
import { toEntity } from './showing.js';

/** The workspaces that are still there, of these. */
const standing = ({ workspaces }: Store, ids: readonly string[]) => ids.flatMap((id) => workspaces.get(id) ?? []);

function tellChanged(store: Store, root: EntityRecord): void {
  for (const workspace of standing(store, root.workspaceIds))
    store.emit(workspace, { topic: 'entities', type: 'changed', entity: toEntity(store, root) });
}

function tellRemoved(store: Store, { kind, id }: EntityRecord, workspaceIds: readonly string[]): void {
  for (const workspace of standing(store, workspaceIds))
    store.emit(workspace, { topic: 'entities', type: 'removed', kind: kind.kind, entityId: id });
}

/** What happens to something below is told of what it is below, each once. */
function tellRoots(store: Store, ...roots: readonly (EntityRecord | undefined)[]): void {
  for (const root of new Set(roots)) if (root) tellChanged(store, root);
}

/** Writes an entity, and tells each workspace that holds it, or no longer does, its own part. */
export function writeEntity(store: Store, record: EntityRecord): void {
  const { entities } = store;
  const before = entities.find(record.kind.kind, record.id);
  const rootBefore = before && entities.rootOf(before);
  entities.put(record);
  if (record.kind.parent !== null) return tellRoots(store, rootBefore, entities.rootOf(record));
  const left = before?.workspaceIds.filter((id) => !record.workspaceIds.includes(id)) ?? [];
  tellRemoved(store, record, left);
  tellChanged(store, record);
}

function removeEntity(store: Store, record: EntityRecord): void {
  const root = store.entities.rootOf(record);
  store.entities.remove(record);
  if (record.kind.parent === null) tellRemoved(store, record, record.workspaceIds);
  else tellRoots(store, root);
}

/** What the host's own code does to its entities, where a story or a test does it. Everybody who may hears of it. */
export interface MemoryEntities {
  /**
   * Writes an entity, new or anew: all of it, so what is left out becomes its default. Its times are now, unless given.
   *
   * @throws Error where its kind is unknown, or does not allow as many workspaces, or asks for a parent
   * @example backend.entities.put({ kind: 'chat', id: 'c1', title: 'Launch plan', workspaceIds: ['kite'], creatorId: 'maya' });
   */
  put(entity: WorldEntity): void;
  /** Removes an entity and all that is below it. Nothing happens where it is not there. */
  remove(kind: string, id: string): void;
}

/** Makes what stands in for the host's own code. */
export function createMemoryEntities(store: Store): MemoryEntities {
  return {
    put: (entity) => writeEntity(store, store.entities.toRecord(entity)),
    remove(kind, id) {
      const record = store.entities.find(kind, id);
      if (record) removeEntity(store, record);
    },
  };
}

import type { QueryClient } from '@tanstack/react-query';
import type { Entity, GuildhallAdapter, Sharing } from '../contract/index.js';

/** A change of sharing that is shown already, and not yet answered. */
export interface SharingUnderWay {
  readonly shown: Sharing;
  /** What the backend last said that it is: where the row goes back to. */
  truth: Sharing;
  /** Whether something came about this entity meanwhile. */
  isOvertaken: boolean;
}

const underWay = new WeakMap<QueryClient, Map<string, SharingUnderWay>>();

const nameOf = (adapter: GuildhallAdapter, kind: string, id: string) => JSON.stringify([adapter.id, kind, id]);

/** Notes a change that is to be shown; the one before it, of the same entity, is given up. */
export function beginSharing(client: QueryClient, adapter: GuildhallAdapter, entity: Entity, shown: Sharing) {
  const all = underWay.get(client) ?? new Map<string, SharingUnderWay>();
  underWay.set(client, all);
  const name = nameOf(adapter, entity.kind, entity.id);
  const begun: SharingUnderWay = { shown, truth: all.get(name)?.truth ?? entity.sharing, isOvertaken: false };
  all.set(name, begun);
  return begun;
}

/** Forgets a change that was answered. False where another has taken its place, which has the say now. */
export function endSharing(
  client: QueryClient,
  adapter: GuildhallAdapter,
  { kind, id }: Pick<Entity, 'kind' | 'id'>,
  begun: SharingUnderWay,
): boolean {
  const all = underWay.get(client);
  const name = nameOf(adapter, kind, id);
  return all?.get(name) === begun && all.delete(name);
}

/** A row that an event has brought, with the sharing that is shown while its change is under way. */
export function asShown(client: QueryClient, adapter: GuildhallAdapter, entity: Entity): Entity {
  const begun = underWay.get(client)?.get(nameOf(adapter, entity.kind, entity.id));
  if (begun === undefined) return entity;
  begun.truth = entity.sharing;
  begun.isOvertaken = true;
  return { ...entity, sharing: begun.shown };
}

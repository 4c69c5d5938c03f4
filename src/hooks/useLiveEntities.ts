import { useContext, useEffect, useRef } from 'react';
import type { Entity, GuildhallEvent } from '../contract/index.js';
import { LiveEventsContext, useGuildhall } from '../provider/context.js';

/** What became of one entity of the open workspace. */
export type LiveEntityChange =
  /** The row as `entities.list` would show it: new here, changed, or something below it was. */
  | { readonly type: 'changed'; readonly kind: string; readonly entityId: string; readonly entity: Entity }
  /** It is gone from this workspace. */
  | { readonly type: 'removed'; readonly kind: string; readonly entityId: string };

export interface UseLiveEntitiesInput {
  /** The kinds to be told of. @default all */
  kinds?: readonly string[] | undefined;
  /** Told each change once, in its order. */
  onChange: (change: LiveEntityChange) => void;
  /**
   * Told when changes cannot be told one by one, so that your list has to be asked for again: all of it for null, or what
   * it has of a kind. Also when the connection begins, since something may have changed after you had asked.
   */
  onReset: (kind: string | null) => void;
}

/**
 * Keeps a list of your own, in a query client of your own, in step with what happens in the open workspace. Nothing is told
 * where the adapter has no live connection: ask again when the window gets the focus.
 *
 * @example
 * useLiveEntities({
 *   kinds: ['chat'],
 *   onChange: ({ entityId }) => queryClient.invalidateQueries({ queryKey: ['chat', entityId] }),
 *   onReset: () => queryClient.invalidateQueries({ queryKey: ['chats'] }),
 * });
 */
export function useLiveEntities({ kinds, onChange, onReset }: UseLiveEntitiesInput): void {
  const { workspaceId } = useGuildhall();
  const events = useContext(LiveEventsContext);
  const latest = useRef({ kinds, onChange, onReset });
  useEffect(() => {
    latest.current = { kinds, onChange, onReset };
  });
  useEffect(() => {
    let hasBegun = false;
    const onEvent = (event: GuildhallEvent) => {
      const { current } = latest;
      const isWanted = (kind: string) => current.kinds?.includes(kind) ?? true;
      if (event.topic === 'stream') {
        // After an interruption all that was missed has come by the time it is ready again.
        const isFirst = event.type === 'ready' && !hasBegun;
        hasBegun ||= event.type === 'ready';
        if (isFirst || event.type === 'reset') current.onReset(null);
        return;
      }
      if (event.topic !== 'entities' || event.workspaceId !== workspaceId) return;
      if (event.type === 'changed') {
        const { kind, id: entityId } = event.entity;
        if (isWanted(kind)) current.onChange({ type: 'changed', kind, entityId, entity: event.entity });
        return;
      }
      if (!isWanted(event.kind)) return;
      if (event.type === 'bulk') current.onReset(event.kind);
      else current.onChange({ type: 'removed', kind: event.kind, entityId: event.entityId });
    };
    events?.add(onEvent);
    return () => void events?.delete(onEvent);
  }, [events, workspaceId]);
}

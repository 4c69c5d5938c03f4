import { notifyManager } from '@tanstack/react-query';
import type { GuildhallEvent } from '../contract/index.js';
import { applyEvent } from './applyEvent.js';
import type { EventTarget } from './applyEvent.js';
import { createRefetch } from './createRefetch.js';

/**
 * Keeps a cache in step with the events that it is told of, and then tells `listeners`. Loaded on demand: nothing happens
 * before something shows.
 */
export function createListener(
  target: Omit<EventTarget, 'refetch'>,
  listeners: ReadonlySet<(event: GuildhallEvent) => void>,
  onError: (error: unknown) => void,
): (event: GuildhallEvent) => void {
  const applied: EventTarget = { ...target, refetch: createRefetch(target.client) };
  return (event) => {
    notifyManager.batch(() => applyEvent(applied, event));
    for (const listen of listeners) {
      try {
        listen(event);
      } catch (error) {
        // The host's own; the stream goes on.
        onError(error);
      }
    }
  };
}

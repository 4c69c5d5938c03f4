/** A function that is told of an event. */
export type Listener = (event: unknown) => void;

/** Listeners by event, as every element of Stripe's has them. */
export interface Emitter {
  on(event: string, listener: Listener): void;
  off(event: string, listener?: Listener): void;
  emit(event: string, detail: unknown): void;
}

/** Makes an emitter. Whoever listens for `ready` too late is told at once: over a network it is never too late. */
export function createEmitter(): Emitter {
  const listeners = new Map<string, Set<Listener>>();
  let ready: { detail: unknown } | undefined;
  return {
    on(event, listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      const told = event === 'ready' ? ready : undefined;
      if (told) queueMicrotask(() => listener(told.detail));
    },
    off(event, listener) {
      if (listener) listeners.get(event)?.delete(listener);
      else listeners.delete(event);
    },
    emit(event, detail) {
      if (event === 'ready') ready = { detail };
      for (const listener of listeners.get(event) ?? []) listener(detail);
    },
  };
}

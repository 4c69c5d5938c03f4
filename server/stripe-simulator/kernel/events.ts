import type { Clock } from './clock.js';
import type { Ids } from './ids.js';
import type { Journal } from './journal.js';
import type { Store } from './store.js';
import type { Json, StripeObject } from './wire.js';

/** An event as Stripe sends it. */
export interface EventObject {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: StripeObject; previous_attributes?: { [key: string]: Json } };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

/** Told of each event, in order, after the request or the passing of time that caused it is complete. */
export type EventListener = (event: EventObject) => void;

/** The log of events. */
export interface Events {
  /** @param previous For `….updated`: the object as it was before. Nothing is emitted if nothing changed. */
  emit: (type: string, object: StripeObject, previous?: StripeObject) => void;
  /** @returns Ends the subscription. */
  onEvent: (listener: EventListener) => () => void;
}

/** Whose request events come from; none when time passes. */
export interface Origin {
  requestId: string | null;
  idempotencyKey: string | null;
}

const isRecord = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of an object was different before: hashes by their keys, lists whole, as Stripe does. */
export function previousAttributes(before: unknown, after: unknown): { [key: string]: Json } {
  const previous: { [key: string]: Json } = {};
  if (!isRecord(before) || !isRecord(after)) return previous;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key], after[key]];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    previous[key] = isRecord(was) && isRecord(is) ? previousAttributes(was, is) : (was ?? null);
  }
  return previous;
}

/** What the log of events needs. */
export interface EventsOptions {
  store: Store;
  ids: Ids;
  clock: Clock;
  journal: Journal;
  apiVersion: string;
  origin: () => Origin;
}

/** An empty log. */
export function createEvents({ store, ids, clock, journal, apiVersion, origin }: EventsOptions): Events {
  const listeners = new Set<EventListener>();
  const pending: EventObject[] = [];

  journal.onCommit(() => {
    while (pending.length > 0) {
      const event = pending.shift();
      if (event) for (const listener of listeners) listener(event);
    }
  });

  function emit(type: string, object: StripeObject, previous?: StripeObject): void {
    const before = previous && previousAttributes(previous, object);
    if (before && Object.keys(before).length === 0) return;
    const { requestId, idempotencyKey } = origin();
    const event: EventObject = {
      id: ids.next('evt'),
      object: 'event',
      api_version: apiVersion,
      created: clock.timeOf(object),
      data: { object, ...(before ? { previous_attributes: before } : {}) },
      livemode: false,
      pending_webhooks: 0,
      request: { id: requestId, idempotency_key: idempotencyKey },
      type,
    };
    store.events.insert(event);
    pending.push(event);
    journal.note(() => pending.splice(pending.indexOf(event), 1));
  }

  return {
    emit,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

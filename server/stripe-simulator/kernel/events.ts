import type { Clock } from './clock.js';
import type { Ids } from './ids.js';
import type { Journal } from './journal.js';
import type { Store } from './store.js';
import type { EventSubject, Json } from './wire.js';

/** An event as Stripe sends it. */
export interface EventObject {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: EventSubject; previous_attributes?: { [key: string]: Json } };
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
  emit: (type: string, object: EventSubject, previous?: EventSubject) => void;
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
function previousAttributes(before: unknown, after: unknown): { [key: string]: Json } {
  const previous: { [key: string]: Json } = {};
  if (!isRecord(before) || !isRecord(after)) return previous;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key], after[key]];
    // What did not change is shared between the two, as a rule: then it need not be written out to compare it.
    if (was === is || JSON.stringify(was) === JSON.stringify(is)) continue;
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

/** Something that happened within a request that is not complete yet. */
interface Pending {
  type: string;
  object: EventSubject;
  before: EventSubject | undefined;
  created: number;
  origin: Origin;
}

/** An empty log. */
export function createEvents({ store, ids, clock, journal, apiVersion, origin }: EventsOptions): Events {
  const listeners = new Set<EventListener>();
  let pending: readonly Pending[] = [];

  function toEvent({ type, object, before, created, origin: from }: Pending): EventObject | null {
    const previous = before && previousAttributes(before, object);
    if (previous && Object.keys(previous).length === 0) return null;
    return {
      id: ids.next('evt'),
      object: 'event',
      api_version: apiVersion,
      created,
      data: { object, ...(previous ? { previous_attributes: previous } : {}) },
      livemode: false,
      pending_webhooks: 0,
      request: { id: from.requestId, idempotency_key: from.idempotencyKey },
      type,
    };
  }

  journal.onCommit(() => {
    const happened = pending;
    pending = [];
    for (const event of happened.map(toEvent)) {
      if (!event) continue;
      store.events.insert(event);
      for (const listener of listeners) listener(event);
    }
  });

  function emit(type: string, object: EventSubject, previous?: EventSubject): void {
    const earlier = pending;
    const created = clock.timeOf(object);
    // Several changes of one object at one time are one event, as at Stripe.
    const same =
      previous &&
      earlier.find((each) => each.type === type && each.before?.id === object.id && each.created === created);
    const entry = { type, object, before: same?.before ?? previous, created, origin: origin() };
    pending = [...earlier.filter((each) => each !== same), entry];
    journal.note(() => {
      pending = earlier;
    });
  }

  return {
    emit,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

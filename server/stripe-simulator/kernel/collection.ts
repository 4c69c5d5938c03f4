import { missing } from './failure.js';
import type { Journal } from './journal.js';
import type { StripeObject } from './wire.js';

/** Objects of one kind, in the order in which they were made. They are never changed in place. */
export interface Collection<T extends StripeObject> {
  /** What Stripe calls one, as in `No such customer`. */
  readonly name: string;
  get: (id: string) => T | undefined;
  /**
   * @param param The parameter that named it. @default 'id', the path
   * @throws StripeFailure `resource_missing`
   */
  find: (id: string, param?: string) => T;
  insert: (object: T) => T;
  update: (id: string, patch: Partial<T>) => T;
  remove: (id: string) => void;
  /** Whether there was one with this id that was removed. */
  isRemoved: (id: string) => boolean;
  /** Oldest first. */
  all: () => T[];
  /** Newest first, as lists are. */
  newest: () => T[];
}

/** An empty collection. */
export function createCollection<T extends StripeObject>(journal: Journal, name: string): Collection<T> {
  const objects = new Map<string, T>();
  const removed = new Set<string>();

  function find(id: string, param?: string): T {
    const object = objects.get(id);
    if (!object) throw missing(name, id, param);
    return object;
  }

  return {
    name,
    get: (id) => objects.get(id),
    find,
    insert(object) {
      objects.set(object.id, object);
      journal.note(() => objects.delete(object.id));
      return object;
    },
    update(id, patch) {
      const before = find(id);
      const after = { ...before, ...patch };
      objects.set(id, after);
      journal.note(() => objects.set(id, before));
      return after;
    },
    remove(id) {
      if (!objects.has(id)) return;
      const before = [...objects];
      objects.delete(id);
      removed.add(id);
      journal.note(() => {
        removed.delete(id);
        objects.clear();
        for (const [key, object] of before) objects.set(key, object);
      });
    },
    isRemoved: (id) => removed.has(id),
    all: () => [...objects.values()],
    newest: () => [...objects.values()].toReversed(),
  };
}

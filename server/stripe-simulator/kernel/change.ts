import type { Collection } from './collection.js';
import type { Kernel } from './kernel.js';
import type { StripeObject } from './wire.js';

/** An object without its undefined fields: what of the parameters was sent. */
export type Sent<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what was sent: fields that are undefined go. */
export function sent<T extends object>(fields: T): Sent<T> {
  const copy: Sent<T> = { ...fields } as Sent<T>;
  for (const key of Object.keys(copy) as (keyof T)[]) if (copy[key] === undefined) delete copy[key];
  return copy;
}

/** Changes an object and says so in an event, with what was different before. No event when nothing was. */
export function change<T extends StripeObject>(
  kernel: Kernel,
  collection: Collection<T>,
  type: string,
  id: string,
  patch: Partial<T>,
): T {
  const before = collection.find(id);
  const after = collection.update(id, patch);
  kernel.events.emit(type, after, before);
  return after;
}

import type { Stripe } from '../stripe/types.js';
import type { Database } from '../../db/database.js';
import type { StripeApi } from '../stripe/api.js';
import { keepEvent } from './queue.js';
import type { ReceivedEvent } from './queue.js';

/** Why an event was not taken. Told to whoever sent it: nothing of it is secret. */
export class UnacceptableEvent extends Error {
  override readonly name = 'UnacceptableEvent';
}

/** Takes one event of Stripe's. @throws UnacceptableEvent where it is not signed, too old, or no event */
export type ReceiveEvent = (payload: Buffer, signature: string | undefined) => Promise<void>;

/** What a {@link ReceiveEvent} is made of. */
export interface ReceiveOptions {
  readonly stripe: StripeApi;
  readonly database: Database;
  readonly clock: () => Date;
  /** There may be work. */
  readonly wake: () => void;
}

/** The fields in which objects name their customer. */
interface Named {
  readonly id?: unknown;
  readonly object?: unknown;
  readonly customer?: unknown;
}

function idOf(thing: unknown): string | null {
  if (typeof thing === 'string') return thing;
  return typeof thing === 'object' && thing !== null && 'id' in thing ? idOf(thing.id) : null;
}

/** Whom an event is about: its object's customer, or the one it had, or the object itself. */
function customerOf({ data }: Stripe.Event): string | null {
  const object = data.object as Named;
  if (object.object === 'customer') return idOf(object.id);
  const before = (data as { previous_attributes?: Named }).previous_attributes;
  return idOf(object.customer) ?? idOf(before?.customer);
}

function read(stripe: StripeApi, payload: Buffer, signature: string | undefined): ReceivedEvent {
  if (signature === undefined) throw new UnacceptableEvent('It has no Stripe-Signature.');
  let event: Stripe.Event;
  try {
    event = stripe.readEvent(payload, signature);
  } catch (error) {
    throw new UnacceptableEvent('Its signature is not of this webhook’s secret, or is more than five minutes old.', {
      cause: error,
    });
  }
  // The SDK looks at the signature alone: anything may be signed.
  const { id, type, created, data } = event as Partial<Stripe.Event>;
  if (typeof id !== 'string' || typeof type !== 'string' || typeof created !== 'number' || !data?.object)
    throw new UnacceptableEvent('It is signed, but no event of Stripe’s.');
  return { id, type, created: new Date(created * 1000), customerId: customerOf(event) };
}

/** Makes a {@link ReceiveEvent}: it writes down that there was an event, and is done. */
export function createReceiveEvent({ stripe, database, clock, wake }: ReceiveOptions): ReceiveEvent {
  return async (payload, signature) => {
    const event = read(stripe, payload, signature);
    if (await keepEvent(database, event, clock())) wake();
  };
}

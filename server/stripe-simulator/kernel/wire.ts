import type Stripe from 'stripe';

/** A reference that `expand` could replace by its object: in the store and on the wire it is the id, until expanded. */
type Unexpanded<T> = [Extract<T, string>] extends [never] ? T : Exclude<T, { id: string }>;

/**
 * A type of the SDK as Stripe sends it: decimals are strings, and references are ids. The store holds objects of this shape,
 * so the compiler compares what the simulator answers with the SDK's own types.
 */
export type Wire<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Stripe.Decimal
    ? string
    : T extends (infer U)[]
      ? Wire<Unexpanded<U>>[]
      : T extends object
        ? { [K in keyof T]: Wire<Unexpanded<T[K]>> }
        : T;

/** What every object of Stripe's has. */
export interface StripeObject {
  id: string;
  object: string;
}

/** What an event is about. What has yet to come, such as the next invoice, has no id. */
export interface EventSubject {
  id?: string;
  object: string;
}

/** A list as Stripe sends it. */
export interface List<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

/** Anything that can be sent as JSON. */
export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

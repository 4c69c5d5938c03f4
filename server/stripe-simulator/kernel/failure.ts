import type { Json } from './wire.js';

/** The types of errors in Stripe's API, as the SDK maps them to classes. */
export type FailureType = 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';

/** What `StripeFailure` is made of. */
export interface FailureOptions {
  /** HTTP status. @default 400, for `card_error` 402 */
  status?: number;
  /** @default 'invalid_request_error' */
  type?: FailureType;
  code?: string | undefined;
  param?: string | undefined;
  /** More fields of the error object, such as `decline_code` and `payment_intent`. */
  extra?: { [key: string]: Json };
  /** What the request did before it failed stays, as after a declined payment. @default false: everything is undone */
  keepsEffects?: boolean;
}

/** A request that Stripe refuses. Answered as `{ error: { type, code, message, param } }`. */
export class StripeFailure extends Error {
  readonly status: number;
  readonly type: FailureType;
  readonly code: string | undefined;
  readonly param: string | undefined;
  readonly extra: { [key: string]: Json };
  readonly keepsEffects: boolean;

  constructor(message: string, options: FailureOptions = {}) {
    super(message);
    this.name = 'StripeFailure';
    this.type = options.type ?? 'invalid_request_error';
    this.status = options.status ?? (this.type === 'card_error' ? 402 : 400);
    this.code = options.code;
    this.param = options.param;
    this.extra = options.extra ?? {};
    this.keepsEffects = options.keepsEffects ?? false;
  }

  /** The same failure, after which nothing is left of what the request did. */
  undone(): StripeFailure {
    const { message, status, type, code, param, extra } = this;
    return new StripeFailure(message, { status, type, code, param, extra });
  }

  /** The body of the answer. The SDK takes an answer without an `error` for a success, so there always is one. */
  toBody(): { error: { [key: string]: Json } } {
    const { type, code, message, param, extra } = this;
    const optional = { ...(code === undefined ? {} : { code }), ...(param === undefined ? {} : { param }) };
    return { error: { ...extra, ...optional, message, type } };
  }
}

/** A parameter with a value that cannot be. */
export const invalid = (message: string, param?: string, code?: string): StripeFailure =>
  new StripeFailure(message, { param, code });

/**
 * There is no such object. In the path that is 404, in a parameter 400, as at Stripe.
 *
 * @param name What Stripe calls it, such as `customer` or `payment_intent`.
 * @param param The parameter that named it. @default 'id', the path
 */
export const missing = (name: string, id: string, param = 'id'): StripeFailure =>
  new StripeFailure(`No such ${name}: '${id}'`, {
    status: param === 'id' ? 404 : 400,
    code: 'resource_missing',
    param,
  });

/** Something that Stripe has and the simulator has not: refused, rather than quietly ignored. */
export const unsupported = (what: string, param?: string): StripeFailure =>
  new StripeFailure(`The Stripe simulator does not support ${what}.`, { param, code: 'simulator_unsupported' });

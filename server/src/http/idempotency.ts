import type { Request } from 'express';
import type { OperationName } from 'guildhall/contract';
import { badRequest } from './problem.js';

/** One write that a client may ask for again with the same key. */
export interface IdempotentWrite {
  readonly actorId: string;
  readonly key: string;
  readonly operation: OperationName;
  readonly input: unknown;
}

/**
 * Does a write once for each key, and answers repetitions as the first. The same key with another input is
 * `conflict` with `idempotency_key_reused`; while the first is at work, `idempotency_in_progress`.
 */
export type RunOnce = <T>(write: IdempotentWrite, work: () => Promise<T>) => Promise<T>;

/** The request's `Idempotency-Key`, where it brings one: 1 to 255 visible ASCII characters. */
export function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw badRequest(422, 'Idempotency-Key', 'must be 1 to 255 visible ASCII characters');
}

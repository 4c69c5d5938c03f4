import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomUUID } from 'node:crypto';
import { GuildhallError } from 'guildhall/contract';
import { statement } from './database.js';
import type { Database, Executor } from './database.js';

const KEPT_MS = 24 * 3_600_000;
/** A write that has not answered for so long belonged to a process that is gone. */
const ABANDONED_MS = 60_000;

interface Write {
  readonly actorId: string;
  readonly key: string;
  readonly operation: string;
  readonly input: unknown;
}

interface Claim extends Write {
  readonly claim: string;
  completed: boolean;
}

const current = new AsyncLocalStorage<Claim | undefined>();

/**
 * Does work of several transactions, none of which is the whole effect of the write that is under way: its answer is
 * written when all of them are done.
 */
export const inSeveralSteps = <T>(work: () => T): T => current.run(undefined, work);

/** Takes the key where it is new, too old, or left behind by a process that is gone. */
const CLAIM = statement<{ claim: string }>(
  'idempotency_claim',
  `insert into guildhall.idempotency_keys as k (actor_id, key, operation, input_hash, claim, response, created_at)
   values ($1, $2, $3, $4, $5, null, $6)
   on conflict (actor_id, key) do update
      set operation = excluded.operation, input_hash = excluded.input_hash, claim = excluded.claim, response = null,
          created_at = excluded.created_at
    where k.created_at <= $7
       or (k.response is null and k.created_at <= $8 and k.operation = excluded.operation and k.input_hash = excluded.input_hash)
   returning k.claim`,
);
const FIND = statement<{ operation: string; hash: string; response: { output: unknown } | null }>(
  'idempotency_find',
  'select operation, input_hash as hash, response from guildhall.idempotency_keys where actor_id = $1 and key = $2',
);
const COMPLETE = statement<{ claim: string }>(
  'idempotency_complete',
  `update guildhall.idempotency_keys set response = $4
    where actor_id = $1 and key = $2 and claim = $3 and response is null returning claim`,
);
const RELEASE = statement<never>(
  'idempotency_release',
  'delete from guildhall.idempotency_keys where actor_id = $1 and key = $2 and claim = $3 and response is null',
);
const PURGE = statement<never>('idempotency_purge', 'delete from guildhall.idempotency_keys where created_at <= $1');

function conflict(reason: 'idempotency_key_reused' | 'idempotency_in_progress'): GuildhallError<'conflict'> {
  const message =
    reason === 'idempotency_key_reused'
      ? 'This idempotency key was used for something else. Make a new one for each intent.'
      : 'The first request with this idempotency key is still at work. Ask again in a moment.';
  return new GuildhallError('conflict', { message, details: { reason } });
}

const hashOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest('base64url');

/**
 * Writes the answer of the write that is under way, if it came with a key, in the very transaction of its effect: so
 * there is never the one without the other, whatever crashes.
 *
 * @throws GuildhallError `conflict`, which undoes the effect, where another attempt took the key over meanwhile
 */
export async function completeWrite(executor: Executor, output: unknown, claim = current.getStore()): Promise<void> {
  if (!claim) return;
  const kept = await executor.query(COMPLETE, [claim.actorId, claim.key, claim.claim, JSON.stringify({ output })]);
  if (kept.length === 0) throw conflict('idempotency_in_progress');
  claim.completed = true;
}

async function release(database: Database, { actorId, key, claim }: Claim): Promise<void> {
  await database.query(RELEASE, [actorId, key, claim]);
}

/** Writes that were asked for with a key have their effect once in 24 hours; asking again gets the same answer. */
export function createIdempotency(database: Database, clock: () => Date) {
  /** @throws GuildhallError `conflict` with `idempotency_key_reused` or `idempotency_in_progress` */
  async function claimOrReplay(write: Write): Promise<Claim | { output: unknown }> {
    const { actorId, key, operation, input } = write;
    const [now, hash, claim] = [clock().getTime(), hashOf(input), randomUUID()];
    const moments = [now, now - KEPT_MS, now - ABANDONED_MS].map((time) => new Date(time));
    const taken = await database.query(CLAIM, [actorId, key, operation, hash, claim, ...moments]);
    if (taken.length > 0) return { ...write, claim, completed: false };
    const [before] = await database.query(FIND, [actorId, key]);
    // Released since: the first attempt was refused, and had no effect.
    if (!before) throw conflict('idempotency_in_progress');
    if (before.operation !== operation || before.hash !== hash) throw conflict('idempotency_key_reused');
    if (!before.response) throw conflict('idempotency_in_progress');
    return before.response;
  }

  return {
    /** Does a write once for its key. A write that was refused leaves the key free. */
    async runOnce<T>(write: Write, work: () => Promise<T>): Promise<T> {
      const claim = await claimOrReplay(write);
      if ('output' in claim) return claim.output as T;
      try {
        const output = await current.run(claim, work);
        if (!claim.completed) await completeWrite(database, output, claim);
        return output;
      } catch (error) {
        await release(database, claim);
        throw error;
      }
    },
    /** Forgets keys that are older than 24 hours. */
    async purge(): Promise<void> {
      await database.query(PURGE, [new Date(clock().getTime() - KEPT_MS)]);
    },
  };
}

import { LRUCache } from 'lru-cache';
import type { Request } from 'express';
import type { GuildhallOptions } from '../options.js';
import type { Identity } from '../operations.js';

/** Who sends a request, or null for nobody. By then Guildhall knows what sign-in tells of them. */
export type Identify = (request: Request) => Promise<Identity | null>;

/** People whose latest identity this process remembers to have written down. */
const REMEMBERED = 10_000;
/** Milliseconds after which it is written down again, in case another process forgot the person meanwhile. */
const REMEMBERED_MS = 60_000;

/**
 * Asks the host who sends a request, and writes down what it tells where that is news: once for each person and
 * change, so that a request costs no statement of its own.
 */
export function createIdentify(
  authenticate: GuildhallOptions['authenticate'],
  upsertUser: (identity: Identity) => Promise<unknown>,
): Identify & { forget(userId: string): void } {
  const known = new LRUCache<string, { fingerprint: string; written: Promise<unknown> }>({
    max: REMEMBERED,
    ttl: REMEMBERED_MS,
  });

  const identify: Identify = async (request) => {
    const identity = await authenticate(request);
    if (!identity) return null;
    const fingerprint = JSON.stringify(identity);
    const before = known.get(identity.userId);
    if (before?.fingerprint === fingerprint) {
      await before.written;
      return identity;
    }
    const written = upsertUser(identity);
    known.set(identity.userId, { fingerprint, written });
    try {
      await written;
    } catch (error) {
      known.delete(identity.userId);
      throw error;
    }
    return identity;
  };
  return Object.assign(identify, { forget: (userId: string) => void known.delete(userId) });
}

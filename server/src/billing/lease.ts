import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { GuildhallError } from 'guildhall/contract';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';

/** Lets one at a time work on a workspace's account at Stripe, in all processes. */
export type WithLease = <T>(workspaceId: string, work: () => Promise<T>) => Promise<T>;

/** Whoever has not renewed for so long is gone. By the database's clock: processes need not agree on the time. */
const LEASE_MS = 30_000;
const POLL_MS = 50;

const TAKE = statement<{ workspaceId: string }>(
  'billing_lease_take',
  `update guildhall.billing_accounts
      set lease_holder = $2, lease_until = clock_timestamp() + $3::float8 * interval '1 millisecond'
    where workspace_id = $1 and (lease_holder is null or lease_holder = $2 or lease_until < clock_timestamp())
   returning workspace_id as "workspaceId"`,
);
const LET_GO = statement<never>(
  'billing_lease_let_go',
  'update guildhall.billing_accounts set lease_holder = null, lease_until = null where workspace_id = $1 and lease_holder = $2',
);

/** What a {@link WithLease} is made of. */
export interface LeaseOptions {
  readonly executor: Executor;
  readonly onError: (error: unknown) => void;
  /** Milliseconds that somebody waits for another process to be done. @default 40000 */
  readonly patienceMs?: number | undefined;
  /** Milliseconds until whoever does not renew is taken to be gone. @default 30000 */
  readonly leaseMs?: number | undefined;
}

/**
 * Makes a {@link WithLease}. A row of the table and not a lock of the database: it is held while Stripe is asked, and a
 * transaction must not be open for so long. The account's row must be there.
 */
export function createLease({ executor, onError, patienceMs = 40_000, leaseMs = LEASE_MS }: LeaseOptions): WithLease {
  const turns = new Map<string, Promise<unknown>>();

  async function hold<T>(workspaceId: string, work: () => Promise<T>): Promise<T> {
    const holder = randomUUID();
    const take = async () => (await executor.query(TAKE, [workspaceId, holder, leaseMs])).length > 0;
    const lastChance = Date.now() + patienceMs;
    while (!(await take())) {
      if (Date.now() > lastChance) throw busy();
      await wait(POLL_MS + Math.random() * POLL_MS);
    }
    const renewal = setInterval(() => void take().catch(onError), leaseMs / 3).unref();
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      // Unless it is let go it runs out by itself: that must not hide how the work ended.
      await executor.query(LET_GO, [workspaceId, holder]).catch(onError);
    }
  }

  return async (workspaceId, work) => {
    // First among those of this process, who need not poll.
    const before = turns.get(workspaceId) ?? Promise.resolve();
    const mine = before.then(() => hold(workspaceId, work));
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    turns.set(workspaceId, settled);
    void settled.then(() => turns.get(workspaceId) === settled && turns.delete(workspaceId));
    return mine;
  };
}

function busy(): GuildhallError<'unavailable'> {
  return new GuildhallError('unavailable', {
    message: 'Somebody else is at work on this account, and has been for long.',
    details: { reason: 'timeout' },
    retryAfterMs: 2_000,
  });
}

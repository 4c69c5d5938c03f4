import type { Context } from '../context.js';
import type { BillingContext } from './context.js';
import { createJobs } from './jobs/createJobs.js';
import { applyFreeLimit } from './limits.js';
import { createPoller } from '../poller.js';
import { reconcile, reconcileDirty } from './reconcile.js';
import type { Reconciliation } from './reconcile.js';
import { createReceiveEvent } from './webhooks/receive.js';
import type { ReceiveEvent } from './webhooks/receive.js';
import { purgeStripeEvents } from './webhooks/queue.js';
import { createEventWorker } from './webhooks/worker.js';
import { tellPauses } from './writeProjection.js';

/** What billing does by itself. */
export interface BillingWork {
  /** Takes what Stripe sends. Null where billing is off. */
  readonly receive: ReceiveEvent | null;
  /** Begins to work. After the migration. */
  start(): Promise<void>;
  /** Looks for work soon. Cheap, and never fails. */
  wake(): void;
  /** Does all that is due now; resolves when it is done. */
  drain(): Promise<void>;
  /** Compares every account with what Stripe holds, and makes it so. */
  reconcile(): Promise<Reconciliation>;
  purge(): Promise<void>;
  /** Finishes what is under way, and begins nothing more. */
  close(): Promise<void>;
}

const MINUTE = 60_000;

/** Passes of several processes begin at different moments: each leaves out what another has just asked about. */
const jitter = (ms: number) => ms * (0.9 + Math.random() * 0.2);

const off = (context: Context): BillingWork => ({
  receive: null,
  start: () => applyFreeLimit(context.database, null),
  wake: () => undefined,
  drain: async () => undefined,
  reconcile: async () => ({ checked: 0, repaired: [], failed: [] }),
  purge: async () => undefined,
  close: async () => undefined,
});

/** Makes a {@link BillingWork}. */
export function createBillingWork(context: Context): BillingWork {
  return context.billing ? createWork(context, context.billing) : off(context);
}

function createWork(context: Context, billing: BillingContext): BillingWork {
  const { database, clock, onError = () => undefined } = context;
  let closed = false;
  let passes: NodeJS.Timeout | undefined;
  const deps = { database, sync: billing.sync, isClosing: () => closed };
  const ago = (ms: number) => new Date(clock().getTime() - ms);

  const events = createEventWorker({ database, clock, onError, syncCustomer: billing.syncCustomer });
  const jobs = createJobs(context, billing);
  /** What time alone brings: a grace period that is over, an account whose process died. */
  const minutely = createPoller({
    onError,
    pollMs: MINUTE,
    work: async () => {
      await tellPauses({ ...billing, inUnit: context.inUnit }, database, clock());
      const { failed } = await reconcileDirty(deps, ago(MINUTE));
      for (const { error } of failed) onError(error);
      return false;
    },
  });
  const pass = async () => {
    const { failed } = await reconcile(deps, ago(billing.reconcileMs));
    for (const { error } of failed) onError(error);
  };
  const wait = () => {
    if (closed) return;
    const again = () => void pass().catch(onError).finally(wait);
    passes = setTimeout(again, jitter(billing.reconcileMs)).unref();
  };

  return {
    receive: createReceiveEvent({ stripe: billing.stripe, database, clock, wake: events.wake }),
    start: async () => {
      await applyFreeLimit(database, billing.catalogue);
      events.start();
      jobs.start();
      minutely.start();
      wait();
    },
    wake: () => {
      events.wake();
      jobs.wake();
    },
    drain: async () => {
      await events.drain();
      await jobs.drain();
      await minutely.drain();
    },
    reconcile: () => reconcile(deps, clock()),
    purge: () => purgeStripeEvents(database, clock()),
    close: async () => {
      closed = true;
      clearTimeout(passes);
      await Promise.all([events.close(), jobs.close(), minutely.close()]);
    },
  };
}

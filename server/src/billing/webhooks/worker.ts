import type { Database } from '../../db/database.js';
import { createPoller } from '../../poller.js';
import type { Poller } from '../../poller.js';
import { claimEvents, postponeEvents, settleEvents } from './queue.js';
import type { ClaimedEvent } from './queue.js';

/** What it takes to follow Stripe's events. */
export interface EventWorkerOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly syncCustomer: (customerId: string) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between looks, for events that are tried again. @default 5000 */
  readonly pollMs?: number | undefined;
}

const SECOND = 1_000;
/** Waits between attempts; the last one for all that follow. An event is never given up. */
const RETRY_AFTER_MS = [1, 5, 30, 120, 600, 1_800, 3_600].map((seconds) => seconds * SECOND);
const AT_ONCE = 50;

function byCustomer(events: readonly ClaimedEvent[]): Map<string, ClaimedEvent[]> {
  const groups = new Map<string, ClaimedEvent[]>();
  for (const event of events) groups.set(event.customerId, [...(groups.get(event.customerId) ?? []), event]);
  return groups;
}

/** Asks about one customer once, however many events told of it. */
async function follow(
  { database, clock, syncCustomer, onError }: EventWorkerOptions,
  customerId: string,
  events: readonly ClaimedEvent[],
): Promise<void> {
  const ids = events.map(({ id }) => id);
  try {
    await syncCustomer(customerId);
    await settleEvents(database, ids, clock());
  } catch (error) {
    onError(error);
    const attempts = Math.max(...events.map((event) => event.attempts));
    const wait = RETRY_AFTER_MS[Math.min(attempts, RETRY_AFTER_MS.length) - 1] ?? 0;
    const message = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    await postponeEvents(database, ids, new Date(clock().getTime() + wait), message);
  }
}

/**
 * Makes what follows Stripe's events. They are written down when they come, and looked at here: by whichever process,
 * in whatever order, as often as it takes.
 */
export function createEventWorker(options: EventWorkerOptions): Poller {
  const { database, clock, onError, pollMs = 5_000 } = options;
  return createPoller({
    onError,
    pollMs,
    work: async () => {
      const events = await claimEvents(database, clock(), AT_ONCE);
      await Promise.all([...byCustomer(events)].map(([customerId, group]) => follow(options, customerId, group)));
      return events.length > 0;
    },
  });
}

import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';

/** An event of Stripe's, as far as it concerns us. */
export interface ReceivedEvent {
  readonly id: string;
  readonly type: string;
  /** Whom to ask about; null where it concerns no customer. */
  readonly customerId: string | null;
  readonly created: Date;
}

/** An event that somebody took to work on. */
export interface ClaimedEvent {
  readonly id: string;
  readonly customerId: string;
  /** 1 for the first. */
  readonly attempts: number;
}

/** Sent again, it is known already. What concerns no customer is done with at once. */
const KEEP = statement<{ id: string }>(
  'stripe_events_keep',
  `insert into guildhall.stripe_events (id, type, customer_id, created, received_at, run_after, processed_at)
   values ($1, $2, $3, $4, $5, $5, case when $3::text is null then $5::timestamptz end)
   on conflict (id) do nothing returning id`,
);
const CLAIM = statement<ClaimedEvent>(
  'stripe_events_claim',
  `with due as (
     select id from guildhall.stripe_events where processed_at is null and run_after <= $1
      order by run_after limit $3 for update skip locked
   )
   update guildhall.stripe_events e set attempts = e.attempts + 1, run_after = $2 from due where e.id = due.id
   returning e.id, e.customer_id as "customerId", e.attempts`,
);
const DONE = statement<never>(
  'stripe_events_done',
  'update guildhall.stripe_events set processed_at = $2, last_error = null where id = any($1::text[])',
);
const POSTPONE = statement<never>(
  'stripe_events_postpone',
  'update guildhall.stripe_events set run_after = $2, last_error = $3 where id = any($1::text[]) and processed_at is null',
);
const PURGE = statement<never>(
  'stripe_events_purge',
  'delete from guildhall.stripe_events where processed_at is not null and received_at <= $1',
);

/** Stripe sends an event again for three days; what comes later than that is not told from a new one, and does no harm. */
const KEPT_MS = 30 * 24 * 3_600_000;
/** An event belongs so long to whoever took it. Longer than all that a sync asks of Stripe can take. */
const LEASE_MS = 180_000;

/** Writes an event down, once. @returns false where it is known already */
export async function keepEvent(executor: Executor, event: ReceivedEvent, now: Date): Promise<boolean> {
  const { id, type, customerId, created } = event;
  return (await executor.query(KEEP, [id, type, customerId, created, now])).length > 0;
}

/** Takes events that are due, for three minutes: should this process die at work, another takes them up. */
export function claimEvents(executor: Executor, now: Date, count: number): Promise<ClaimedEvent[]> {
  return executor.query(CLAIM, [now, new Date(now.getTime() + LEASE_MS), count]);
}

/** They will not be looked at again. */
export async function settleEvents(executor: Executor, ids: readonly string[], now: Date): Promise<void> {
  await executor.query(DONE, [ids, now]);
}

/** Puts events off until another attempt. */
export async function postponeEvents(
  executor: Executor,
  ids: readonly string[],
  until: Date,
  error: string,
): Promise<void> {
  await executor.query(POSTPONE, [ids, until, error]);
}

/** Forgets events that were dealt with more than 30 days ago. */
export async function purgeStripeEvents(executor: Executor, now: Date): Promise<void> {
  await executor.query(PURGE, [new Date(now.getTime() - KEPT_MS)]);
}

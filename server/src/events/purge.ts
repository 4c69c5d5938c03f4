import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';

const KEPT_DAYS = 7;

const PURGE = statement<never>('events_purge', 'delete from guildhall.events where at <= $1');

/** Deletes events that are older than seven days. Who was away for longer is told `reset`. */
export async function purgeEvents(executor: Executor, now: Date): Promise<void> {
  await executor.query(PURGE, [new Date(now.getTime() - KEPT_DAYS * 24 * 3_600_000)]);
}

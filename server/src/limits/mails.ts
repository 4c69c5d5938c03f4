import { MAX_INVITATIONS } from 'guildhall/contract';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import type { LimitOptions } from '../options.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PER_SENDER_AND_HOUR = 100;
const PER_WORKSPACE_AND_DAY = 500;

/**
 * The mails within a window whose leaving one request could wait for, oldest first. Older ones make no difference, and
 * newer ones only count: so a high limit does not make each invitation read all mails of an hour.
 */
const latest = (column: 'sender_id' | 'workspace_id') => `select at from (
  select (extract(epoch from created_at) * 1000)::bigint::float8 as at from guildhall.mails
   where ${column} = $1 and created_at > $2 order by created_at desc offset $3 limit $4) m order by at`;
const OF_SENDER = statement<{ at: number }>('limits_of_sender', latest('sender_id'));
const OF_WORKSPACE = statement<{ at: number }>('limits_of_workspace', latest('workspace_id'));

/**
 * Somebody may invite into two workspaces at once, whose locks know nothing of each other. Always taken after the
 * workspace's, and one in each transaction, so nobody waits in a circle.
 */
const LOCK_SENDER = statement<never>(
  'limits_lock_sender',
  `select pg_advisory_xact_lock(hashtextextended('guildhall sender ' || $1, 0))`,
);

/** How many invitation mails may still go, as of one transaction. */
export interface MailAllowance {
  /** How long to wait before the next mail, in milliseconds; 0 for not at all. */
  wait(): number;
  /** Counts a mail that this transaction sends. */
  add(): void;
}

interface Window {
  /** Of those at the edge. */
  readonly limit: number;
  readonly length: number;
  readonly times: number[];
}

function waitFor({ limit, length, times }: Window, now: number): number {
  if (times.length < limit) return 0;
  const leaving = times[times.length - limit];
  return leaving === undefined ? length : leaving + length - now;
}

/** Counts what a sender and a workspace, which is locked, have sent lately. */
export async function countMails(
  executor: Executor,
  limits: LimitOptions | undefined,
  { senderId, workspaceId, now }: { senderId: string; workspaceId: string; now: Date },
): Promise<MailAllowance> {
  await executor.query(LOCK_SENDER, [senderId]);
  const time = now.getTime();
  const read = async (query: typeof OF_SENDER, id: string, limit: number, length: number): Promise<Window> => {
    const edge = Math.min(limit, MAX_INVITATIONS);
    const rows = await executor.query(query, [id, new Date(time - length), limit - edge, edge]);
    return { limit: edge, length, times: rows.map(({ at }) => at) };
  };
  const windows = [
    await read(OF_SENDER, senderId, limits?.invitationsPerSenderPerHour ?? PER_SENDER_AND_HOUR, HOUR),
    await read(OF_WORKSPACE, workspaceId, limits?.invitationsPerWorkspacePerDay ?? PER_WORKSPACE_AND_DAY, DAY),
  ];
  return {
    wait: () => Math.max(...windows.map((window) => waitFor(window, time))),
    add: () => windows.forEach(({ times }) => times.push(time)),
  };
}

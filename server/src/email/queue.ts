import type { Role } from 'guildhall/contract';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import type { InUnit } from '../db/unit.js';

/** A mail of the queue, with all that it is written from. */
export interface QueuedMail {
  readonly id: string;
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly generation: number;
  readonly locale: string;
  readonly status: 'queued' | 'sent' | 'failed' | 'dropped';
  readonly attempts: number;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
  readonly inviterName: string | null;
  readonly workspaceName: string;
  /** Whether its invitation can still be accepted by the link of this very mail. */
  readonly live: boolean;
}

const MAIL = `
  select m.id, m.workspace_id as "workspaceId", m.invitation_id as "invitationId", m.generation, m.locale, m.status,
         m.attempts, m.error, m.created_at as "createdAt", i.email, i.role, i.expires_at as "expiresAt",
         u.name as "inviterName", w.name as "workspaceName",
         (i.status = 'pending' and i.generation = m.generation and i.expires_at > $1 and w.deleted_at is null) as live
    from guildhall.mails m
    join guildhall.invitations i on i.id = m.invitation_id
    join guildhall.workspaces w on w.id = m.workspace_id
    left join guildhall.users u on u.id = i.invited_by`;

/** Each to one process only, and for a while: should it die at work, another takes the mail up. */
const CLAIM = statement<{ id: string }>(
  'mails_claim',
  `with due as (
     select id from guildhall.mails where status = 'queued' and next_attempt_at <= $1
      order by next_attempt_at limit $3 for update skip locked
   )
   update guildhall.mails m set attempts = m.attempts + 1, next_attempt_at = $2
     from due where m.id = due.id returning m.id`,
);
const READ = statement<QueuedMail>('mails_read', `${MAIL} where m.id = any($2::text[])`);
const LATEST = statement<QueuedMail>('mails_latest', `${MAIL} order by m.created_at desc, m.id desc limit $2`);
const LOCK_WORKSPACE = statement<{ id: string }>(
  'mails_lock_workspace',
  'select id from guildhall.workspaces where id = $1 for no key update',
);
const SETTLE = statement<{ id: string }>(
  'mails_settle',
  `update guildhall.mails set status = $2, error = $3, sent_at = case when $2 = 'sent' then $4::timestamptz end
    where id = $1 and status = 'queued' returning id`,
);
const POSTPONE = statement<never>(
  'mails_postpone',
  `update guildhall.mails set next_attempt_at = $2, error = $3 where id = $1 and status = 'queued'`,
);

const LEASE_MS = 120_000;

/** Takes mails that are due, for two minutes. */
export async function claimMails(executor: Executor, now: Date, count: number): Promise<QueuedMail[]> {
  const lease = new Date(now.getTime() + LEASE_MS);
  const claimed = await executor.query(CLAIM, [now, lease, count]);
  return claimed.length === 0 ? [] : executor.query(READ, [now, claimed.map(({ id }) => id)]);
}

/** The latest mails, newest first. */
export function latestMails(executor: Executor, now: Date, count: number): Promise<QueuedMail[]> {
  return executor.query(LATEST, [now, count]);
}

/** One mail, if there is such a one. */
export async function readMail(executor: Executor, now: Date, id: string): Promise<QueuedMail | undefined> {
  return (await executor.query(READ, [now, [id]]))[0];
}

/** Writes down what finally became of a mail, and tells the workspace, whose list of invitations shows it. */
export async function settleMail(
  inUnit: InUnit,
  mail: QueuedMail,
  status: 'sent' | 'failed' | 'dropped',
  error: string | null,
): Promise<void> {
  await inUnit(async (unit) => {
    await unit.query(LOCK_WORKSPACE, [mail.workspaceId]);
    const settled = await unit.query(SETTLE, [mail.id, status, error, unit.now]);
    const { workspaceId, invitationId } = mail;
    // How far the mail has come is for those who sent it: the invited hear of the invitation itself.
    if (settled.length > 0 && mail.live) unit.changes.add({ of: 'invitation', workspaceId, invitationId, email: null });
  });
}

/** Puts a mail off until another attempt. */
export async function postponeMail(executor: Executor, id: string, until: Date, error: string): Promise<void> {
  await executor.query(POSTPONE, [id, until, error]);
}

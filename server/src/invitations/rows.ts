import { refuse } from 'guildhall/contract';
import type { Invitation, Role } from 'guildhall/contract';
import { notFound } from '../context.js';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import { iso, personOrNullJson } from '../db/sql.js';

/** Days that an invitation can be accepted after it was sent, in milliseconds. */
export const INVITATION_LIFE_MS = 7 * 24 * 3_600_000;

/** What becomes of an invitation. */
export type InvitationStatus = 'pending' | 'accepted' | 'declined' | 'revoked';

/** A mail that was dropped because its invitation was not live any more reached nobody: to who looks, it failed. */
const DELIVERY = `coalesce(case delivery.status when 'dropped' then 'failed' else delivery.status end, 'sent')`;

/** An invitation `i` of these columns as the contract has it, with its sender `s` and its latest mail `delivery`. */
export const invitationJson = (i: string) => `json_build_object('id', ${i}.id, 'email', ${i}.email, 'role', ${i}.role,
  'invitedBy', ${personOrNullJson('s')}, 'createdAt', ${iso(`${i}.created_at`)}, 'sentAt', ${iso(`${i}.sent_at`)},
  'expiresAt', ${iso(`${i}.expires_at`)}, 'delivery', ${DELIVERY})`;

/** Joins what {@link invitationJson} needs. */
export const invitationJoins = (i: string) => `left join guildhall.users s on s.id = ${i}.invited_by
  left join guildhall.mails delivery on delivery.invitation_id = ${i}.id and delivery.generation = ${i}.generation`;

/** An invitation, as rules and writes need it. */
export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly status: InvitationStatus;
  readonly generation: number;
  readonly expiresAt: string;
  readonly invitation: Invitation;
}

const ROW = `i.id, i.email, i.role, i.status, i.generation, ${iso('i.expires_at')} as "expiresAt", ${invitationJson('i')} as invitation
  from guildhall.invitations i ${invitationJoins('i')}`;

const FIND = statement<InvitationRow>(
  'invitations_find',
  `select ${ROW} where i.workspace_id = $1 and i.id = any($2::text[])`,
);

const PENDING_FOR = statement<InvitationRow>(
  'invitations_pending_for',
  `select ${ROW} where i.workspace_id = $1 and i.status = 'pending' and i.email = any($2::text[])`,
);

/** These invitations of a workspace, in whatever state. */
export async function findInvitations(
  executor: Executor,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, InvitationRow>> {
  const rows = await executor.query(FIND, [workspaceId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The unanswered invitations for these addresses, expired or not, by address. */
export async function findPendingFor(
  executor: Executor,
  workspaceId: string,
  emails: readonly string[],
): Promise<Map<string, InvitationRow>> {
  const rows = await executor.query(PENDING_FOR, [workspaceId, emails]);
  return new Map(rows.map((row) => [row.email, row]));
}

/**
 * An unanswered invitation, expired or not.
 *
 * @throws GuildhallError `not_found`, or `conflict` that says how it was answered
 */
export async function findPending(executor: Executor, workspaceId: string, id: string): Promise<InvitationRow> {
  const row = (await findInvitations(executor, workspaceId, [id])).get(id);
  if (!row) throw notFound('invitation');
  if (row.status !== 'pending') refuse({ code: 'conflict', reason: `invitation_${row.status}` });
  return row;
}

/** An invitation as it stands now. */
export async function readInvitation(executor: Executor, workspaceId: string, id: string): Promise<Invitation> {
  const row = (await findInvitations(executor, workspaceId, [id])).get(id);
  if (!row) throw notFound('invitation');
  return row.invitation;
}

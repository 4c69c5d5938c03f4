import { and, eq, gt } from 'drizzle-orm';
import { GuildhallError, isExpired, normaliseEmail, refuse } from 'guildhall/contract';
import type { Person, Role } from 'guildhall/contract';
import { notFound, signedIn } from '../context.js';
import type { Context, Service } from '../context.js';
import { statement } from '../db/database.js';
import { newId } from '../db/newId.js';
import { iso, personOrNullJson } from '../db/sql.js';
import { invitations, members } from '../db/schema.js';
import type { Unit } from '../db/unit.js';
import type { Identity } from '../operations.js';
import { readPerson } from '../users/read.js';
import { lockWorkspaces } from '../workspaces/enter.js';
import type { WorkspaceRow } from '../workspaces/enter.js';
import { readWorkspace } from '../workspaces/view.js';
import type { InvitationStatus } from './rows.js';

interface ReceivedRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly email: string;
  readonly role: Role;
  readonly status: InvitationStatus;
  readonly expiresAt: string;
  readonly invitedBy: Person | null;
}

const FIND = statement<ReceivedRow>(
  'invitations_received',
  `select i.id, i.workspace_id as "workspaceId", i.email, i.role, i.status, ${iso('i.expires_at')} as "expiresAt",
          ${personOrNullJson('s')} as "invitedBy"
     from guildhall.invitations i left join guildhall.users s on s.id = i.invited_by where i.id = $1`,
);

const CROWD = statement<{ count: number; isMember: boolean }>(
  'invitations_crowd',
  `select count(*)::int as count, coalesce(bool_or(user_id = $2), false) as "isMember" from guildhall.members where workspace_id = $1`,
);

/** An invitation for whoever asks, its workspace locked. */
interface Received {
  readonly workspace: WorkspaceRow;
  readonly invitation: ReceivedRow;
}

/**
 * Looks which workspace an invitation is for, locks that, and reads the invitation again.
 *
 * @throws GuildhallError `not_found` for all but the addressee
 */
async function receive(unit: Unit, { email, emailVerified }: Identity, invitationId: string): Promise<Received> {
  const find = async () => {
    const [row] = await unit.query(FIND, [invitationId]);
    if (!row || !emailVerified || row.email !== normaliseEmail(email)) throw notFound('invitation');
    return row;
  };
  const [workspace] = await lockWorkspaces(unit, [(await find()).workspaceId]);
  if (!workspace) throw notFound('invitation');
  return { workspace, invitation: await find() };
}

/** Answers an invitation, if nobody and no time has come before. @throws GuildhallError `conflict` that says what has */
async function settle(
  unit: Unit,
  { id, workspaceId, email, status, expiresAt }: ReceivedRow,
  answer: 'accepted' | 'declined',
): Promise<void> {
  const settled = await unit.orm
    .update(invitations)
    .set({ status: answer, settledAt: unit.now })
    .where(and(eq(invitations.id, id), eq(invitations.status, 'pending'), gt(invitations.expiresAt, unit.now)))
    .returning({ id: invitations.id });
  if (settled.length === 0) {
    if (status !== 'pending') refuse({ code: 'conflict', reason: `invitation_${status}` });
    if (isExpired({ expiresAt }, unit.now.getTime())) refuse({ code: 'conflict', reason: 'invitation_expired' });
    throw new Error(`invitation ${id} was neither answered nor left as it was, under the lock of its workspace`);
  }
  unit.changes.add({ of: 'invitation', workspaceId, invitationId: id, email });
}

/** @throws GuildhallError `conflict` with `already_member`, or `limit_exceeded` */
async function checkPlace(unit: Unit, { id, memberLimit: max }: WorkspaceRow, userId: string): Promise<void> {
  const [crowd] = await unit.query(CROWD, [id, userId]);
  if (crowd?.isMember) refuse({ code: 'conflict', reason: 'already_member' });
  const used = crowd?.count ?? 0;
  if (max === null || used < max) return;
  throw new GuildhallError('limit_exceeded', {
    message: 'The workspace is full.',
    details: { limit: 'members', max, used },
  });
}

export const acceptInvitation: Service<'invitations.accept'> =
  (context: Context) =>
  (actor, { invitationId }) => {
    const identity = signedIn(actor);
    const { userId } = identity;
    return context.inUnit(async (unit) => {
      const { workspace, invitation } = await receive(unit, identity, invitationId);
      const { id: workspaceId } = workspace;
      const { role, invitedBy } = invitation;
      await settle(unit, invitation, 'accepted');
      await checkPlace(unit, workspace, userId);
      const person = await readPerson(unit, userId);
      const memberId = newId('mem');
      await unit.orm.insert(members).values({ id: memberId, workspaceId, userId, role, joinedAt: unit.now });
      unit.changes.add({ of: 'member', workspaceId, type: 'added', memberId });
      unit.changes.add({ of: 'membership', userId, workspaceId, change: 'added' });
      unit.changes.record(workspaceId, person, 'member.joined', { invitedBy, role });
      await unit.flush();
      return readWorkspace(context, unit, workspaceId, userId);
    });
  };

export const declineInvitation: Service<'invitations.decline'> =
  (context) =>
  (actor, { invitationId }) => {
    const identity = signedIn(actor);
    return context.inUnit(async (unit) => {
      const { invitation } = await receive(unit, identity, invitationId);
      await settle(unit, invitation, 'declined');
      const person = await readPerson(unit, identity.userId);
      unit.changes.record(invitation.workspaceId, person, 'invitation.declined', { email: invitation.email });
      return {};
    });
  };

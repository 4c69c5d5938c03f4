import { and, eq } from 'drizzle-orm';
import { isExpired, refuse, refuseGrant } from 'guildhall/contract';
import { notFound, signedIn } from '../context.js';
import type { Service } from '../context.js';
import { statement } from '../db/database.js';
import { invitations } from '../db/schema.js';
import { checkAccess, enter } from '../workspaces/enter.js';
import type { ScopeRow } from '../workspaces/enter.js';
import { findPending, readInvitation } from './rows.js';

export const updateInvitation: Service<'invitations.update'> =
  (context) =>
  (actor, { workspaceId, invitationId, role }) =>
    context.inUnit(async (unit) => {
      const { me, person } = await enter(unit, 'invitations.update', actor, workspaceId);
      const { email, role: from, invitation } = await findPending(unit, workspaceId, invitationId);
      refuse(refuseGrant(me, from));
      refuse(refuseGrant(me, role));
      if (role === from) return invitation;
      await unit.orm.update(invitations).set({ role }).where(eq(invitations.id, invitationId));
      unit.changes.add({ of: 'invitation', workspaceId, invitationId, email });
      unit.changes.record(workspaceId, person, 'invitation.role_changed', { email, from, to: role });
      return readInvitation(unit, workspaceId, invitationId);
    });

export const revokeInvitation: Service<'invitations.revoke'> =
  (context) =>
  (actor, { workspaceId, invitationId }) =>
    context.inUnit(async (unit) => {
      const { me, person } = await enter(unit, 'invitations.revoke', actor, workspaceId);
      const { email, role } = await findPending(unit, workspaceId, invitationId);
      refuse(refuseGrant(me, role));
      await unit.orm
        .update(invitations)
        .set({ status: 'revoked', settledAt: unit.now })
        .where(and(eq(invitations.id, invitationId), eq(invitations.status, 'pending')));
      unit.changes.add({ of: 'invitation', workspaceId, invitationId, email });
      unit.changes.record(workspaceId, person, 'invitation.revoked', { email });
      return {};
    });

const STANDING = statement<ScopeRow>(
  'invitations_standing',
  `select v.role, v.billing_contact as "billingContact" from guildhall.members v
     join guildhall.workspaces w on w.id = v.workspace_id and w.deleted_at is null
    where v.workspace_id = $1 and v.user_id = $2`,
);

/** The link is made here, for whoever may send it: it stands nowhere. */
export const linkOfInvitation: Service<'invitations.link'> =
  (context) =>
  async (actor, { workspaceId, invitationId }) => {
    const { database, tokens } = context;
    const [standing] = await database.query(STANDING, [workspaceId, signedIn(actor).userId]);
    if (!standing) throw notFound('workspace');
    checkAccess('invitations.link', standing);
    const { role, generation, expiresAt } = await findPending(database, workspaceId, invitationId);
    refuse(refuseGrant(standing, role));
    if (isExpired({ expiresAt }, context.clock().getTime())) refuse({ code: 'conflict', reason: 'invitation_expired' });
    return { url: context.invitationUrl(tokens.issue({ invitationId, generation })), expiresAt };
  };

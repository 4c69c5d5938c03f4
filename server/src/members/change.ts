import { eq } from 'drizzle-orm';
import {
  ROLES,
  isVoidedByDemotion,
  refuse,
  refuseBillingContactChange,
  refuseRoleChange,
  refuseTransfer,
} from 'guildhall/contract';
import type { Person, Role } from 'guildhall/contract';
import type { Service } from '../context.js';
import { members } from '../db/schema.js';
import type { Unit } from '../db/unit.js';
import { recordRevoked, revokeInvitations } from '../invitations/settle.js';
import { enter } from '../workspaces/enter.js';
import { findMember, personOf, standingOf } from './rows.js';

/** Somebody's membership. */
interface Membership {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly userId: string;
}

/** Sets a role. The invitations that they sent while they stood higher, and that give more than they have now, go. */
async function setRole(
  unit: Unit,
  { workspaceId, memberId, userId }: Membership,
  role: Role,
  actor: Person,
): Promise<void> {
  await unit.orm.update(members).set({ role }).where(eq(members.id, memberId));
  const roles = ROLES.filter((given) => isVoidedByDemotion({ role: given }, role));
  if (roles.length === 0) return;
  recordRevoked(unit, workspaceId, actor, await revokeInvitations(unit, { workspaceId, sentBy: [userId], roles }));
}

function tellOfChange({ changes }: Unit, { workspaceId, memberId, userId }: Membership): void {
  changes.add({ of: 'member', workspaceId, type: 'updated', memberId });
  changes.add({ of: 'membership', userId, workspaceId, change: 'updated' });
}

export const updateMember: Service<'members.update'> =
  (context) =>
  (actor, { workspaceId, memberId, role, billingContact }) =>
    context.inUnit(async (unit) => {
      const { me, person, ownerCount } = await enter(unit, 'members.update', actor, workspaceId);
      const target = await findMember(unit, workspaceId, memberId);
      if (role !== undefined) refuse(refuseRoleChange(me, standingOf(target), role, ownerCount));
      if (billingContact !== undefined) refuse(refuseBillingContactChange(me));
      const from = target.role;
      const newRole = role !== undefined && role !== from ? role : null;
      const newContact =
        billingContact !== undefined && billingContact !== target.billingContact ? billingContact : null;
      if (newRole === null && newContact === null) return target;
      const membership = { workspaceId, memberId, userId: target.userId };
      if (newContact !== null)
        await unit.orm.update(members).set({ billingContact: newContact }).where(eq(members.id, memberId));
      if (newRole !== null) await setRole(unit, membership, newRole, person);
      tellOfChange(unit, membership);
      const member = personOf(target);
      if (newRole !== null)
        unit.changes.record(workspaceId, person, 'member.role_changed', { member, from, to: newRole });
      if (newContact !== null) {
        unit.changes.record(workspaceId, person, 'member.billing_contact_changed', {
          member,
          billingContact: newContact,
        });
      }
      await unit.flush();
      return findMember(unit, workspaceId, memberId);
    });

export const transferOwnership: Service<'members.transferOwnership'> =
  (context) =>
  (actor, { workspaceId, memberId }) =>
    context.inUnit(async (unit) => {
      const { me, person } = await enter(unit, 'members.transferOwnership', actor, workspaceId);
      const target = await findMember(unit, workspaceId, memberId);
      refuse(refuseTransfer(me, standingOf(target)));
      const [theirs, mine] = [
        { workspaceId, memberId, userId: target.userId },
        { workspaceId, memberId: me.memberId, userId: me.userId },
      ];
      await setRole(unit, theirs, 'owner', person);
      await setRole(unit, mine, 'admin', person);
      tellOfChange(unit, theirs);
      tellOfChange(unit, mine);
      unit.changes.record(workspaceId, person, 'workspace.transferred', { to: personOf(target) });
      return {};
    });

import { assignableRoles, permissionsOf } from '../../contract/index.js';
import type { EntityCount, Invitation, Member, Person, ReceivedInvitation, Workspace } from '../../contract/index.js';
import { areInvitationsPausedIn, memberLimitIn, publicPlanOf } from './billing/standing.js';
import type { InvitationRecord, MemberRecord, UserRecord, WorkspaceRecord } from './records.js';

/** A fresh copy of each record as the wire has it: whoever changes an answer changes nothing here. */
export function toPerson({ id, name, email, imageUrl }: UserRecord): Person {
  return { userId: id, name, email, imageUrl };
}

export function toMember({ id, user, role, billingContact, joinedAt }: MemberRecord): Member {
  const { name, email, imageUrl } = user;
  return { id, userId: user.id, name, email, imageUrl, role, billingContact, joinedAt };
}

export function toWorkspace(workspace: WorkspaceRecord, me: MemberRecord): Workspace {
  const { id, name, imageUrl, homeOf, createdAt, members, seq } = workspace;
  return {
    id,
    name,
    imageUrl,
    isHome: homeOf !== null,
    createdAt,
    memberCount: members.size,
    ownerCount: members.ownerCount,
    memberLimit: memberLimitIn(workspace),
    plan: publicPlanOf(workspace),
    invitationsPaused: areInvitationsPausedIn(workspace),
    viewer: {
      memberId: me.id,
      userId: me.user.id,
      role: me.role,
      billingContact: me.billingContact,
      permissions: permissionsOf(me),
      assignableRoles: assignableRoles(me.role),
    },
    seq,
  };
}

export function toInvitation(invitation: InvitationRecord): Invitation {
  const { id, email, role, inviter, createdAt, sentAt, expiresAt, delivery } = invitation;
  return { id, email, role, invitedBy: toPerson(inviter), createdAt, sentAt, expiresAt, delivery };
}

/** @param contents what the workspace holds, for whoever accepts */
export function toReceivedInvitation(
  { id, role, workspace, inviter, expiresAt }: InvitationRecord,
  contents: EntityCount[],
): ReceivedInvitation {
  const { name, imageUrl, members } = workspace;
  return {
    id,
    role,
    workspace: { name, imageUrl, memberCount: members.size },
    contents,
    invitedBy: toPerson(inviter),
    expiresAt,
  };
}

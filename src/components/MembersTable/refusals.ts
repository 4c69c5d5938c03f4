import { GuildhallError, refuseLeaving, refuseRemoval, refuseRoleChange, ROLES } from '../../contract/index.js';
import type { Member, MemberStanding, Refusal, Role, Viewer, Workspace } from '../../contract/index.js';
import { isViewer } from './isViewer.js';

/** The viewer as the rules want them. A viewer does not carry their user id, but their own row does. */
function actorFor(viewer: Viewer, target: Member): MemberStanding {
  const userId = isViewer(viewer, target) ? target.userId : `not ${target.userId}`;
  return { userId, role: viewer.role, billingContact: viewer.billingContact };
}

/** A refusal as the error that it would be, so that it has the same sentence. */
export function errorOf({ code, reason }: Refusal): GuildhallError {
  return code === 'conflict'
    ? new GuildhallError(code, { details: { reason } })
    : new GuildhallError(code, { details: { reason } });
}

/** Why the viewer may not give `member` this role, or null. Keeping the one they have is never refused. */
export const whyNotRole = ({ viewer, ownerCount }: Workspace, member: Member, role: Role): Refusal | null =>
  role === member.role ? null : refuseRoleChange(actorFor(viewer, member), member, role, ownerCount);

/** Why the viewer may not remove `member`, or null. */
export const whyNotRemove = ({ viewer, ownerCount }: Workspace, member: Member): Refusal | null =>
  refuseRemoval(actorFor(viewer, member), member, ownerCount);

/** Why the viewer may not leave, or null. */
export const whyNotLeave = ({ viewer, ownerCount }: Workspace): Refusal | null => refuseLeaving(viewer, ownerCount);

/** The roles that a row can offer: those that the viewer may give, and the one that it has. */
export const offeredRoles = ({ viewer }: Workspace, current: Role): Role[] =>
  ROLES.filter((role) => role === current || viewer.assignableRoles.includes(role));

/** Why a row's role cannot be changed at all: the reason, undefined where there is no other role to give, null where it can. */
export function whyFixed(workspace: Workspace, member: Member): Refusal | null | undefined {
  const others = offeredRoles(workspace, member.role).filter((role) => role !== member.role);
  const refusals = others.map((role) => whyNotRole(workspace, member, role));
  return refusals.includes(null) ? null : refusals[0];
}

import { GuildhallError } from './errors.js';
import type { ConflictReason, ErrorCode, ForbiddenReason } from './errors.js';
import { may, outranks } from './permissions.js';
import type { Permission, Role, Standing } from './permissions.js';

/**
 * Why a rule refuses. The interface shows its reason beside what it disables; the adapters throw it
 * with {@link refuse}.
 */
export type Refusal =
  | { readonly code: 'forbidden'; readonly reason: ForbiddenReason; readonly permission?: Permission }
  | { readonly code: 'conflict'; readonly reason: ConflictReason };

/** The facts about a member that rules ask for. */
export interface MemberStanding extends Standing {
  readonly userId: string;
}

const forbidden = (reason: ForbiddenReason): Refusal => ({ code: 'forbidden', reason });
const conflict = (reason: ConflictReason): Refusal => ({ code: 'conflict', reason });

/** Throws the refusal, if there is one, as a {@link GuildhallError}. */
export function refuse(refusal: Refusal | null): void {
  if (refusal === null) return;
  const { code, ...details } = refusal;
  throw new GuildhallError<ErrorCode>(code, { details });
}

/** Whether somebody lacks the permission that an operation needs. */
export function refusePermission(actor: Standing, permission: Permission): Refusal | null {
  return may(actor, permission) ? null : { code: 'forbidden', reason: 'missing_permission', permission };
}

/** Giving `role` to somebody: never a role above one's own. */
export function refuseGrant(actor: Standing, role: Role): Refusal | null {
  return refusePermission(actor, 'members:invite') ?? (outranks(role, actor.role) ? forbidden('above_own_role') : null);
}

/** Changing the role of `target` to `role`, in a workspace of so many owners. */
export function refuseRoleChange(
  actor: MemberStanding,
  target: MemberStanding,
  role: Role,
  ownerCount: number,
): Refusal | null {
  const lacking = refusePermission(actor, 'members:manage');
  if (lacking) return lacking;
  if (outranks(target.role, actor.role) || outranks(role, actor.role)) return forbidden('above_own_role');
  if (target.role === 'owner' && role !== 'owner' && ownerCount <= 1) return conflict('last_owner');
  return null;
}

/** Making `target` a billing contact, or no longer one: for owners alone. */
export function refuseBillingContactChange(actor: Standing): Refusal | null {
  return refusePermission(actor, 'members:manage') ?? (actor.role === 'owner' ? null : forbidden('owners_only'));
}

/** Changing who sees an entity: for who made it, admins and owners. */
export function refuseSharing(actor: MemberStanding, creatorId: string | null): Refusal | null {
  return actor.role === 'member' && actor.userId !== creatorId ? forbidden('not_creator') : null;
}

/**
 * Removing `target`. Nobody removes somebody above themselves, nor themselves (that is leaving);
 * owners alone remove a billing contact, since owners alone unmake one.
 */
export function refuseRemoval(actor: MemberStanding, target: MemberStanding, ownerCount: number): Refusal | null {
  const lacking = refusePermission(actor, 'members:manage');
  if (lacking) return lacking;
  if (target.userId === actor.userId) return conflict('self_removal');
  if (outranks(target.role, actor.role)) return forbidden('above_own_role');
  if (target.billingContact && actor.role !== 'owner') return forbidden('owners_only');
  if (target.role === 'owner' && ownerCount <= 1) return conflict('last_owner');
  return null;
}

/** Leaving a workspace of so many owners. */
export function refuseLeaving(actor: Standing, ownerCount: number): Refusal | null {
  return actor.role === 'owner' && ownerCount <= 1 ? conflict('last_owner') : null;
}

/** Handing one's ownership to `target`; whoever does so stays as an admin. */
export function refuseTransfer(actor: MemberStanding, target: MemberStanding): Refusal | null {
  const lacking = refusePermission(actor, 'workspace:transfer');
  if (lacking) return lacking;
  return target.userId === actor.userId ? conflict('self_removal') : null;
}

/** Deleting a workspace: never the one that somebody has for themselves. */
export function refuseDeletion(actor: Standing, workspace: { isHome: boolean }): Refusal | null {
  return refusePermission(actor, 'workspace:delete') ?? (workspace.isHome ? conflict('home_workspace') : null);
}

/** What is left of an invitation when time alone is asked. */
export function isExpired(invitation: { expiresAt: string }, now: number): boolean {
  return Date.parse(invitation.expiresAt) <= now;
}

/** Places left, or Infinity without a limit. Inviting counts those already invited too; accepting does not. */
export function placesLeft(limit: number | null, used: number): number {
  return limit === null ? Infinity : Math.max(0, limit - used);
}

/**
 * Whether somebody's invitation must go when they come down to `role`: nobody grants above their own
 * role, so neither may an invitation that they sent while they stood higher.
 */
export function isVoidedByDemotion(invitation: { role: Role }, role: Role): boolean {
  return outranks(invitation.role, role);
}

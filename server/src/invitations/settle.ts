import { and, eq, inArray } from 'drizzle-orm';
import type { Person, Role } from 'guildhall/contract';
import { invitations } from '../db/schema.js';
import type { Unit } from '../db/unit.js';

/** Which of a workspace's unanswered invitations. */
export interface Which {
  readonly workspaceId: string;
  readonly sentBy?: readonly string[];
  readonly roles?: readonly Role[];
}

/** An invitation that was taken back. */
export interface Revoked {
  readonly id: string;
  readonly email: string;
  readonly invitedBy: string | null;
}

/** Takes back unanswered invitations of a workspace that is locked, and tells both sides. */
export async function revokeInvitations(unit: Unit, { workspaceId, sentBy, roles }: Which): Promise<Revoked[]> {
  const revoked = await unit.orm
    .update(invitations)
    .set({ status: 'revoked', settledAt: unit.now })
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.status, 'pending'),
        sentBy && inArray(invitations.invitedBy, [...sentBy]),
        roles && inArray(invitations.role, [...roles]),
      ),
    )
    .returning({ id: invitations.id, email: invitations.email, invitedBy: invitations.invitedBy });
  for (const { id, email } of revoked) unit.changes.add({ of: 'invitation', workspaceId, invitationId: id, email });
  return revoked;
}

/** Writes down that invitations were taken back. */
export function recordRevoked(unit: Unit, workspaceId: string, actor: Person, revoked: readonly Revoked[]): void {
  for (const { email } of revoked) unit.changes.record(workspaceId, actor, 'invitation.revoked', { email });
}

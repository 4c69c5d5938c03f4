import { eq, inArray } from 'drizzle-orm';
import { refuse, refuseLeaving, refuseRemoval } from 'guildhall/contract';
import type { Member, RemovalOutcome } from 'guildhall/contract';
import type { Service } from '../context.js';
import { members } from '../db/schema.js';
import type { Unit } from '../db/unit.js';
import { recordRevoked, revokeInvitations } from '../invitations/settle.js';
import { enter } from '../workspaces/enter.js';
import type { Scope } from '../workspaces/enter.js';
import { findMembers, personOf, standingOf } from './rows.js';

type Refused = Extract<RemovalOutcome, { status: 'refused' }>;

/** Who of these is removed and who is not, in the order of the input, each as if the ones before had gone already. */
function decide(
  { me, ownerCount }: Scope,
  found: ReadonlyMap<string, Member>,
  memberIds: readonly string[],
): RemovalOutcome[] {
  const present = new Map(found);
  let owners = ownerCount;
  return memberIds.map((memberId): RemovalOutcome => {
    const target = present.get(memberId);
    if (!target) return { status: 'not_found', memberId };
    const refusal = refuseRemoval(me, standingOf(target), owners);
    if (refusal) return { status: 'refused', memberId, reason: refusal.reason as Refused['reason'] };
    present.delete(memberId);
    if (target.role === 'owner') owners -= 1;
    return { status: 'removed', memberId, revokedInvitations: 0 };
  });
}

/** Takes members out. The invitations that they sent go with them. @returns how many, by user */
async function takeOut(
  unit: Unit,
  { workspace, person }: Scope,
  gone: readonly Member[],
): Promise<Map<string, number>> {
  const workspaceId = workspace.id;
  await unit.orm.delete(members).where(
    inArray(
      members.id,
      gone.map(({ id }) => id),
    ),
  );
  const revoked = await revokeInvitations(unit, { workspaceId, sentBy: gone.map(({ userId }) => userId) });
  for (const member of gone) {
    unit.changes.add({ of: 'member', workspaceId, type: 'removed', memberId: member.id });
    unit.changes.add({ of: 'membership', userId: member.userId, workspaceId, change: 'removed' });
    recordRevoked(
      unit,
      workspaceId,
      person,
      revoked.filter(({ invitedBy }) => invitedBy === member.userId),
    );
    unit.changes.record(workspaceId, person, 'member.removed', { member: personOf(member) });
  }
  return new Map(gone.map(({ userId }) => [userId, revoked.filter(({ invitedBy }) => invitedBy === userId).length]));
}

export const removeMembers: Service<'members.remove'> =
  (context) =>
  (actor, { workspaceId, memberIds }) =>
    context.inUnit(async (unit) => {
      const scope = await enter(unit, 'members.remove', actor, workspaceId);
      const found = await findMembers(unit, workspaceId, memberIds);
      const outcomes = decide(scope, found, memberIds);
      const gone = outcomes.flatMap(({ status, memberId }) =>
        status === 'removed' ? (found.get(memberId) ?? []) : [],
      );
      if (gone.length === 0) return { outcomes };
      const revoked = await takeOut(unit, scope, gone);
      return {
        outcomes: outcomes.map((outcome) =>
          outcome.status === 'removed'
            ? { ...outcome, revokedInvitations: revoked.get(found.get(outcome.memberId)?.userId ?? '') ?? 0 }
            : outcome,
        ),
      };
    });

/** Whoever leaves keeps the invitations they sent standing: leaving is no breach of trust. */
export const leaveWorkspace: Service<'members.leave'> =
  (context) =>
  (actor, { workspaceId }) =>
    context.inUnit(async (unit) => {
      const { me, person, ownerCount } = await enter(unit, 'members.leave', actor, workspaceId);
      refuse(refuseLeaving(me, ownerCount));
      await unit.orm.delete(members).where(eq(members.id, me.memberId));
      unit.changes.add({ of: 'member', workspaceId, type: 'removed', memberId: me.memberId });
      unit.changes.add({ of: 'membership', userId: me.userId, workspaceId, change: 'removed' });
      unit.changes.record(workspaceId, person, 'member.left', {});
      return {};
    });

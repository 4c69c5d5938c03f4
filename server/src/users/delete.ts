import { and, eq } from 'drizzle-orm';
import { GuildhallError } from 'guildhall/contract';
import type { Context } from '../context.js';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import { members, users, workspaces } from '../db/schema.js';
import type { Unit } from '../db/unit.js';
import { revokeInvitations } from '../invitations/settle.js';
import { endWorkspace } from '../workspaces/end.js';
import { lockWorkspaces } from '../workspaces/enter.js';
import { anonymise } from './anonymise.js';

/** How a person is deleted. */
export interface DeleteUserOptions {
  /** Who becomes an owner of each shared workspace that this person alone owns: user ids by workspace id. @default {} */
  readonly successors?: Readonly<Record<string, string>> | undefined;
}

/** What stands between a person and their deletion: their memberships, and the invitations they sent. */
const CONCERNED = statement<{ id: string }>(
  'users_concerned',
  `select w.id from guildhall.workspaces w where w.deleted_at is null and (
     exists (select 1 from guildhall.members m where m.workspace_id = w.id and m.user_id = $1)
     or w.id in (select i.workspace_id from guildhall.invitations i where i.invited_by = $1 and i.status = 'pending'))`,
);

interface Membership {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly isHome: boolean;
  readonly isSoleOwner: boolean;
  readonly others: number;
}

const MEMBERSHIPS = statement<Membership>(
  'users_memberships_to_end',
  `select m.workspace_id as "workspaceId", m.id as "memberId", coalesce(w.home_of = $1, false) as "isHome",
          m.role = 'owner' and not exists (select 1 from guildhall.members o
            where o.workspace_id = w.id and o.role = 'owner' and o.id <> m.id) as "isSoleOwner",
          (select count(*)::int from guildhall.members o where o.workspace_id = w.id and o.id <> m.id) as others
     from guildhall.members m join guildhall.workspaces w on w.id = m.workspace_id and w.deleted_at is null
    where m.user_id = $1 order by w.id`,
);

/** Locks every workspace that is concerned. Whoever joins another one meanwhile makes this begin again. */
async function lockConcerned(unit: Unit, userId: string): Promise<string[] | null> {
  const before = (await unit.query(CONCERNED, [userId])).map(({ id }) => id);
  const locked = (await lockWorkspaces(unit, before)).map(({ id }) => id);
  // From here on nobody can insert a membership of theirs: that needs a share of this row.
  await unit.orm.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  const after = await unit.query(CONCERNED, [userId]);
  return after.every(({ id }) => locked.includes(id)) ? locked : null;
}

function checkOwnership(memberships: readonly Membership[], successors: Readonly<Record<string, string>>): void {
  const workspaceIds = memberships
    .filter(
      ({ workspaceId, isSoleOwner, others }) => isSoleOwner && others > 0 && !Object.hasOwn(successors, workspaceId),
    )
    .map(({ workspaceId }) => workspaceId);
  if (workspaceIds.length === 0) return;
  throw new GuildhallError('conflict', {
    message: `This person is the only owner of ${workspaceIds.join(', ')}. Name a successor for each, or let them hand these over first.`,
    details: { reason: 'sole_owner_of_shared_workspaces', workspaceIds },
  });
}

/** @throws GuildhallError `validation`, where the successor is not in the workspace */
async function succeed(unit: Unit, workspaceId: string, successor: string): Promise<void> {
  const [member] = await unit.orm
    .update(members)
    .set({ role: 'owner' })
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, successor)))
    .returning({ id: members.id });
  if (!member) {
    const fields = [
      { path: `successors.${workspaceId}`, message: 'must be the user id of a member of that workspace' },
    ];
    throw new GuildhallError('validation', {
      message: `${successor} is no member of ${workspaceId}.`,
      details: { fields },
    });
  }
  unit.changes.add({ of: 'member', workspaceId, type: 'updated', memberId: member.id });
  unit.changes.add({ of: 'membership', userId: successor, workspaceId, change: 'updated' });
}

/** Ends a membership: with the workspace, where nobody else is in it. */
async function end(
  unit: Unit,
  { workspaceId, memberId, isHome, isSoleOwner, others }: Membership,
  successor: string | undefined,
) {
  if (others === 0) {
    await revokeInvitations(unit, { workspaceId });
    await endWorkspace(unit, workspaceId);
    return;
  }
  if (isSoleOwner && successor !== undefined) await succeed(unit, workspaceId, successor);
  if (isHome) await unit.orm.update(workspaces).set({ homeOf: null }).where(eq(workspaces.id, workspaceId));
  unit.changes.add({ of: 'member', workspaceId, type: 'removed', memberId });
  unit.changes.record(workspaceId, null, 'member.left', {});
}

async function deleteRows(executor: Executor, userId: string): Promise<void> {
  await executor.orm.delete(members).where(eq(members.userId, userId));
  await anonymise(executor, userId);
  await executor.orm.delete(users).where(eq(users.id, userId));
}

/**
 * Forgets a person: ends their memberships, deletes the workspaces in which nobody else is, revokes the invitations
 * they sent, and takes their name and address out of what remains. Deleting somebody unknown does nothing.
 *
 * @throws GuildhallError `conflict` with `sole_owner_of_shared_workspaces` and their ids, `validation`
 */
export async function deleteUser(
  context: Context,
  userId: string,
  { successors = {} }: DeleteUserOptions = {},
): Promise<void> {
  const attempt = () =>
    context.inUnit(async (unit) => {
      const locked = await lockConcerned(unit, userId);
      if (!locked) return false;
      const memberships = await unit.query(MEMBERSHIPS, [userId]);
      checkOwnership(memberships, successors);
      for (const workspaceId of locked) await revokeInvitations(unit, { workspaceId, sentBy: [userId] });
      for (const membership of memberships) await end(unit, membership, successors[membership.workspaceId]);
      await unit.flush();
      await deleteRows(unit, userId);
      return true;
    });
  for (let done = await attempt(); !done;) done = await attempt();
}

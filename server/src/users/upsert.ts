import { eq } from 'drizzle-orm';
import type { Context } from '../context.js';
import { statement } from '../db/database.js';
import { users } from '../db/schema.js';
import type { Unit } from '../db/unit.js';
import type { Identity } from '../operations.js';
import { lockWorkspaces } from '../workspaces/enter.js';
import { settleIn } from '../workspaces/home.js';
import { toUserRow } from './row.js';
import type { UserRow } from './row.js';

/** Workspaces that one transaction locks to tell of a new name. */
const CHUNK = 100;

const SAME = statement<{ same: boolean }>(
  'users_same',
  `select true as same from guildhall.users where id = $1 and email = $2 and email_verified = $3 and name = $4
      and image_url is not distinct from $5::text`,
);
const MEMBERSHIPS = statement<{ workspaceId: string; memberId: string }>(
  'users_memberships',
  `select m.workspace_id as "workspaceId", m.id as "memberId" from guildhall.members m
     join guildhall.workspaces w on w.id = m.workspace_id and w.deleted_at is null
    where m.user_id = $1 order by m.workspace_id`,
);

async function insertUser(unit: Unit, context: Context, row: UserRow, locale: string | undefined): Promise<boolean> {
  const inserted = await unit.orm
    .insert(users)
    .values({ ...row, createdAt: unit.now })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (inserted.length === 0) return false;
  await settleIn(context, unit, { row, locale });
  return true;
}

/**
 * Shows the new row in every workspace of this person. After the commit of the new name and not with it: whoever
 * joins at the same time either reads the new name, or is found here.
 */
async function tellWorkspaces({ database, inUnit }: Context, userId: string): Promise<void> {
  const memberships = await database.query(MEMBERSHIPS, [userId]);
  for (let start = 0; start < memberships.length; start += CHUNK) {
    const chunk = memberships.slice(start, start + CHUNK);
    await inUnit(async (unit) => {
      const locked = new Set(
        (
          await lockWorkspaces(
            unit,
            chunk.map(({ workspaceId }) => workspaceId),
          )
        ).map(({ id }) => id),
      );
      for (const { workspaceId, memberId } of chunk.filter((one) => locked.has(one.workspaceId))) {
        unit.changes.add({ of: 'member', workspaceId, type: 'updated', memberId });
      }
    });
  }
}

/**
 * Writes down what the host's sign-in tells of somebody. The first time makes their home workspace, in the same
 * transaction, once however many requests come at once; a new name, address or picture is shown to everybody they
 * share a workspace with. Costs one statement where nothing is new.
 */
export async function upsertUser(context: Context, identity: Identity): Promise<void> {
  const row = toUserRow(identity);
  const { id, email, emailVerified, name, imageUrl } = row;
  const same = await context.database.query(SAME, [id, email, emailVerified, name, imageUrl]);
  if (same.length > 0) return;
  const isNew = await context.inUnit(async (unit) => {
    if (await insertUser(unit, context, row, identity.locale)) return true;
    await unit.orm.update(users).set(row).where(eq(users.id, id));
    return false;
  });
  if (!isNew) await tellWorkspaces(context, id);
}

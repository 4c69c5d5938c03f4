import { eq } from 'drizzle-orm';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import { members, workspaces } from '../db/schema.js';
import type { Unit } from '../db/unit.js';

const KEPT_DAYS = 30;

/** Closes a workspace, whose row is locked, to everybody. It is kept 30 days, visible nowhere. */
export async function endWorkspace(unit: Unit, workspaceId: string): Promise<void> {
  await unit.orm.update(workspaces).set({ deletedAt: unit.now }).where(eq(workspaces.id, workspaceId));
  unit.changes.add({ of: 'workspace', workspaceId, type: 'deleted' });
  const people = await unit.orm
    .select({ userId: members.userId })
    .from(members)
    .where(eq(members.workspaceId, workspaceId));
  for (const { userId } of people) unit.changes.add({ of: 'membership', userId, workspaceId, change: 'removed' });
}

const PURGE_EVENTS = statement<never>(
  'workspaces_purge_events',
  `delete from guildhall.events e using guildhall.workspaces w where w.deleted_at <= $1 and e.stream = 'w:' || w.id`,
);
/** One whose subscription could not be ended yet stays: with it, Stripe's customer would be forgotten, and go on paying. */
const PURGE = statement<{ imageKey: string | null }>(
  'workspaces_purge',
  `delete from guildhall.workspaces w where w.deleted_at <= $1
      and not exists (select 1 from guildhall.billing_jobs j where j.workspace_id = w.id and j.kind = 'end_subscription')
   returning image_key as "imageKey"`,
);

/** Deletes for good what was deleted more than 30 days ago. @returns the keys of pictures that go with it */
export async function purgeWorkspaces(executor: Executor, now: Date): Promise<string[]> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 3_600_000);
  await executor.query(PURGE_EVENTS, [before]);
  const purged = await executor.query(PURGE, [before]);
  return purged.flatMap(({ imageKey }) => imageKey ?? []);
}

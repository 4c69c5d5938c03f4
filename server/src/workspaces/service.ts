import { eq } from 'drizzle-orm';
import { refuse, refuseDeletion, toSearchKey } from 'guildhall/contract';
import type { Person } from 'guildhall/contract';
import { signedIn } from '../context.js';
import type { Context, Service } from '../context.js';
import { limitOf } from '../billing/limits.js';
import { newId } from '../db/newId.js';
import { members, workspaces } from '../db/schema.js';
import type { Unit } from '../db/unit.js';
import { revokeInvitations } from '../invitations/settle.js';
import type { Identity } from '../operations.js';
import { readPerson } from '../users/read.js';
import { endWorkspace } from './end.js';
import { checkAccess, enter } from './enter.js';
import { readWorkspace } from './view.js';

/** What a new workspace is like. */
export interface NewWorkspace {
  readonly name: string;
  readonly homeOf: string | null;
  readonly owner: Person;
}

/** Makes a workspace with its owner. Nothing is locked: nobody else can know of it yet. */
export async function insertWorkspace(
  { limits, billing, hostWorkspaces }: Context,
  unit: Unit,
  { name, homeOf, owner }: NewWorkspace,
): Promise<string> {
  const id = (await hostWorkspaces?.newId(unit)) ?? newId('ws');
  const { now, changes } = unit;
  const { userId } = owner;
  const hostLimit = limits?.members ?? null;
  const memberLimit = billing ? limitOf(billing.catalogue, null, hostLimit) : hostLimit;
  await unit.orm
    .insert(workspaces)
    .values({ id, name, sortKey: toSearchKey(name), homeOf, memberLimit, hostLimit, createdAt: now });
  await unit.orm.insert(members).values({ id: newId('mem'), workspaceId: id, userId, role: 'owner', joinedAt: now });
  changes.record(id, owner, 'workspace.created', { name });
  changes.add({ of: 'membership', userId, workspaceId: id, change: 'added' });
  return id;
}

export const getWorkspace: Service<'workspaces.get'> =
  (context) =>
  async (actor, { workspaceId }) =>
    readWorkspace(context, context.database, workspaceId, signedIn(actor).userId);

export const createWorkspace: Service<'workspaces.create'> =
  (context) =>
  (actor, { name }) =>
    context.inUnit(async (unit) => {
      const owner = await readPerson(unit, signedIn(actor).userId);
      const id = await insertWorkspace(context, unit, { name, homeOf: null, owner });
      await unit.flush();
      return readWorkspace(context, unit, id, owner.userId);
    });

export const updateWorkspace: Service<'workspaces.update'> =
  (context) =>
  (actor, { workspaceId, name }) =>
    context.inUnit(async (unit) => {
      const { workspace, me, person } = await enter(unit, 'workspaces.update', actor, workspaceId);
      if (name !== workspace.name) {
        await unit.orm
          .update(workspaces)
          .set({ name, sortKey: toSearchKey(name) })
          .where(eq(workspaces.id, workspaceId));
        unit.changes.add({ of: 'workspace', workspaceId, type: 'updated' });
        unit.changes.record(workspaceId, person, 'workspace.renamed', { from: workspace.name, to: name });
        await unit.flush();
      }
      return readWorkspace(context, unit, workspaceId, me.userId);
    });

export const deleteWorkspace: Service<'workspaces.delete'> =
  (context) =>
  (actor, { workspaceId }) =>
    context.inUnit(async (unit) => {
      const { workspace, me } = await enter(unit, 'workspaces.delete', actor, workspaceId);
      refuse(refuseDeletion(me, { isHome: workspace.homeOf !== null }));
      await revokeInvitations(unit, { workspaceId });
      await endWorkspace(unit, workspaceId);
      return {};
    });

/** Removes a picture that nobody needs any more. If that fails, it is litter and no more. */
export async function removeImage({ images, onError }: Context, key: string): Promise<void> {
  try {
    await images.remove(key);
  } catch (error) {
    onError?.(error);
  }
}

/** Puts a picture in place of the one before. @returns the workspace, and the picture that nobody needs any more */
function exchangeImage(
  context: Context,
  operation: 'workspaces.setImage' | 'workspaces.removeImage',
  actor: Identity | null,
  workspaceId: string,
  imageKey: string | null,
) {
  let unneeded: string | null = null;
  const answer = context.inUnit(async (unit) => {
    const { workspace, me, person } = await enter(unit, operation, actor, workspaceId);
    if (workspace.imageKey !== imageKey) {
      await unit.orm.update(workspaces).set({ imageKey }).where(eq(workspaces.id, workspaceId));
      unit.changes.add({ of: 'workspace', workspaceId, type: 'updated' });
      unit.changes.record(workspaceId, person, 'workspace.image_changed', {});
      await unit.flush();
    }
    unneeded = workspace.imageKey;
    return readWorkspace(context, unit, workspaceId, me.userId);
  });
  return answer.then(async (workspace) => {
    if (unneeded !== null) await removeImage(context, unneeded);
    return workspace;
  });
}

export const setWorkspaceImage: Service<'workspaces.setImage'> =
  (context) =>
  async (actor, { workspaceId, image }) => {
    // Before the work of reading a picture, which nobody does for somebody who may not set it.
    const { viewer } = await readWorkspace(context, context.database, workspaceId, signedIn(actor).userId);
    checkAccess('workspaces.setImage', viewer);
    const key = await context.images.store({ contentType: image.contentType, data: Buffer.from(image.data, 'base64') });
    try {
      return await exchangeImage(context, 'workspaces.setImage', actor, workspaceId, key);
    } catch (error) {
      await removeImage(context, key);
      throw error;
    }
  };

export const removeWorkspaceImage: Service<'workspaces.removeImage'> =
  (context) =>
  (actor, { workspaceId }) =>
    exchangeImage(context, 'workspaces.removeImage', actor, workspaceId, null);

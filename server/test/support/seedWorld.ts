import { normaliseEmail, toSearchKey } from 'guildhall/contract';
import type { Database, Executor } from '../../src/db/database.js';
import { newId } from '../../src/db/newId.js';
import { invitations, mails, members, users, workspaces } from '../../src/db/schema.js';
import { INVITATION_LIFE_MS } from '../../src/invitations/rows.js';
import type { World, WorldInvitation, WorldUser, WorldWorkspace } from '../../../src/testing/world.js';

/** Rows that one statement inserts: each column of each is a parameter, and PostgreSQL takes 65,535. */
const CHUNK = 1_000;

async function inChunks<T>(rows: readonly T[], insert: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) await insert(rows.slice(start, start + CHUNK));
}

function toUser(
  { id, email: given, name: givenName, emailVerified = true, imageUrl = null }: WorldUser,
  createdAt: Date,
) {
  const email = normaliseEmail(given);
  const name = givenName || email;
  const keys = { sortKey: toSearchKey(name), searchKey: toSearchKey(`${name} ${email}`) };
  return { id, email, emailVerified, name, imageUrl, ...keys, createdAt };
}

function toInvitation(
  workspaceId: string,
  now: string,
  { id, email: given, role, invitedBy, ...times }: WorldInvitation,
) {
  const email = normaliseEmail(given);
  const createdAt = new Date(times.createdAt ?? now);
  const expiresAt = times.expiresAt ? new Date(times.expiresAt) : new Date(createdAt.getTime() + INVITATION_LIFE_MS);
  return {
    id,
    workspaceId,
    email,
    searchKey: toSearchKey(email),
    role,
    invitedBy,
    createdAt,
    sentAt: createdAt,
    expiresAt,
  };
}

/** The mail that an invitation tells of. A mail that was sent is what an invitation without one tells of, too. */
function toMail(workspaceId: string, now: string, { id: invitationId, delivery = 'sent', invitedBy }: WorldInvitation) {
  if (delivery === 'sent') return [];
  const at = new Date(now);
  const id = newId('mail');
  return [
    {
      id,
      workspaceId,
      invitationId,
      generation: 1,
      senderId: invitedBy,
      locale: 'en',
      status: delivery,
      createdAt: at,
      nextAttemptAt: at,
    },
  ];
}

async function seedWorkspace({ orm }: Executor, now: string, workspace: WorldWorkspace): Promise<void> {
  const { id, name, homeOf = null, memberLimit = null, createdAt = now } = workspace;
  await orm.insert(workspaces).values({
    id,
    name,
    sortKey: toSearchKey(name),
    homeOf,
    memberLimit,
    hostLimit: memberLimit,
    createdAt: new Date(createdAt),
  });
  const rows = workspace.members.map(({ id: memberId, userId, role, billingContact = false, joinedAt = now }) => ({
    id: memberId ?? `${id}.${userId}`,
    workspaceId: id,
    userId,
    role,
    billingContact,
    joinedAt: new Date(joinedAt),
  }));
  await inChunks(rows, (chunk) => orm.insert(members).values(chunk));
  const sent = workspace.invitations ?? [];
  await inChunks(
    sent.map((one) => toInvitation(id, now, one)),
    (chunk) => orm.insert(invitations).values(chunk),
  );
  await inChunks(
    sent.flatMap((one) => toMail(id, now, one)),
    (chunk) => orm.insert(mails).values(chunk),
  );
}

/** Writes a world into an empty, migrated database. Nothing is recorded or told: this is how things were before. */
export async function seedWorld(database: Database, { now, users: people, workspaces: all }: World): Promise<void> {
  await database.transaction(async (executor) => {
    await inChunks(
      people.map((user) => toUser(user, new Date(now))),
      (chunk) => executor.orm.insert(users).values(chunk),
    );
    for (const workspace of all) await seedWorkspace(executor, now, workspace);
  });
}

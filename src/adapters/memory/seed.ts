import { normaliseEmail } from '../../contract/index.js';
import type { World, WorldInvitation, WorldMember, WorldWorkspace } from '../../testing/world.js';
import { seedAccount } from './billing/seed.js';
import { MemberBook } from './records.js';
import type { InvitationRecord, UserRecord, WorkspaceRecord } from './records.js';
import { INVITATION_LIFE_MS, issueToken } from './sending.js';
import type { Store } from './store.js';

function knownUser(store: Store, userId: string): UserRecord {
  const user = store.users.get(userId);
  if (!user) throw new Error(`The world has no user ${userId}.`);
  return user;
}

function addMember(store: Store, now: string, workspace: WorkspaceRecord, member: WorldMember): void {
  workspace.members.add({
    id: member.id ?? `${workspace.id}.${member.userId}`,
    user: knownUser(store, member.userId),
    role: member.role,
    billingContact: member.billingContact ?? false,
    joinedAt: member.joinedAt ?? now,
  });
}

function addInvitation(store: Store, now: string, workspace: WorkspaceRecord, seed: WorldInvitation): void {
  const createdAt = seed.createdAt ?? now;
  const invitation: InvitationRecord = {
    id: seed.id,
    workspace,
    email: normaliseEmail(seed.email),
    role: seed.role,
    status: 'pending',
    generation: 1,
    token: '',
    inviter: knownUser(store, seed.invitedBy),
    createdAt,
    sentAt: createdAt,
    expiresAt: seed.expiresAt ?? new Date(Date.parse(createdAt) + INVITATION_LIFE_MS).toISOString(),
    delivery: seed.delivery ?? 'sent',
  };
  issueToken(store, invitation);
  workspace.invitations.set(invitation.id, invitation);
  store.invitations.set(invitation.id, invitation);
}

function addWorkspace(store: Store, now: string, seed: WorldWorkspace): void {
  const workspace: WorkspaceRecord = {
    id: seed.id,
    name: seed.name,
    homeOf: seed.homeOf ?? null,
    memberLimit: seed.memberLimit ?? null,
    imageUrl: seed.imageUrl ?? null,
    createdAt: seed.createdAt ?? now,
    seq: 0,
    activity: [],
    invitations: new Map(),
    members: new MemberBook(),
    account: null,
  };
  for (const member of seed.members) addMember(store, now, workspace, member);
  for (const invitation of seed.invitations ?? []) addInvitation(store, now, workspace, invitation);
  if (workspace.members.ownerCount === 0) throw new Error(`The world's workspace ${seed.id} has no owner.`);
  workspace.account = seedAccount(store.shop, seed.billing, workspace, Date.parse(now), (userId) =>
    knownUser(store, userId),
  );
  store.workspaces.set(workspace.id, workspace);
}

/** Fills a store with a world. Nothing is recorded or told: this is how things were before anybody looked. */
export function seedStore(store: Store, world: World): void {
  for (const workspace of world.workspaces) addWorkspace(store, world.now, workspace);
}

import { describe, expect } from 'vitest';
import type { InputOf } from '../../contract/index.js';
import { tokenOf } from './samples.js';
import { scene } from './stage.js';
import type { ExpectedError, Stage, Subject } from './stage.js';
import { companyWith, company, memberOf } from './worlds.js';

const acme = { workspaceId: 'acme' };
const lastOwner: ExpectedError = { code: 'conflict', reason: 'last_owner' };
const aboveOwnRole: ExpectedError = { code: 'forbidden', reason: 'above_own_role' };
const ownersOnly: ExpectedError = { code: 'forbidden', reason: 'owners_only' };

const update = (userId: string, change: Omit<InputOf<'members.update'>, 'workspaceId' | 'memberId'>) => ({
  ...acme,
  memberId: memberOf(userId),
  ...change,
});

async function rolesOf(stage: Stage): Promise<Record<string, string>> {
  const { items } = await stage.call('bill', 'members.list', acme);
  return Object.fromEntries(
    items.map(({ userId, role, billingContact }) => [userId, billingContact ? `${role}+billing` : role]),
  );
}

function describeChanges(subject: Subject): void {
  scene(subject, 'changes a role, and what follows from it, at once', company, async (stage) => {
    const promoted = await stage.call('adam', 'members.update', update('mia', { role: 'admin' }));
    expect(promoted).toMatchObject({ id: memberOf('mia'), userId: 'mia', role: 'admin', billingContact: false });
    expect((await stage.call('mia', 'workspaces.get', acme)).viewer).toMatchObject({ role: 'admin' });
    await stage.call('mia', 'members.update', update('max', { role: 'admin' }));
    await stage.call('adam', 'members.update', update('mia', { role: 'member' }));
    await stage.refused('mia', 'invitations.list', acme, { code: 'forbidden', reason: 'missing_permission' });
    expect((await stage.call('olivia', 'workspaces.get', acme)).ownerCount).toBe(2);
  });

  scene(subject, 'makes and unmakes billing contacts, for owners alone', company, async (stage) => {
    const made = await stage.call('olivia', 'members.update', update('mia', { billingContact: true }));
    expect(made).toMatchObject({ role: 'member', billingContact: true });
    expect((await stage.call('mia', 'workspaces.get', acme)).viewer.permissions).toEqual(['billing:manage']);
    await stage.refused('adam', 'members.update', update('max', { billingContact: true }), ownersOnly);
    await stage.refused('adam', 'members.update', update('mia', { billingContact: false }), ownersOnly);
    await stage.call('olivia', 'members.update', update('mia', { billingContact: false }));
    expect((await stage.call('mia', 'workspaces.get', acme)).viewer.permissions).toEqual([]);
  });

  scene(subject, 'changes both at once, or neither', company, async (stage) => {
    const before = await rolesOf(stage);
    await stage.refused('adam', 'members.update', update('mia', { role: 'admin', billingContact: true }), ownersOnly);
    expect(await rolesOf(stage)).toEqual(before);
    await stage.call('olivia', 'members.update', update('mia', { role: 'admin', billingContact: true }));
    expect(await rolesOf(stage)).toEqual({ ...before, mia: 'admin+billing' });
  });

  scene(subject, 'lets nobody touch or make somebody above themselves', company, async (stage) => {
    const before = await rolesOf(stage);
    await stage.refused('adam', 'members.update', update('olivia', { role: 'member' }), aboveOwnRole);
    await stage.refused('adam', 'members.update', update('mia', { role: 'owner' }), aboveOwnRole);
    await stage.refused('adam', 'members.update', update('adam', { role: 'owner' }), aboveOwnRole);
    expect(await rolesOf(stage)).toEqual(before);
  });

  scene(subject, 'keeps an owner, whoever asks', company, async (stage) => {
    await stage.call('olivia', 'members.update', update('otto', { role: 'admin' }));
    await stage.refused('olivia', 'members.update', update('olivia', { role: 'admin' }), lastOwner);
    await stage.refused('olivia', 'members.leave', acme, lastOwner);
    await stage.call('olivia', 'members.update', update('mia', { role: 'owner' }));
    await stage.call('olivia', 'members.update', update('olivia', { role: 'member' }));
    expect(await rolesOf(stage)).toMatchObject({ olivia: 'member', otto: 'admin', mia: 'owner' });
  });

  scene(subject, 'knows the members of this workspace alone', company, async (stage) => {
    const notFound = { code: 'not_found' } as const;
    for (const memberId of [memberOf('petra', 'other'), memberOf('olivia', 'home-olivia'), 'ghost', 'olivia']) {
      await stage.refused('olivia', 'members.update', { ...acme, memberId, role: 'member' }, notFound);
      await stage.refused('olivia', 'members.transferOwnership', { ...acme, memberId }, notFound);
    }
  });
}

function describeRemoval(subject: Subject): void {
  scene(subject, 'removes many, with an outcome for each in the order asked', company, async (stage) => {
    const ids = ['mia', 'adam', 'otto', 'bill', 'max', 'mia'].map((userId) => memberOf(userId));
    const memberIds = [...ids, 'ghost', memberOf('petra', 'other')];
    const { outcomes } = await stage.call('adam', 'members.remove', { ...acme, memberIds });
    expect(outcomes).toEqual([
      { status: 'removed', memberId: memberIds[0], revokedInvitations: 0 },
      { status: 'refused', memberId: memberIds[1], reason: 'self_removal' },
      { status: 'refused', memberId: memberIds[2], reason: 'above_own_role' },
      { status: 'refused', memberId: memberIds[3], reason: 'owners_only' },
      { status: 'removed', memberId: memberIds[4], revokedInvitations: 0 },
      { status: 'not_found', memberId: memberIds[5] },
      { status: 'not_found', memberId: 'ghost' },
      { status: 'not_found', memberId: memberIds[7] },
    ]);
    expect(Object.keys(await rolesOf(stage)).toSorted()).toEqual(['adam', 'anna', 'bill', 'olivia', 'otto', 'rex']);
    await stage.refused('mia', 'workspaces.get', acme, { code: 'not_found' });
    expect((await stage.call('petra', 'workspaces.get', { workspaceId: 'other' })).memberCount).toBe(1);
  });

  scene(subject, 'revokes the invitations that a removed member sent', company, async (stage) => {
    const token = await tokenOf(stage, 'for-ivy');
    const { outcomes } = await stage.call('olivia', 'members.remove', { ...acme, memberIds: [memberOf('adam')] });
    expect(outcomes).toEqual([{ status: 'removed', memberId: memberOf('adam'), revokedInvitations: 1 }]);
    expect((await stage.call('olivia', 'invitations.list', acme)).items.map(({ id }) => id)).toEqual(['for-uma']);
    expect(await stage.call('ivy', 'invitations.preview', { token })).toMatchObject({ state: 'revoked' });
    const revoked = { code: 'conflict', reason: 'invitation_revoked' } as const;
    await stage.refused('ivy', 'invitations.accept', { invitationId: 'for-ivy' }, revoked);
  });

  scene(subject, 'takes back whoever was removed, as a new member', company, async (stage) => {
    await stage.call('olivia', 'members.remove', { ...acme, memberIds: [memberOf('mia')] });
    const invitations = [{ email: 'mia@acme.example', role: 'admin' as const }];
    const { outcomes } = await stage.call('olivia', 'invitations.create', { ...acme, invitations });
    if (outcomes[0]?.status !== 'invited') expect.fail(JSON.stringify(outcomes));
    const back = await stage.call('mia', 'invitations.accept', { invitationId: outcomes[0].invitation.id });
    expect(back.viewer.role).toBe('admin');
    expect(back.viewer.memberId).not.toBe(memberOf('mia'));
    expect(back.memberCount).toBe(8);
  });
}

function describeGoing(subject: Subject): void {
  scene(subject, 'lets people leave', company, async (stage) => {
    await stage.call('mia', 'members.leave', acme);
    await stage.refused('mia', 'workspaces.get', acme, { code: 'not_found' });
    await stage.call('adam', 'members.leave', acme);
    const { items } = await stage.call('olivia', 'invitations.list', acme);
    expect(
      items.map(({ id }) => id),
      'what they sent stands: leaving is no breach of trust',
    ).toContain('for-ivy');
    await stage.call('otto', 'members.leave', acme);
    await stage.refused('olivia', 'members.leave', acme, lastOwner);
    expect(await stage.call('olivia', 'workspaces.get', acme)).toMatchObject({ memberCount: 5, ownerCount: 1 });
  });

  scene(subject, 'hands ownership over, and keeps whoever does so as an admin', company, async (stage) => {
    await stage.refused(
      'olivia',
      'members.transferOwnership',
      { ...acme, memberId: memberOf('olivia') },
      {
        code: 'conflict',
        reason: 'self_removal',
      },
    );
    await stage.call('olivia', 'members.transferOwnership', { ...acme, memberId: memberOf('bill') });
    expect(await rolesOf(stage)).toMatchObject({ olivia: 'admin', bill: 'owner+billing', otto: 'owner' });
    const again = { ...acme, memberId: memberOf('mia') };
    await stage.refused('olivia', 'members.transferOwnership', again, {
      code: 'forbidden',
      reason: 'missing_permission',
    });
  });

  const invited = companyWith({
    invitations: [
      { id: 'as-owner', email: 'a@guests.example', role: 'owner', invitedBy: 'olivia' },
      { id: 'as-admin', email: 'b@guests.example', role: 'admin', invitedBy: 'olivia' },
      { id: 'as-member', email: 'c@guests.example', role: 'member', invitedBy: 'olivia' },
      { id: 'by-otto', email: 'd@guests.example', role: 'owner', invitedBy: 'otto' },
    ],
  });
  const left = async (stage: Stage) =>
    (await stage.call('otto', 'invitations.list', acme)).items.map(({ id }) => id).toSorted();

  scene(subject, 'voids the invitations above the role that their sender comes down to', invited, async (stage) => {
    await stage.call('olivia', 'members.transferOwnership', { ...acme, memberId: memberOf('otto') });
    expect(await left(stage)).toEqual(['as-admin', 'as-member', 'by-otto']);
    await stage.call('otto', 'members.update', update('olivia', { role: 'member' }));
    expect(await left(stage)).toEqual(['as-member', 'by-otto']);
  });
}

/** Changing, removing, leaving and handing over. */
export function describeMembers(subject: Subject): void {
  describe('members', () => {
    describeChanges(subject);
    describeRemoval(subject);
    describeGoing(subject);
  });
}

import { describe, expect } from 'vitest';
import { invite, inviteOne, statusesOf } from './inviting.js';
import { readAll } from './paging.js';
import { previewBy, tokenOf } from './samples.js';
import { scene } from './stage.js';
import type { ExpectedError, Stage, Subject } from './stage.js';
import { DAY, HOUR, MINUTE, NOW, at, company, companyWith } from './worlds.js';

const acme = { workspaceId: 'acme' };
const forIvy = { invitationId: 'for-ivy' };
const gone = (how: 'accepted' | 'declined' | 'revoked' | 'expired'): ExpectedError => ({
  code: 'conflict',
  reason: `invitation_${how}`,
});
const notFound: ExpectedError = { code: 'not_found' };

function describeAnswers(subject: Subject): void {
  scene(subject, 'lets the invited join, once', company, async (stage) => {
    const token = await tokenOf(stage, 'for-ivy');
    const joined = await stage.call('ivy', 'invitations.accept', forIvy);
    expect(joined).toMatchObject({ id: 'acme', memberCount: 9, viewer: { role: 'member', billingContact: false } });
    expect(await stage.call('ivy', 'workspaces.get', acme)).toEqual(joined);
    const { items } = await stage.call('mia', 'members.list', { ...acme, limit: 200 });
    expect(items.find(({ userId }) => userId === 'ivy')).toMatchObject({
      id: joined.viewer.memberId,
      email: 'ivy@guests.example',
      name: 'Ivy Invited',
      joinedAt: NOW,
    });
    expect((await stage.call('adam', 'invitations.list', acme)).items.map(({ id }) => id)).toEqual(['for-uma']);
    expect((await stage.call('ivy', 'invitations.mine', {})).items).toEqual([]);
    await stage.refused('ivy', 'invitations.accept', forIvy, gone('accepted'));
    await stage.refused('ivy', 'invitations.decline', forIvy, gone('accepted'));
    await stage.refused('adam', 'invitations.revoke', { ...acme, ...forIvy }, gone('accepted'));
    expect(await previewBy(stage, 'ivy', token)).toMatchObject({ state: 'accepted', workspaceId: 'acme' });
    await stage.call('ivy', 'members.leave', acme);
    expect(await previewBy(stage, 'ivy', token)).toMatchObject({ state: 'accepted', workspaceId: null });
  });

  scene(subject, 'lets the invited say no, and be asked again', company, async (stage) => {
    const token = await tokenOf(stage, 'for-ivy');
    await stage.call('ivy', 'invitations.decline', forIvy);
    expect(await previewBy(stage, 'ivy', token)).toMatchObject({ state: 'declined', workspaceId: null });
    await stage.refused('ivy', 'invitations.accept', forIvy, gone('declined'));
    await stage.refused('ivy', 'invitations.decline', forIvy, gone('declined'));
    await stage.refused('adam', 'invitations.resend', { ...acme, ...forIvy }, gone('declined'));
    await stage.refused(null, 'invitations.preview', { token }, notFound);
    await stage.refused('ivy', 'workspaces.get', acme, notFound);
    const again = await inviteOne(stage, 'adam', 'ivy@guests.example', 'admin');
    expect((await stage.call('ivy', 'invitations.accept', { invitationId: again.id })).viewer.role).toBe('admin');
  });

  const twice = companyWith({
    invitations: [{ id: 'for-mia', email: 'mia@acme.example', role: 'admin', invitedBy: 'olivia' }],
  });
  scene(subject, 'tells whoever is a member already, and changes nothing', twice, async (stage) => {
    const token = await tokenOf(stage, 'for-mia');
    expect(await previewBy(stage, 'mia', token)).toMatchObject({ state: 'pending', workspaceId: 'acme' });
    const expected = { code: 'conflict', reason: 'already_member' } as const;
    await stage.refused('mia', 'invitations.accept', { invitationId: 'for-mia' }, expected);
    expect((await stage.call('mia', 'workspaces.get', acme)).viewer.role).toBe('member');
  });

  scene(
    subject,
    'lists what waits for me, newest first, and of it no address and no id of a workspace',
    company,
    async (stage) => {
      await stage.advance(MINUTE);
      await stage.call('petra', 'invitations.create', {
        workspaceId: 'other',
        invitations: [{ email: 'ivy@guests.example', role: 'admin' }],
      });
      const mine = await readAll(stage, 'ivy', 'invitations.mine', {}, 1);
      expect(mine).toMatchObject([
        {
          role: 'admin',
          workspace: { name: 'Other', imageUrl: null, memberCount: 1 },
          invitedBy: { name: 'Petra Pérez' },
        },
        {
          id: 'for-ivy',
          role: 'member',
          workspace: { name: 'Acme', memberCount: 8 },
          expiresAt: at(-3 * HOUR + 7 * DAY),
        },
      ]);
      for (const who of ['uma', 'oscar', 'mia'])
        expect((await stage.call(who, 'invitations.mine', {})).items).toEqual([]);
    },
  );

  scene(subject, 'is for the verified address alone', company, async (stage) => {
    for (const name of ['invitations.accept', 'invitations.decline'] as const) {
      await stage.refused('uma', name, { invitationId: 'for-uma' }, notFound);
      for (const who of ['oscar', 'olivia', 'ian']) await stage.refused(who, name, forIvy, notFound);
      await stage.refused('ivy', name, { invitationId: 'ghost' }, notFound);
    }
    expect((await stage.call('ivy', 'invitations.mine', {})).items).toHaveLength(1);
  });
}

function describeExpiry(subject: Subject): void {
  const inviting = async (stage: Stage) => (await inviteOne(stage, 'adam', 'ian@guests.example')).id;

  scene(subject, 'can be accepted until seven days are over', company, async (stage) => {
    const invitationId = await inviting(stage);
    await stage.advance(7 * DAY - 1000);
    expect((await stage.call('ian', 'invitations.accept', { invitationId })).id).toBe('acme');
  });

  scene(subject, 'expires, says so to its addressee alone, and can be sent again', company, async (stage) => {
    const invitationId = await inviting(stage);
    const token = await tokenOf(stage, invitationId);
    await stage.advance(7 * DAY);
    await stage.refused('ian', 'invitations.accept', { invitationId }, gone('expired'));
    await stage.refused('ian', 'invitations.decline', { invitationId }, gone('expired'));
    expect(await previewBy(stage, 'ian', token)).toMatchObject({ state: 'expired' });
    for (const who of [null, 'oscar', 'adam']) await stage.refused(who, 'invitations.preview', { token }, notFound);
    expect((await stage.call('ian', 'invitations.mine', {})).items).toEqual([]);
    expect((await stage.call('adam', 'invitations.list', acme)).items.map(({ id }) => id)).toContain(invitationId);
    await stage.refused('adam', 'invitations.link', { ...acme, invitationId }, gone('expired'));
    await stage.call('adam', 'invitations.resend', { ...acme, invitationId });
    expect((await stage.call('ian', 'invitations.mine', {})).items).toMatchObject([{ expiresAt: at(14 * DAY) }]);
    expect((await stage.call('ian', 'invitations.accept', { invitationId })).viewer.role).toBe('member');
  });

  scene(subject, 'makes way for a new one to the same address when it has expired', company, async (stage) => {
    await inviting(stage);
    expect(statusesOf(await invite(stage, 'olivia', ['ian@guests.example']))).toEqual(['already_invited']);
    await stage.advance(7 * DAY);
    const renewed = await inviteOne(stage, 'olivia', 'ian@guests.example', 'admin');
    expect(renewed).toMatchObject({ role: 'admin', invitedBy: { userId: 'olivia' }, expiresAt: at(14 * DAY) });
    const { items } = await stage.call('olivia', 'invitations.list', acme);
    expect(items.filter(({ email }) => email === 'ian@guests.example')).toMatchObject([
      { id: renewed.id, role: 'admin' },
    ]);
    expect((await stage.call('ian', 'invitations.accept', { invitationId: renewed.id })).viewer.role).toBe('admin');
  });
}

/** Invitations, by those who receive them. */
export function describeReceiving(subject: Subject): void {
  describe('an invitation', () => {
    describeAnswers(subject);
    describeExpiry(subject);
  });
}

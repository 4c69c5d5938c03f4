import { describe, expect } from 'vitest';
import { invite, statusesOf } from './inviting.js';
import { sampleOf, tokenOf } from './samples.js';
import { scene } from './stage.js';
import type { Subject } from './stage.js';
import { DAY, HOUR, at, company, companyWith } from './worlds.js';

const acme = { workspaceId: 'acme' };
const forIvy = { ...acme, invitationId: 'for-ivy' };

/** What can be done with an invitation that waits for its answer. */
export function describeManagedInvitations(subject: Subject): void {
  describe('an unanswered invitation', () => {
    scene(
      subject,
      'changes the role that an invitation will give, and its link goes on working',
      company,
      async (stage) => {
        const token = await tokenOf(stage, 'for-ivy');
        expect(await stage.call('adam', 'invitations.update', { ...forIvy, role: 'admin' })).toMatchObject({
          id: 'for-ivy',
          role: 'admin',
        });
        expect(await stage.call(null, 'invitations.preview', { token })).toMatchObject({ role: 'admin' });
        expect((await stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' })).viewer.role).toBe('admin');
      },
    );

    scene(
      subject,
      'sends again, with a new link in place of the one before and seven more days',
      company,
      async (stage) => {
        const before = await tokenOf(stage, 'for-ivy');
        await stage.advance(HOUR);
        const resent = await stage.call('olivia', 'invitations.resend', forIvy);
        expect(resent).toMatchObject({
          id: 'for-ivy',
          createdAt: at(-3 * HOUR),
          sentAt: at(HOUR),
          expiresAt: at(HOUR + 7 * DAY),
        });
        const after = await tokenOf(stage, 'for-ivy');
        expect(after).not.toBe(before);
        expect(await stage.call('ivy', 'invitations.preview', { token: before })).toMatchObject({ state: 'replaced' });
        for (const who of [null, 'oscar', 'olivia']) {
          await stage.refused(who, 'invitations.preview', { token: before }, { code: 'not_found' });
          await stage.call(who, 'invitations.preview', { token: after });
        }
        expect(await stage.call('ivy', 'invitations.preview', { token: after })).toMatchObject({ state: 'pending' });
      },
    );

    scene(subject, 'takes back, once', company, async (stage) => {
      const token = await tokenOf(stage, 'for-ivy');
      await stage.call('adam', 'invitations.revoke', forIvy);
      expect((await stage.call('adam', 'invitations.list', acme)).items.map(({ id }) => id)).toEqual(['for-uma']);
      expect((await stage.call('ivy', 'invitations.mine', {})).items).toEqual([]);
      expect(await stage.call('ivy', 'invitations.preview', { token })).toMatchObject({
        state: 'revoked',
        workspaceId: null,
      });
      await stage.refused(null, 'invitations.preview', { token }, { code: 'not_found' });
      const revoked = { code: 'conflict', reason: 'invitation_revoked' } as const;
      for (const name of [
        'invitations.revoke',
        'invitations.resend',
        'invitations.link',
        'invitations.update',
      ] as const) {
        await stage.refused(
          'adam',
          name,
          name === 'invitations.update' ? { ...forIvy, role: 'admin' } : forIvy,
          revoked,
        );
      }
      expect(statusesOf(await invite(stage, 'adam', ['ivy@guests.example']))).toEqual(['invited']);
    });

    scene(subject, 'hands out the link as often as it is asked for, and it goes on working', company, async (stage) => {
      const link = await stage.call('adam', 'invitations.link', forIvy);
      expect(link.expiresAt).toBe(at(-3 * HOUR + 7 * DAY));
      expect(new URL(link.url).search, 'the token is in the fragment, which no server logs').toBe('');
      const first = await tokenOf(stage, 'for-ivy', 'adam');
      const second = await tokenOf(stage, 'for-ivy', 'olivia');
      expect(first.length, 'a token has at least 128 bits').toBeGreaterThanOrEqual(22);
      for (const token of [first, second]) await stage.call('ivy', 'invitations.preview', { token });
    });

    const asOwner = companyWith({
      invitations: [{ id: 'for-ivy', email: 'ivy@guests.example', role: 'owner', invitedBy: 'olivia' }],
    });
    scene(subject, 'keeps admins from an invitation above their own role', asOwner, async (stage) => {
      const above = { code: 'forbidden', reason: 'above_own_role' } as const;
      for (const name of [
        'invitations.update',
        'invitations.resend',
        'invitations.revoke',
        'invitations.link',
      ] as const) {
        await stage.refused('adam', name, await sampleOf(stage, name), above);
      }
      expect((await stage.call('adam', 'invitations.list', acme)).items).toMatchObject([
        { id: 'for-ivy', role: 'owner' },
      ]);
    });

    scene(subject, 'keeps admins from raising an invitation above their own role', company, async (stage) => {
      const above = { code: 'forbidden', reason: 'above_own_role' } as const;
      await stage.refused('adam', 'invitations.update', { ...forIvy, role: 'owner' }, above);
      expect((await stage.call('ivy', 'invitations.mine', {})).items).toMatchObject([
        { id: 'for-ivy', role: 'member' },
      ]);
    });

    scene(subject, 'knows the invitations of this workspace alone', company, async (stage) => {
      for (const invitationId of ['for-other', 'ghost']) {
        const input = { ...acme, invitationId };
        for (const name of ['invitations.resend', 'invitations.revoke', 'invitations.link'] as const) {
          await stage.refused('olivia', name, input, { code: 'not_found' });
        }
        await stage.refused('olivia', 'invitations.update', { ...input, role: 'member' }, { code: 'not_found' });
      }
      expect((await stage.call('petra', 'invitations.list', { workspaceId: 'other' })).items).toHaveLength(1);
    });
  });
}

import { describe, expect } from 'vitest';
import { maskEmail } from '../../contract/index.js';
import { previewBy, tokenOf } from './samples.js';
import { scene } from './stage.js';
import type { ExpectedError, Subject } from './stage.js';
import { DAY, HOUR, at, company, memberOf } from './worlds.js';

const acme = { workspaceId: 'acme' };
const forIvy = { invitationId: 'for-ivy' };
const notFound: ExpectedError = { code: 'not_found' };

/** What a link tells, by who asks. */
export function describePreviews(subject: Subject): void {
  describe('the link of an invitation', () => {
    const facts = { invitationId: 'for-ivy', workspace: { name: 'Acme', imageUrl: null }, role: 'member' };

    scene(subject, 'tells everything to its addressee', company, async (stage) => {
      const preview = await previewBy(stage, 'ivy', await tokenOf(stage, 'for-ivy'));
      expect(preview).toMatchObject({ ...facts, invitedBy: { name: 'Adam Ångström' }, email: 'ivy@guests.example' });
      expect(preview).toMatchObject({ state: 'pending', workspaceId: null, expiresAt: at(-3 * HOUR + 7 * DAY) });
    });

    scene(subject, 'hides the address from everybody else', company, async (stage) => {
      const token = await tokenOf(stage, 'for-ivy');
      const masked = { ...facts, email: maskEmail('ivy@guests.example') };
      expect(await stage.call(null, 'invitations.preview', { token })).toMatchObject({
        audience: 'signed_out',
        ...masked,
      });
      for (const who of ['oscar', 'mia', 'adam']) {
        expect(await stage.call(who, 'invitations.preview', { token })).toMatchObject({
          audience: 'stranger',
          ...masked,
        });
      }
      const toNobody = JSON.stringify(await stage.call(null, 'invitations.preview', { token }));
      expect(toNobody).not.toContain('ivy@');
      expect(toNobody, 'nor the address of whoever invited').not.toContain('adam@');
    });

    scene(subject, 'tells who has the address, but has not proved it, to do so', company, async (stage) => {
      const token = await tokenOf(stage, 'for-uma');
      const preview = await stage.call('uma', 'invitations.preview', { token });
      expect(preview).toMatchObject({ audience: 'unverified', email: 'uma@guests.example' });
      await stage.call('olivia', 'invitations.revoke', { ...acme, invitationId: 'for-uma' });
      await stage.refused('uma', 'invitations.preview', { token }, notFound);
    });

    scene(subject, 'knows no token but its own, and says the same of all others', company, async (stage) => {
      const token = await tokenOf(stage, 'for-ivy');
      const altered = [0, Math.floor(token.length / 2), token.length - 1].map(
        (position) => token.slice(0, position) + (token[position] === 'A' ? 'B' : 'A') + token.slice(position + 1),
      );
      const wrong = ['x', 'for-ivy', '..', '%', 'é', ...altered, `${token}A`, token.slice(0, -1), 'x'.repeat(500)];
      for (const guess of wrong) await stage.refused('ivy', 'invitations.preview', { token: guess }, notFound);
      await stage.refused(
        'ivy',
        'invitations.preview',
        { token: 'x'.repeat(501) },
        { code: 'validation', fields: ['token'] },
      );
    });

    scene(subject, 'is over with its workspace', company, async (stage) => {
      const token = await tokenOf(stage, 'for-ivy');
      await stage.call('olivia', 'workspaces.delete', acme);
      await stage.refused(null, 'invitations.preview', { token }, notFound);
      expect((await stage.call('ivy', 'invitations.mine', {})).items).toEqual([]);
      await stage.refused('ivy', 'invitations.accept', forIvy, notFound);
    });

    scene(subject, 'is not undone by its sender leaving its addressee a member', company, async (stage) => {
      await stage.call('ivy', 'invitations.accept', forIvy);
      await stage.call('olivia', 'members.remove', { ...acme, memberIds: [memberOf('adam')] });
      expect((await stage.call('ivy', 'workspaces.get', acme)).viewer.role).toBe('member');
    });
  });
}

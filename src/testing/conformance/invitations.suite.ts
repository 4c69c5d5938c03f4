import { describe, expect } from 'vitest';
import { invite, inviteOne, statusesOf } from './inviting.js';
import { readAll } from './paging.js';
import { scene } from './stage.js';
import type { Subject } from './stage.js';
import { DAY, MINUTE, NOW, at, company } from './worlds.js';

const acme = { workspaceId: 'acme' };

/** Invitations, by those who send them. */
export function describeInvitations(subject: Subject): void {
  describe('inviting', () => {
    scene(subject, 'invites by address, whatever its case, for seven days', company, async (stage) => {
      const invitation = await inviteOne(stage, 'adam', '  New.Person@Guests.EXAMPLE ', 'admin');
      expect(invitation).toMatchObject({
        email: 'new.person@guests.example',
        role: 'admin',
        createdAt: NOW,
        sentAt: NOW,
      });
      expect(invitation.expiresAt).toBe(at(7 * DAY));
      expect(invitation.invitedBy).toMatchObject({ userId: 'adam', name: 'Adam Ångström', email: 'adam@acme.example' });
      const { items } = await stage.call('olivia', 'invitations.list', acme);
      expect(items.find(({ id }) => id === invitation.id)).toMatchObject({
        ...invitation,
        delivery: expect.any(String) as string,
      });
    });

    scene(
      subject,
      'gives an outcome for each address, in order, so that a bad one never blocks a good one',
      company,
      async (stage) => {
        const { outcomes } = await stage.call('adam', 'invitations.create', {
          ...acme,
          invitations: [
            { email: 'one@guests.example', role: 'member' },
            { email: 'not an address', role: 'member' },
            { email: 'ONE@guests.example', role: 'admin' },
            { email: 'Mia@Acme.example', role: 'member' },
            { email: 'IVY@guests.example', role: 'member' },
            { email: 'boss@guests.example', role: 'owner' },
            { email: 'two@guests.example', role: 'admin' },
          ],
        });
        expect(statusesOf(outcomes)).toEqual([
          'invited',
          'invalid',
          'duplicate',
          'already_member',
          'already_invited',
          'above_own_role',
          'invited',
        ]);
        expect(outcomes[1]).toMatchObject({ email: 'not an address' });
        expect(outcomes[4]).toMatchObject({ email: 'ivy@guests.example', invitation: { id: 'for-ivy' } });
        const { items } = await stage.call('adam', 'invitations.list', acme);
        expect(items.map(({ email }) => email).toSorted()).toEqual([
          'ivy@guests.example',
          'one@guests.example',
          'two@guests.example',
          'uma@guests.example',
        ]);
      },
    );

    scene(
      subject,
      'takes addresses as people have them, and nothing that mail cannot reach',
      company,
      async (stage) => {
        const good = ['a@b.co', "o'hara+tag@sub.domain.example", 'x_y-z.1@xn--bcher-kva.example', 'ünï@guests.example'];
        expect(statusesOf(await invite(stage, 'olivia', good))).toEqual(good.map(() => 'invited'));
        const bad = [
          '',
          ' ',
          'a',
          'a@',
          '@b.example',
          'a@b',
          'a b@c.example',
          'a@b..example',
          'a@@b.example',
          'A <a@b.example>',
        ];
        const worse = ['a@b.example, c@d.example', 'a@b.example\nBcc: all@d.example', `${'x'.repeat(65)}@b.example`];
        const all = [...bad, ...worse];
        expect(statusesOf(await invite(stage, 'olivia', all))).toEqual(all.map(() => 'invalid'));
      },
    );

    scene(
      subject,
      'lists what is unanswered, newest first, and finds it by address and role',
      company,
      async (stage) => {
        stage.needs('search');
        await stage.advance(MINUTE);
        await inviteOne(stage, 'olivia', 'newer@guests.example', 'admin');
        await stage.advance(MINUTE);
        await inviteOne(stage, 'olivia', 'newest@elsewhere.example');
        const list = async (input: object) =>
          (await readAll(stage, 'adam', 'invitations.list', { ...acme, ...input }, 2)).map(({ email }) => email);
        expect(await list({})).toEqual([
          'newest@elsewhere.example',
          'newer@guests.example',
          'uma@guests.example',
          'ivy@guests.example',
        ]);
        expect(await list({ role: 'admin' })).toEqual(['newer@guests.example']);
        expect(await list({ search: 'GUESTS' })).toEqual([
          'newer@guests.example',
          'uma@guests.example',
          'ivy@guests.example',
        ]);
        expect(await list({ search: 'newe', role: 'member' })).toEqual(['newest@elsewhere.example']);
        expect(await list({ search: '%' })).toEqual([]);
      },
    );
  });
}

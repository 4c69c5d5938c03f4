import { describe, expect } from 'vitest';
import type { ActivityEntry, Role } from '../../contract/index.js';
import { inviteOne } from './inviting.js';
import { readAll } from './paging.js';
import { PIXEL } from './samples.js';
import { scene } from './stage.js';
import type { Stage, Subject } from './stage.js';
import { MINUTE, at, company, memberOf } from './worlds.js';

const acme = { workspaceId: 'acme' };
const person = (userId: string) => ({ userId });

interface Step {
  /** Who does it; also whom the entry must name. */
  who: string;
  does(stage: Stage): Promise<unknown>;
  /** What must be told of it, beside the actor. */
  entry: { action: ActivityEntry['action'] } & Record<string, unknown>;
}

const update = (who: string, userId: string, change: { role?: Role; billingContact?: boolean }) => (stage: Stage) =>
  stage.call(who, 'members.update', { ...acme, memberId: memberOf(userId), ...change });

const STEPS: readonly Step[] = [
  {
    who: 'adam',
    does: (stage) => stage.call('adam', 'workspaces.update', { ...acme, name: 'Acme 2' }),
    entry: { action: 'workspace.renamed', from: 'Acme', to: 'Acme 2' },
  },
  {
    who: 'olivia',
    does: (stage) => stage.call('olivia', 'workspaces.setImage', { ...acme, image: PIXEL }),
    entry: { action: 'workspace.image_changed' },
  },
  {
    who: 'adam',
    does: update('adam', 'mia', { role: 'admin' }),
    entry: { action: 'member.role_changed', member: person('mia'), from: 'member', to: 'admin' },
  },
  {
    who: 'olivia',
    does: update('olivia', 'max', { billingContact: true }),
    entry: { action: 'member.billing_contact_changed', member: person('max'), billingContact: true },
  },
  {
    who: 'mia',
    does: (stage) => inviteOne(stage, 'mia', 'ian@guests.example', 'admin'),
    entry: { action: 'invitation.sent', email: 'ian@guests.example', role: 'admin' },
  },
  {
    who: 'adam',
    does: (stage) => stage.call('adam', 'invitations.resend', { ...acme, invitationId: 'for-ivy' }),
    entry: { action: 'invitation.resent', email: 'ivy@guests.example' },
  },
  {
    who: 'adam',
    does: (stage) => stage.call('adam', 'invitations.update', { ...acme, invitationId: 'for-ivy', role: 'admin' }),
    entry: { action: 'invitation.role_changed', email: 'ivy@guests.example', from: 'member', to: 'admin' },
  },
  {
    who: 'ivy',
    does: (stage) => stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' }),
    entry: { action: 'member.joined', invitedBy: person('adam'), role: 'admin' },
  },
  {
    who: 'ian',
    does: async (stage) => {
      const { items } = await stage.call('ian', 'invitations.mine', {});
      return stage.call('ian', 'invitations.decline', { invitationId: items[0]?.id ?? expect.fail('no invitation') });
    },
    entry: { action: 'invitation.declined', email: 'ian@guests.example' },
  },
  {
    who: 'olivia',
    does: (stage) => stage.call('olivia', 'invitations.revoke', { ...acme, invitationId: 'for-uma' }),
    entry: { action: 'invitation.revoked', email: 'uma@guests.example' },
  },
  {
    who: 'rex',
    does: (stage) => stage.call('rex', 'members.leave', acme),
    entry: { action: 'member.left' },
  },
  {
    who: 'otto',
    does: (stage) => stage.call('otto', 'members.remove', { ...acme, memberIds: [memberOf('max')] }),
    entry: { action: 'member.removed', member: person('max') },
  },
  {
    who: 'otto',
    does: (stage) => stage.call('otto', 'members.transferOwnership', { ...acme, memberId: memberOf('adam') }),
    entry: { action: 'workspace.transferred', to: person('adam') },
  },
];

/** What happened in a workspace, for people to read. */
export function describeActivity(subject: Subject): void {
  describe('activity', () => {
    scene(subject, 'tells of everything that was done, by whom and when, newest first', company, async (stage) => {
      for (const { does } of STEPS) {
        await stage.advance(MINUTE);
        await does(stage);
      }
      const entries = await readAll(stage, 'olivia', 'activity.list', acme, 4);
      const expected = STEPS.map(({ who, entry }, index) => ({
        ...entry,
        actor: { userId: who },
        at: at((index + 1) * MINUTE),
      }));
      expect(entries).toMatchObject(expected.toReversed());
      expect(new Set(entries.map(({ id }) => id)).size).toBe(STEPS.length);
    });

    scene(subject, 'begins with the making of the workspace', company, async (stage) => {
      const { id } = await stage.call('oscar', 'workspaces.create', { name: 'New' });
      const { items } = await stage.call('oscar', 'activity.list', { workspaceId: id });
      expect(items).toMatchObject([
        { action: 'workspace.created', name: 'New', actor: { userId: 'oscar', name: 'Oscar Outside' } },
      ]);
    });

    scene(subject, 'goes on telling of people who are gone', company, async (stage) => {
      await stage.call('mia', 'members.leave', acme);
      await stage.call('olivia', 'members.remove', { ...acme, memberIds: [memberOf('adam')] });
      const { items } = await stage.call('olivia', 'activity.list', acme);
      const left = items.find(({ action }) => action === 'member.left');
      expect(left?.actor).toMatchObject({ userId: 'mia', name: 'Mia Nakamura', email: 'mia@acme.example' });
      const removed = items.find(({ action }) => action === 'member.removed');
      expect(removed).toMatchObject({ member: { userId: 'adam', name: 'Adam Ångström' } });
    });

    scene(subject, 'tells nothing of what was refused or changed nothing', company, async (stage) => {
      await stage.refused(
        'adam',
        'members.update',
        { ...acme, memberId: memberOf('olivia'), role: 'member' },
        { code: 'forbidden' },
      );
      await stage.call('olivia', 'workspaces.update', { ...acme, name: 'Acme' });
      await stage.call('olivia', 'members.update', { ...acme, memberId: memberOf('mia'), role: 'member' });
      await stage.call('olivia', 'workspaces.removeImage', acme);
      expect((await stage.call('olivia', 'activity.list', acme)).items).toEqual([]);
    });
  });
}

import { describe, expect } from 'vitest';
import { isGuildhallError } from '../../contract/index.js';
import { invite, inviteOne, statusesOf } from './inviting.js';
import { expectGapless } from './recording.js';
import { scene } from './stage.js';
import type { Subject } from './stage.js';
import { company, memberOf } from './worlds.js';

const acme = { workspaceId: 'acme' };
const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => make(index)));
const won = (answers: readonly PromiseSettledResult<unknown>[]) =>
  answers.filter(({ status }) => status === 'fulfilled').length;
const reasons = (answers: readonly PromiseSettledResult<unknown>[]) =>
  answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));

/** What must hold when people act at the same time. */
export function describeRaces(subject: Subject): void {
  describe('at the same time', () => {
    scene(subject, 'two owners who demote each other leave one', company, async (stage) => {
      stage.needs('members.update');
      const answers = await Promise.allSettled([
        stage.call('olivia', 'members.update', { ...acme, memberId: memberOf('otto'), role: 'member' }),
        stage.call('otto', 'members.update', { ...acme, memberId: memberOf('olivia'), role: 'member' }),
      ]);
      expect(won(answers)).toBe(1);
      expect(
        reasons(answers).every((error) => isGuildhallError(error, 'forbidden') || isGuildhallError(error, 'conflict')),
      ).toBe(true);
      expect((await stage.call('mia', 'workspaces.get', acme)).ownerCount).toBe(1);
    });

    scene(subject, 'two owners who leave are one too many', company, async (stage) => {
      stage.needs('members.leave');
      const answers = await Promise.allSettled(['olivia', 'otto'].map((who) => stage.call(who, 'members.leave', acme)));
      expect(won(answers)).toBe(1);
      const [late] = reasons(answers);
      expect(isGuildhallError(late, 'conflict') && late.details?.reason).toBe('last_owner');
      expect((await stage.call('mia', 'workspaces.get', acme)).ownerCount).toBe(1);
    });

    scene(subject, 'an invitation accepted many times makes one member', company, async (stage) => {
      stage.needs('invitations.accept');
      const answers = await times(10, () => stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' }));
      expect(won(answers)).toBe(1);
      const told = reasons(answers).map((error) => isGuildhallError(error, 'conflict') && error.details?.reason);
      expect(new Set(told)).toEqual(new Set(['invitation_accepted']));
      expect((await stage.call('mia', 'workspaces.get', acme)).memberCount).toBe(9);
    });

    scene(subject, 'an invitation is accepted or taken back, never both', company, async (stage) => {
      stage.needs('invitations.accept', 'invitations.revoke');
      const [accepted, revoked] = await Promise.allSettled([
        stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' }),
        stage.call('adam', 'invitations.revoke', { ...acme, invitationId: 'for-ivy' }),
      ]);
      expect(won([accepted, revoked])).toBe(1);
      const { memberCount } = await stage.call('mia', 'workspaces.get', acme);
      expect(memberCount).toBe(accepted.status === 'fulfilled' ? 9 : 8);
      const [late] = reasons([accepted, revoked]);
      const expected = accepted.status === 'fulfilled' ? 'invitation_accepted' : 'invitation_revoked';
      expect(isGuildhallError(late, 'conflict') && late.details?.reason).toBe(expected);
    });

    scene(subject, 'one address invited by many is invited once', company, async (stage) => {
      const answers = await Promise.all(
        ['olivia', 'otto', 'adam', 'anna'].map((who) => invite(stage, who, ['ian@guests.example'])),
      );
      const statuses = answers.flatMap(statusesOf).toSorted();
      expect(statuses).toEqual(['already_invited', 'already_invited', 'already_invited', 'invited']);
      const { items } = await stage.call('olivia', 'invitations.list', acme);
      expect(items.filter(({ email }) => email === 'ian@guests.example')).toHaveLength(1);
    });

    scene(subject, 'somebody removed twice is removed once', company, async (stage) => {
      const remove = (who: string) => stage.call(who, 'members.remove', { ...acme, memberIds: [memberOf('max')] });
      const answers = await Promise.all(['olivia', 'otto', 'adam'].map(remove));
      const statuses = answers.flatMap(({ outcomes }) => outcomes.map(({ status }) => status)).toSorted();
      expect(statuses).toEqual(['not_found', 'not_found', 'removed']);
    });

    if (!subject.without.includes('subscribe')) describeLogUnderWriters(subject);
  });
}

function describeLogUnderWriters(subject: Subject): void {
  scene(subject, 'many writers leave a log without a gap', company, async (stage) => {
    stage.needs('workspaces.update', 'invitations.create');
    const olivia = await stage.listen('olivia', 'acme');
    await times(12, (index): Promise<unknown> =>
      index % 2 === 0
        ? stage.call('adam', 'workspaces.update', { ...acme, name: `Acme ${index}` })
        : inviteOne(stage, 'anna', `guest-${index}@guests.example`),
    );
    const { seq } = await stage.call('olivia', 'workspaces.get', acme);
    await olivia.until(`event ${seq}`, () => olivia.ofWorkspace('acme').find((event) => event.seq === seq));
    expectGapless(olivia.ofWorkspace('acme'));
    expect(olivia.ofWorkspace('acme').filter(({ topic }) => topic === 'invitations')).toHaveLength(6);
  });
}

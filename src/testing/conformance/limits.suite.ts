import { describe, expect } from 'vitest';
import { isGuildhallError } from '../../contract/index.js';
import { invite, inviteOne, statusesOf } from './inviting.js';
import { scene } from './stage.js';
import type { Subject } from './stage.js';
import { DAY, HOUR, companyWith, memberOf } from './worlds.js';

const acme = { workspaceId: 'acme' };
const emails = (count: number) => Array.from({ length: count }, (_, index) => `guest-${index}@guests.example`);

function describeMemberLimit(subject: Subject): void {
  // Eight members and two live invitations: one place is left.
  scene(
    subject,
    'invites as many as there is room for, and tells the others why not',
    companyWith({ memberLimit: 11 }),
    async (stage) => {
      expect((await stage.call('olivia', 'workspaces.get', acme)).memberLimit).toBe(11);
      const outcomes = await invite(stage, 'adam', emails(3));
      expect(statusesOf(outcomes)).toEqual(['invited', 'limit_exceeded', 'limit_exceeded']);
      expect(outcomes[2]).toEqual({ status: 'limit_exceeded', email: 'guest-2@guests.example', max: 11, used: 11 });
      await stage.call('adam', 'invitations.revoke', { ...acme, invitationId: 'for-ivy' });
      expect(statusesOf(await invite(stage, 'adam', ['guest-1@guests.example']))).toEqual(['invited']);
      await stage.call('adam', 'members.remove', { ...acme, memberIds: [memberOf('max')] });
      expect(statusesOf(await invite(stage, 'adam', ['guest-2@guests.example']))).toEqual(['invited']);
    },
  );

  scene(
    subject,
    'does not count the invitations that have expired',
    companyWith({ memberLimit: 10 }),
    async (stage) => {
      expect(statusesOf(await invite(stage, 'adam', emails(1)))).toEqual(['limit_exceeded']);
      await stage.advance(7 * DAY);
      expect(statusesOf(await invite(stage, 'adam', emails(3)))).toEqual(['invited', 'invited', 'limit_exceeded']);
    },
  );

  const crowded = companyWith({
    memberLimit: 9,
    invitations: [
      { id: 'for-ivy', email: 'ivy@guests.example', role: 'member', invitedBy: 'olivia' },
      { id: 'for-ian', email: 'ian@guests.example', role: 'member', invitedBy: 'olivia' },
    ],
  });
  scene(subject, 'counts members alone when somebody accepts', crowded, async (stage) => {
    await stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' });
    const full = { code: 'limit_exceeded', max: 9, used: 9 } as const;
    await stage.refused('ian', 'invitations.accept', { invitationId: 'for-ian' }, full);
    await stage.call('adam', 'members.remove', { ...acme, memberIds: [memberOf('max')] });
    expect((await stage.call('ian', 'invitations.accept', { invitationId: 'for-ian' })).memberCount).toBe(9);
  });

  scene(subject, 'gives the one place that is left to one of those who accept at once', crowded, async (stage) => {
    stage.needs('invitations.accept');
    const answers = await Promise.allSettled([
      stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' }),
      stage.call('ian', 'invitations.accept', { invitationId: 'for-ian' }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const late = answers.find((answer) => answer.status === 'rejected');
    expect(isGuildhallError(late?.reason, 'limit_exceeded')).toBe(true);
    expect((await stage.call('olivia', 'workspaces.get', acme)).memberCount).toBe(9);
  });
}

function describeRates(subject: Subject): void {
  const perSender = companyWith({}, { invitationsPerSenderPerHour: 3 });
  scene(
    subject,
    'holds up whoever causes too many mails in an hour, and says for how long',
    perSender,
    async (stage) => {
      const outcomes = await invite(stage, 'adam', emails(5));
      expect(statusesOf(outcomes)).toEqual(['invited', 'invited', 'invited', 'rate_limited', 'rate_limited']);
      const [, , , held] = outcomes;
      if (held?.status !== 'rate_limited') expect.fail();
      expect(held.retryAfterMs).toBeGreaterThan(0);
      expect(held.retryAfterMs).toBeLessThanOrEqual(HOUR);
      const error = await stage.refused(
        'adam',
        'invitations.resend',
        { ...acme, invitationId: 'for-ivy' },
        { code: 'rate_limited' },
      );
      expect(error.retryAfterMs).toBeGreaterThan(0);
      expect(statusesOf(await invite(stage, 'olivia', ['guest-3@guests.example']))).toEqual(['invited']);
      await stage.advance(held.retryAfterMs);
      expect(statusesOf(await invite(stage, 'adam', ['guest-4@guests.example']))).toEqual(['invited']);
    },
  );

  scene(subject, 'counts every mail, so also what is sent again and what was taken back', perSender, async (stage) => {
    const { id } = await inviteOne(stage, 'adam', 'guest-0@guests.example');
    await stage.call('adam', 'invitations.resend', { ...acme, invitationId: id });
    await stage.call('adam', 'invitations.revoke', { ...acme, invitationId: id });
    expect(statusesOf(await invite(stage, 'adam', ['x', 'mia@acme.example', ...emails(2)]))).toEqual([
      'invalid',
      'already_member',
      'invited',
      'rate_limited',
    ]);
  });

  const perWorkspace = companyWith({}, { invitationsPerWorkspacePerDay: 3 });
  scene(
    subject,
    'holds up a workspace that causes too many mails in a day, whoever sends them',
    perWorkspace,
    async (stage) => {
      expect(statusesOf(await invite(stage, 'adam', emails(2)))).toEqual(['invited', 'invited']);
      await stage.advance(2 * HOUR);
      const outcomes = await invite(stage, 'olivia', ['a@guests.example', 'b@guests.example']);
      expect(statusesOf(outcomes)).toEqual(['invited', 'rate_limited']);
      const [, held] = outcomes;
      if (held?.status !== 'rate_limited') expect.fail();
      expect(held.retryAfterMs).toBeGreaterThan(HOUR);
      expect(held.retryAfterMs).toBeLessThanOrEqual(DAY);
      const elsewhere = [{ email: 'b@guests.example', role: 'member' as const }];
      const { outcomes: others } = await stage.call('petra', 'invitations.create', {
        workspaceId: 'other',
        invitations: elsewhere,
      });
      expect(statusesOf(others)).toEqual(['invited']);
      await stage.advance(held.retryAfterMs);
      expect(statusesOf(await invite(stage, 'olivia', ['b@guests.example']))).toEqual(['invited']);
    },
  );
}

/** How many may join, and how many mails may go out. */
export function describeLimits(subject: Subject): void {
  describe('the limit of members', () => describeMemberLimit(subject));
  describe('the limits of mails', () => describeRates(subject));
}

import { describe, expect } from 'vitest';
import { invite, inviteOne, statusesOf } from '../inviting.js';
import { scene } from '../stage.js';
import type { Stage, Subject } from '../stage.js';
import { DAY, NOW, at, memberOf } from '../worlds.js';
import {
  BUSINESS,
  TEAM,
  accountOf,
  accountOnce,
  acme,
  change,
  endPeriod,
  invoicesOf,
  previewOf,
  subscribed,
} from './acts.js';
import { billed } from './worlds.js';

const HALF = 15.5 * DAY;
const start = Date.parse(NOW);

const paidSeats = (stage: Stage, paid: number) => accountOnce(stage, ({ seats }) => seats.paid === paid);
const limitOf = async (stage: Stage) => (await stage.call('mia', 'workspaces.get', acme)).memberLimit;

async function join(stage: Stage, who: string, email: string): Promise<void> {
  const invitation = await inviteOne(stage, 'olivia', email);
  await stage.call(who, 'invitations.accept', { invitationId: invitation.id });
}

function describeAutomatic(subject: Subject): void {
  scene(subject, 'that are counted follow the members, with the difference on the next bill', billed, async (stage) => {
    await subscribed(stage);
    await stage.advance(HALF);
    await join(stage, 'ivy', 'ivy@guests.example');
    const joined = await paidSeats(stage, 9);
    expect(joined.nextBill?.due.amount, 'nine, and one for half of this month').toBe(9 * 1200 + 600);
    await stage.call('adam', 'members.remove', { ...acme, memberIds: [memberOf('max')] });
    await stage.call('rex', 'members.leave', acme);
    const left = await paidSeats(stage, 7);
    expect(left.nextBill?.due.amount, 'seven, and one less for half of this month').toBe(7 * 1200 - 600);
    expect(await invoicesOf(stage), 'nothing is charged before').toHaveLength(1);
    await endPeriod(stage, start + HALF);
    await accountOnce(stage, ({ period }) => period?.start === at(2 * HALF));
    const [renewal] = await invoicesOf(stage);
    expect(renewal).toMatchObject({ status: 'paid', total: { amount: 7 * 1200 - 600 } });
    expect((await accountOf(stage)).nextBill?.due.amount).toBe(7 * 1200);
  });

  scene(subject, 'that are counted have no number to choose', billed, async (stage) => {
    await subscribed(stage);
    const same = { ...acme, ...TEAM, seats: 20 };
    await stage.refused('olivia', 'billing.preview', same, { code: ['conflict', 'validation'] });
    expect((await accountOf(stage)).seats.paid).toBe(8);
  });
}

function describePrepaid(subject: Subject): void {
  scene(subject, 'that are bought are the limit of who is in and who is invited', billed, async (stage) => {
    const { billing } = await subscribed(stage, BUSINESS);
    expect(billing.seats).toEqual({ members: 8, invited: 2, paid: 10, limit: 10 });
    expect(await limitOf(stage)).toBe(10);
    expect(statusesOf(await invite(stage, 'adam', ['ian@guests.example']))).toEqual(['limit_exceeded']);
    const { preview } = await change(stage, { ...BUSINESS, seats: 11 });
    expect(preview.now?.due.amount, 'one seat for all of the month').toBe(2400);
    expect(await limitOf(stage)).toBe(11);
    const outcomes = await invite(stage, 'adam', ['ian@guests.example', 'oscar@nowhere.example']);
    expect(statusesOf(outcomes)).toEqual(['invited', 'limit_exceeded']);
  });

  scene(subject, 'that are bought are never fewer than members and invitations', billed, async (stage) => {
    const few = { ...acme, ...BUSINESS, seats: 9 };
    const refusal = { code: 'conflict', reason: 'seats_below_members' } as const;
    await stage.refused('olivia', 'billing.preview', few, refusal);
    await subscribed(stage, BUSINESS);
    await stage.refused('olivia', 'billing.preview', few, refusal);
    await stage.call('adam', 'invitations.revoke', { ...acme, invitationId: 'for-uma' });
    expect((await previewOf(stage, { ...BUSINESS, seats: 9 })).seats).toBe(9);
  });

  scene(subject, 'that are given back stay paid to the end, but are not filled any more', billed, async (stage) => {
    await subscribed(stage, { ...BUSINESS, seats: 12 });
    const { preview, billing } = await change(stage, BUSINESS);
    expect(preview).toMatchObject({ takesEffect: 'period_end', now: null, recurring: { amount: 24_000 }, seats: 10 });
    expect(billing).toMatchObject({ seats: { paid: 12, limit: 10 }, scheduled: { planId: 'business', seats: 10 } });
    expect(await limitOf(stage)).toBe(10);
    expect(statusesOf(await invite(stage, 'adam', ['ian@guests.example']))).toEqual(['limit_exceeded']);
    await stage.call('bill', 'billing.resume', acme);
    expect(await limitOf(stage)).toBe(12);
    await change(stage, BUSINESS);
    await endPeriod(stage, start);
    const later = await paidSeats(stage, 10);
    expect(later).toMatchObject({ scheduled: null, nextBill: { due: { amount: 24_000 } } });
  });
}

function describeFlat(subject: Subject): void {
  scene(subject, 'of a flat plan cost nothing more, up to its limit', billed, async (stage) => {
    const { billing } = await subscribed(stage, { planId: 'studio', interval: 'month' });
    expect(billing.seats).toEqual({ members: 8, invited: 2, paid: null, limit: 10 });
    expect(statusesOf(await invite(stage, 'adam', ['ian@guests.example']))).toEqual(['limit_exceeded']);
    await stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' });
    expect((await accountOf(stage)).nextBill?.due.amount).toBe(4900);
  });
}

/** Who is in, and what is paid for them. */
export function describeSeats(subject: Subject): void {
  describe('seats', () => {
    describeAutomatic(subject);
    describePrepaid(subject);
    describeFlat(subject);
  });
}

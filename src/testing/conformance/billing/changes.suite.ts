import { describe, expect } from 'vitest';
import { scene } from '../stage.js';
import type { ExpectedError, Subject } from '../stage.js';
import { DAY, HOUR, MINUTE, NOW, at } from '../worlds.js';
import {
  BUSINESS,
  TEAM,
  accountOf,
  accountOnce,
  acme,
  addCard,
  change,
  endPeriod,
  invoicesOf,
  pictureOfAccount,
  previewOf,
  subscribed,
} from './acts.js';
import type { Change } from './acts.js';
import { billed } from './worlds.js';

const MONTH = 31 * DAY;
const start = Date.parse(NOW);
const SOME_TIME = 12 * DAY + 5 * HOUR + 7 * MINUTE + 13_000;

/** What is left of an amount after so long in March, to the second, rounded half up. */
const left = (amount: number, after: number) => Math.floor((amount * (MONTH - after)) / MONTH + 0.5);

function describeBeginning(subject: Subject): void {
  scene(subject, 'begins a plan, and charges what the preview said', billed, async (stage) => {
    await addCard(stage, 'good');
    const { preview, billing, payment } = await change(stage, TEAM);
    expect(preview).toMatchObject({
      takesEffect: 'now',
      at: NOW,
      now: { due: { amount: 9600, currency: 'usd' } },
      next: { due: { amount: 9600 }, date: at(MONTH) },
      recurring: { amount: 9600, currency: 'usd' },
      interval: 'month',
      seats: 8,
      trialEndsAt: null,
      needsPaymentMethod: false,
    });
    expect(payment).toEqual({ status: 'succeeded', amount: preview.now?.due });
    expect(billing).toMatchObject({
      status: 'active',
      plan: { id: 'team' },
      interval: 'month',
      seats: { members: 8, invited: 2, paid: 8, limit: null },
      period: { start: NOW, end: at(MONTH) },
      nextBill: { date: at(MONTH), due: { amount: 9600 } },
      cancellation: null,
      scheduled: null,
      pastDue: null,
    });
    expect(await invoicesOf(stage)).toMatchObject([{ status: 'paid', total: { amount: 9600 }, due: { amount: 0 } }]);
    const workspace = await stage.call('mia', 'workspaces.get', acme);
    expect(workspace.plan).toEqual({ id: 'team', name: 'Team', seats: 'automatic' });
  });

  scene(subject, 'is renewed for the same amount', billed, async (stage) => {
    await subscribed(stage);
    await endPeriod(stage, start);
    const billing = await accountOnce(stage, ({ period }) => period?.start === at(MONTH));
    expect(billing).toMatchObject({ status: 'active', period: { end: '2026-05-02T09:00:00.000Z' }, pastDue: null });
    const paid = { status: 'paid', total: { amount: 9600 } };
    expect(await invoicesOf(stage)).toMatchObject([paid, paid]);
  });

  scene(subject, 'asks for a payment method first, and changes nothing without one', billed, async (stage) => {
    const preview = await previewOf(stage, TEAM);
    expect(preview).toMatchObject({ needsPaymentMethod: true, now: { due: { amount: 9600 } } });
    const before = await pictureOfAccount(stage);
    const input = { ...acme, ...TEAM, quote: preview.quote };
    await stage.refused('olivia', 'billing.subscribe', input, {
      code: 'payment_required',
      reason: 'no_payment_method',
    });
    expect(await pictureOfAccount(stage)).toEqual(before);
    await addCard(stage, 'good');
    const { payment } = await stage.call('olivia', 'billing.subscribe', input);
    expect(payment.status, 'a new card does not end the offer').toBe('succeeded');
  });
}

function describeGoingUp(subject: Subject): void {
  scene(subject, 'goes up at once, and pays for the rest of the period, to the second', billed, async (stage) => {
    await subscribed(stage);
    await stage.advance(SOME_TIME);
    const due = left(24_000, SOME_TIME) - left(9600, SOME_TIME);
    const { preview, billing, payment } = await change(stage, BUSINESS);
    expect(preview).toMatchObject({ takesEffect: 'now', at: at(SOME_TIME), now: { due: { amount: due } }, seats: 10 });
    expect(preview.next).toMatchObject({ date: at(MONTH), due: { amount: 24_000 } });
    expect(payment).toMatchObject({ status: 'succeeded', amount: { amount: due } });
    expect(billing).toMatchObject({ plan: { id: 'business' }, period: { start: NOW, end: at(MONTH) } });
    expect(billing.nextBill?.due.amount).toBe(24_000);
    expect((await invoicesOf(stage)).map(({ total }) => total.amount).toSorted((a, b) => a - b)).toEqual([
      Math.min(due, 9600),
      Math.max(due, 9600),
    ]);
  });

  scene(subject, 'begins a longer interval at once, and counts what was not used', billed, async (stage) => {
    await subscribed(stage);
    await stage.advance(SOME_TIME);
    const { preview, billing } = await change(stage, { ...TEAM, interval: 'year' });
    expect(preview.now?.due.amount).toBe(96_000 - left(9600, SOME_TIME));
    expect(preview).toMatchObject({ takesEffect: 'now', recurring: { amount: 96_000 }, interval: 'year' });
    const end = new Date(at(SOME_TIME));
    end.setUTCFullYear(2027);
    expect(billing).toMatchObject({ interval: 'year', period: { start: at(SOME_TIME), end: end.toISOString() } });
    expect(billing.nextBill).toMatchObject({ date: end.toISOString(), due: { amount: 96_000 } });
  });
}

function describeGoingDown(subject: Subject): void {
  scene(subject, 'goes down when what is paid is used up, and costs nothing', billed, async (stage) => {
    await subscribed(stage, BUSINESS);
    await stage.advance(SOME_TIME);
    const { preview, billing, payment } = await change(stage, TEAM);
    expect(preview).toMatchObject({ takesEffect: 'period_end', at: at(MONTH), now: null, needsPaymentMethod: false });
    expect(preview.next).toMatchObject({ date: at(MONTH), due: { amount: 9600 } });
    expect(payment).toEqual({ status: 'none' });
    expect(billing).toMatchObject({
      plan: { id: 'business' },
      scheduled: { at: at(MONTH), planId: 'team', interval: 'month', seats: 8 },
      nextBill: { due: { amount: 9600 } },
    });
    await endPeriod(stage, start + SOME_TIME);
    const later = await accountOnce(stage, ({ plan }) => plan?.id === 'team');
    expect(later).toMatchObject({ status: 'active', scheduled: null, seats: { paid: 8 } });
    expect((await invoicesOf(stage)).map(({ total }) => total.amount)).toEqual([9600, 24_000]);
  });

  scene(
    subject,
    'goes to a shorter interval in the same way, and back before it comes to that',
    billed,
    async (stage) => {
      await subscribed(stage, { ...TEAM, interval: 'year' });
      const { preview, billing } = await change(stage, TEAM);
      expect(preview).toMatchObject({ takesEffect: 'period_end', now: null, recurring: { amount: 9600 } });
      expect(billing).toMatchObject({ interval: 'year', scheduled: { planId: 'team', interval: 'month' } });
      const resumed = await stage.call('olivia', 'billing.resume', acme);
      expect(resumed).toMatchObject({ scheduled: null, nextBill: { due: { amount: 96_000 } } });
    },
  );

  scene(subject, 'forgets what was scheduled when something else is chosen at once', billed, async (stage) => {
    await subscribed(stage, { ...BUSINESS, seats: 12 });
    await change(stage, { ...BUSINESS, seats: 10 });
    const { billing } = await change(stage, { ...BUSINESS, seats: 14 });
    expect(billing).toMatchObject({ scheduled: null, seats: { paid: 14, limit: 14 } });
  });
}

function describeRefusals(subject: Subject): void {
  const refuse = (title: string, to: Change, expected: ExpectedError) =>
    scene(subject, title, billed, async (stage) => {
      await subscribed(stage);
      await stage.refused('olivia', 'billing.preview', { ...acme, ...to }, expected);
      expect((await accountOf(stage)).plan?.id).toBe('team');
    });

  refuse('has nothing to say of what is so already', TEAM, { code: 'conflict', reason: 'no_change' });
  refuse('knows no plan that is not sold', { ...TEAM, planId: 'gold' }, { code: 'validation', fields: ['planId'] });
  refuse(
    'knows no interval that is not sold',
    { planId: 'studio', interval: 'year' },
    { code: 'validation', fields: ['interval'] },
  );
  refuse(
    'has no place for eight on a plan for two',
    { planId: 'duo', interval: 'month' },
    { code: 'limit_exceeded', max: 2, used: 8 },
  );
}

/** From one plan to another. */
export function describeChanges(subject: Subject): void {
  describe('a change of plan', () => {
    describeBeginning(subject);
    describeGoingUp(subject);
    describeGoingDown(subject);
    describeRefusals(subject);
  });
}

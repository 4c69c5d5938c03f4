import { describe, expect } from 'vitest';
import { invite, inviteOne, statusesOf } from '../inviting.js';
import { scene } from '../stage.js';
import type { Stage, Subject } from '../stage.js';
import { HOUR, MINUTE, NOW } from '../worlds.js';
import { accountOf, accountOnce, acme, invoicesOf, pastDue, payWith, subscribed } from './acts.js';
import { GRACE_MS, billed } from './worlds.js';

const start = Date.parse(NOW);
const isPausedFor = async (stage: Stage, who: string) =>
  (await stage.call(who, 'workspaces.get', acme)).invitationsPaused;
const debtOf = async (stage: Stage) => (await accountOf(stage)).pastDue ?? expect.fail('something is owed');
const PAST_DUE = { code: 'payment_required', reason: 'past_due' } as const;

function describeFailing(subject: Subject): void {
  scene(subject, 'that is declined is owed, and says why and until when', billed, async (stage) => {
    const now = await pastDue(stage, start);
    const billing = await accountOf(stage);
    const debt = billing.pastDue ?? expect.fail('something is owed');
    const [method] = billing.paymentMethods;
    expect(billing).toMatchObject({ status: 'past_due', plan: { id: 'team' } });
    expect(debt).toMatchObject({ amount: { amount: 9600 }, reason: 'declined', paymentMethodId: method?.id });
    expect(debt.attempts).toBeGreaterThan(0);
    expect(Date.parse(debt.nextAttemptAt ?? '')).toBeGreaterThan(now);
    expect(Date.parse(debt.graceEndsAt) - Date.parse(debt.since), 'the grace begins with the failure').toBe(GRACE_MS);
    const [owed, paid] = await invoicesOf(stage);
    expect(owed).toMatchObject({
      id: debt.invoiceId,
      number: debt.invoiceNumber,
      status: 'past_due',
      due: debt.amount,
    });
    expect(paid?.status).toBe('paid');
  });

  scene(subject, 'that is declined restricts nothing at first', billed, async (stage) => {
    await pastDue(stage, start);
    expect(await isPausedFor(stage, 'mia')).toBe(false);
    const { id } = await inviteOne(stage, 'adam', 'ian@guests.example');
    await stage.call('ian', 'invitations.accept', { invitationId: id });
    expect((await stage.call('ian', 'workspaces.get', acme)).plan?.id).toBe('team');
  });

  scene(subject, 'that fails again does not lengthen the grace', billed, async (stage) => {
    await pastDue(stage, start);
    const before = await debtOf(stage);
    await stage.advance(HOUR);
    await stage.refused('olivia', 'billing.retryPayment', acme, { code: 'payment_required', reason: 'declined' });
    expect(await debtOf(stage)).toMatchObject({ since: before.since, graceEndsAt: before.graceEndsAt });
  });

  scene(subject, 'that stays owed beyond the grace pauses new invitations alone', billed, async (stage) => {
    const now = await pastDue(stage, start);
    const { id } = await inviteOne(stage, 'adam', 'ian@guests.example');
    const { graceEndsAt } = await debtOf(stage);
    await stage.advance(Date.parse(graceEndsAt) - now + MINUTE);
    await accountOnce(stage, ({ status }) => status === 'past_due');
    expect(await isPausedFor(stage, 'mia')).toBe(true);
    const invitations = [{ email: 'oscar@nowhere.example', role: 'member' as const }];
    await stage.refused('adam', 'invitations.create', { ...acme, invitations }, PAST_DUE);
    await stage.refused('olivia', 'invitations.resend', { ...acme, invitationId: id }, PAST_DUE);
    await stage.call('ian', 'invitations.accept', { invitationId: id });
    await stage.call('adam', 'workspaces.update', { ...acme, name: 'Still Acme' });
    await payWith(stage, 'good');
    await stage.call('bill', 'billing.retryPayment', acme);
    await accountOnce(stage, ({ status }) => status === 'active');
    expect(await isPausedFor(stage, 'mia')).toBe(false);
    expect(statusesOf(await invite(stage, 'adam', ['oscar@nowhere.example']))).toEqual(['invited']);
  });
}

function describeRecovering(subject: Subject): void {
  scene(subject, 'is made good with another card', billed, async (stage) => {
    await pastDue(stage, start);
    const { amount, invoiceId } = await debtOf(stage);
    await payWith(stage, 'good');
    const { payment } = await stage.call('bill', 'billing.retryPayment', acme);
    expect(payment).toEqual({ status: 'succeeded', amount });
    expect(await accountOnce(stage, ({ status }) => status === 'active')).toMatchObject({ pastDue: null });
    const invoices = await invoicesOf(stage);
    expect(invoices.find(({ id }) => id === invoiceId)).toMatchObject({ status: 'paid', due: { amount: 0 } });
    await stage.refused('bill', 'billing.retryPayment', acme, { code: 'conflict', reason: 'nothing_due' });
  });

  scene(subject, 'is made good with a card whose bank asks', billed, async (stage) => {
    stage.needs('authentication');
    await pastDue(stage, start);
    await payWith(stage, 'needs_authentication');
    const { payment } = await stage.call('olivia', 'billing.retryPayment', acme);
    if (payment.status !== 'requires_action') return expect.fail(`The payment is ${payment.status}.`);
    await stage.authenticate(payment.clientSecret, 'complete');
    await stage.call('olivia', 'billing.sync', acme);
    expect(await accountOnce(stage, ({ status }) => status === 'active')).toMatchObject({ pastDue: null });
    return undefined;
  });

  scene(subject, 'is made good by itself when it is tried again', billed, async (stage) => {
    const now = await pastDue(stage, start);
    await payWith(stage, 'good');
    const { nextAttemptAt } = await debtOf(stage);
    await stage.advance(Date.parse(nextAttemptAt ?? '') - now + MINUTE);
    expect(await accountOnce(stage, ({ status }) => status === 'active')).toMatchObject({ pastDue: null });
  });

  scene(subject, 'ends the plan when the last try failed', billed, async (stage) => {
    let now = await pastDue(stage, start);
    for (let tries = 0; tries < 12; tries += 1) {
      const { status, pastDue: debt } = await accountOf(stage);
      if (status !== 'past_due') break;
      const ms = Date.parse(debt?.nextAttemptAt ?? '') - now + MINUTE;
      await stage.advance(ms);
      now += ms;
      const attempts = debt?.attempts ?? 0;
      await accountOnce(stage, (billing) => billing.pastDue === null || billing.pastDue.attempts > attempts);
    }
    expect(await accountOf(stage)).toMatchObject({
      status: 'none',
      plan: { id: 'free' },
      nextBill: null,
      pastDue: null,
    });
    expect(await isPausedFor(stage, 'mia')).toBe(false);
  });

  scene(subject, 'is nothing to try again where nothing is due', billed, async (stage) => {
    await stage.refused('olivia', 'billing.retryPayment', acme, { code: 'conflict', reason: 'nothing_due' });
    await subscribed(stage);
    await stage.refused('olivia', 'billing.retryPayment', acme, { code: 'conflict', reason: 'nothing_due' });
    expect((await accountOf(stage)).status).toBe('active');
  });
}

/** A renewal that the bank refuses, and what becomes of it. */
export function describePastDue(subject: Subject): void {
  describe('a renewal', () => describeFailing(subject));
  describe('what is owed', () => describeRecovering(subject));
}

import { describe, expect } from 'vitest';
import { scene } from '../stage.js';
import type { Stage, Subject } from '../stage.js';
import {
  BUSINESS,
  TEAM,
  accountOf,
  accountOnce,
  acme,
  addCard,
  change,
  invoicesOf,
  payWith,
  pictureOfAccount,
  previewOf,
  subscribed,
} from './acts.js';
import type { Change } from './acts.js';
import { billed } from './worlds.js';

/** Confirms what the bank has a question about, and answers its secret. */
async function questioned(stage: Stage, to: Change): Promise<string> {
  const { preview, payment } = await change(stage, to);
  if (payment.status !== 'requires_action') return expect.fail(`The payment is ${payment.status}.`);
  expect(payment.amount).toEqual(preview.now?.due);
  return payment.clientSecret;
}

async function answer(stage: Stage, clientSecret: string, how: 'complete' | 'fail'): Promise<void> {
  await stage.authenticate(clientSecret, how);
  await stage.call('olivia', 'billing.sync', acme);
}

const planOf = async (stage: Stage) => (await stage.call('mia', 'workspaces.get', acme)).plan?.id;
const paidOf = async (stage: Stage) => (await invoicesOf(stage)).filter(({ status }) => status === 'paid');

function describeDeclines(subject: Subject): void {
  for (const [behaviour, reason] of [
    ['declines', 'declined'],
    ['insufficient_funds', 'insufficient_funds'],
  ] as const) {
    scene(subject, `that says ${reason} begins nothing, and another card does`, billed, async (stage) => {
      await addCard(stage, behaviour);
      const { quote } = await previewOf(stage, TEAM);
      await stage.refused(
        'olivia',
        'billing.subscribe',
        { ...acme, ...TEAM, quote },
        { code: 'payment_required', reason },
      );
      expect(await accountOf(stage)).toMatchObject({
        status: 'none',
        plan: { id: 'free' },
        nextBill: null,
        pastDue: null,
      });
      expect(await paidOf(stage)).toEqual([]);
      await payWith(stage, 'good');
      expect(await change(stage, TEAM)).toMatchObject({
        payment: { status: 'succeeded' },
        billing: { status: 'active' },
      });
      expect(await paidOf(stage), 'paid once').toMatchObject([{ total: { amount: 9600 } }]);
    });
  }

  scene(subject, 'that says no leaves the plan that there is', billed, async (stage) => {
    await subscribed(stage);
    await payWith(stage, 'declines');
    const before = await accountOf(stage);
    const { quote } = await previewOf(stage, BUSINESS);
    const input = { ...acme, ...BUSINESS, quote };
    await stage.refused('olivia', 'billing.subscribe', input, { code: 'payment_required', reason: 'declined' });
    const { seq: _before, ...then } = before;
    const { seq: _after, ...now } = await accountOf(stage);
    expect(now).toEqual(then);
    expect(await paidOf(stage)).toHaveLength(1);
  });
}

function describeQuestions(subject: Subject): void {
  scene(subject, 'that asks begins the plan once it is answered', billed, async (stage) => {
    stage.needs('authentication');
    await addCard(stage, 'needs_authentication');
    const clientSecret = await questioned(stage, TEAM);
    expect(await accountOf(stage)).toMatchObject({ status: 'incomplete', plan: { id: 'free' }, pastDue: null });
    expect(await planOf(stage), 'nothing is open to anybody yet').toBe('free');
    await answer(stage, clientSecret, 'complete');
    const billing = await accountOnce(stage, ({ status }) => status === 'active');
    expect(billing).toMatchObject({ plan: { id: 'team' }, seats: { paid: 8 }, nextBill: { due: { amount: 9600 } } });
    expect(await paidOf(stage)).toMatchObject([{ total: { amount: 9600 } }]);
  });

  scene(subject, 'that is not answered rightly begins nothing, and another card does', billed, async (stage) => {
    stage.needs('authentication');
    await addCard(stage, 'needs_authentication');
    await answer(stage, await questioned(stage, TEAM), 'fail');
    const { status } = await accountOnce(stage, (billing) => billing.status !== 'active');
    expect(['none', 'incomplete']).toContain(status);
    expect(await planOf(stage)).toBe('free');
    expect(await paidOf(stage)).toEqual([]);
    await payWith(stage, 'good');
    expect(await change(stage, TEAM)).toMatchObject({
      payment: { status: 'succeeded' },
      billing: { status: 'active' },
    });
    expect(await paidOf(stage)).toMatchObject([{ total: { amount: 9600 } }]);
  });

  scene(subject, 'that asks leaves the plan that there is until it is answered', billed, async (stage) => {
    stage.needs('authentication');
    await subscribed(stage);
    await payWith(stage, 'needs_authentication');
    const clientSecret = await questioned(stage, BUSINESS);
    expect(await accountOf(stage)).toMatchObject({ status: 'active', plan: { id: 'team' }, pastDue: null });
    await answer(stage, clientSecret, 'complete');
    const billing = await accountOnce(stage, ({ plan }) => plan?.id === 'business');
    expect(billing).toMatchObject({ status: 'active', seats: { paid: 10 }, nextBill: { due: { amount: 24_000 } } });
    expect((await paidOf(stage)).map(({ total }) => total.amount)).toEqual(expect.arrayContaining([9600, 14_400]));
  });

  scene(subject, 'that asks in vain leaves the plan that there is', billed, async (stage) => {
    stage.needs('authentication');
    await subscribed(stage);
    await payWith(stage, 'needs_authentication');
    await answer(stage, await questioned(stage, BUSINESS), 'fail');
    expect(await accountOf(stage)).toMatchObject({ status: 'active', plan: { id: 'team' }, pastDue: null });
    expect(await paidOf(stage)).toHaveLength(1);
    const before = await pictureOfAccount(stage);
    await stage.call('olivia', 'billing.sync', acme);
    expect(await pictureOfAccount(stage)).toEqual(before);
  });
}

/** What banks say but yes. */
export function describeBanks(subject: Subject): void {
  describe('a bank', () => {
    describeDeclines(subject);
    describeQuestions(subject);
  });
}

import { describe, expect } from 'vitest';
import { scene } from '../stage.js';
import type { Subject } from '../stage.js';
import { DAY, NOW, at } from '../worlds.js';
import { accountOf, accountOnce, acme, addCard, change, endPeriod, invoicesOf, previewOf } from './acts.js';
import type { Change } from './acts.js';
import { billed } from './worlds.js';

const GROWTH: Change = { planId: 'growth', interval: 'month' };
const start = Date.parse(NOW);

/** Two weeks for nothing, once. */
export function describeTrials(subject: Subject): void {
  describe('a trial', () => {
    scene(subject, 'begins at once, without a card, and costs nothing', billed, async (stage) => {
      const { preview, billing, payment } = await change(stage, GROWTH);
      const end = at(14 * DAY);
      expect(preview).toMatchObject({ takesEffect: 'now', now: null, trialEndsAt: end, needsPaymentMethod: false });
      expect(preview.next).toMatchObject({ date: end, due: { amount: 12_000 } });
      expect(payment).toEqual({ status: 'none' });
      expect(billing).toMatchObject({
        status: 'trialing',
        plan: { id: 'growth' },
        trialEndsAt: end,
        trialAvailable: false,
        nextBill: { date: end, due: { amount: 12_000 } },
      });
      expect((await invoicesOf(stage)).every(({ total }) => total.amount === 0)).toBe(true);
    });

    scene(subject, 'becomes the plan, for those who are in by then', billed, async (stage) => {
      await addCard(stage, 'good');
      await change(stage, GROWTH);
      await stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' });
      const joined = await accountOnce(stage, ({ seats }) => seats.paid === 9);
      expect(joined.nextBill?.due.amount, 'nothing for the days of the trial').toBe(9 * 1500);
      await endPeriod(stage, start);
      const billing = await accountOnce(stage, ({ status }) => status === 'active');
      expect(billing).toMatchObject({ trialEndsAt: null, period: { start: at(14 * DAY) }, plan: { id: 'growth' } });
      const paid = (await invoicesOf(stage)).filter(({ total }) => total.amount > 0);
      expect(paid).toMatchObject([{ status: 'paid', total: { amount: 9 * 1500 } }]);
    });

    scene(subject, 'ends where nobody gave a card, and nothing is owed', billed, async (stage) => {
      await change(stage, GROWTH);
      await endPeriod(stage, start);
      const billing = await accountOnce(stage, ({ status }) => status !== 'trialing');
      expect(billing).toMatchObject({ status: 'none', plan: { id: 'free' }, pastDue: null, nextBill: null });
      expect((await invoicesOf(stage)).every(({ due }) => due.amount === 0)).toBe(true);
    });

    scene(subject, 'is cancelled for nothing, and there is no second one', billed, async (stage) => {
      await addCard(stage, 'good');
      await change(stage, GROWTH);
      const cancelled = await stage.call('bill', 'billing.cancel', acme);
      expect(cancelled).toMatchObject({ status: 'trialing', nextBill: null, cancellation: { endsAt: at(14 * DAY) } });
      await endPeriod(stage, start);
      await accountOnce(stage, ({ status }) => status === 'none');
      expect((await invoicesOf(stage)).every(({ total }) => total.amount === 0)).toBe(true);
      expect((await accountOf(stage)).trialAvailable).toBe(false);
      const preview = await previewOf(stage, GROWTH);
      expect(preview).toMatchObject({ trialEndsAt: null, now: { due: { amount: 12_000 } } });
    });
  });
}

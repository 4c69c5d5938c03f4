import { describe, expect } from 'vitest';
import { scene } from '../stage.js';
import type { Subject } from '../stage.js';
import { DAY, NOW, at } from '../worlds.js';
import { TEAM, accountOf, accountOnce, acme, change, endPeriod, invoicesOf, subscribed } from './acts.js';
import { billed } from './worlds.js';

const END = at(31 * DAY);
const start = Date.parse(NOW);

/** The end of a plan, and thinking better of it. */
export function describeEnding(subject: Subject): void {
  describe('cancelling', () => {
    scene(subject, 'ends the plan with what is paid for it', billed, async (stage) => {
      await subscribed(stage);
      await stage.advance(DAY);
      const billing = await stage.call('bill', 'billing.cancel', acme);
      expect(billing).toMatchObject({
        status: 'active',
        plan: { id: 'team' },
        cancellation: { endsAt: END, by: { userId: 'bill', name: 'Bill Barańska' }, requestedAt: at(DAY) },
        nextBill: null,
      });
      expect((await stage.call('mia', 'workspaces.get', acme)).plan?.id, 'until then nothing changes').toBe('team');
      await endPeriod(stage, start + DAY);
      const ended = await accountOnce(stage, ({ status }) => status === 'none');
      expect(ended).toMatchObject({ plan: { id: 'free' }, period: null, cancellation: null, seats: { paid: null } });
      expect((await stage.call('mia', 'workspaces.get', acme)).plan?.id).toBe('free');
      expect(await invoicesOf(stage)).toHaveLength(1);
      expect(await change(stage, TEAM), 'and it can be had again').toMatchObject({ payment: { status: 'succeeded' } });
    });

    scene(subject, 'is the same as going down to the free plan', billed, async (stage) => {
      await subscribed(stage);
      const { preview, billing } = await change(stage, { planId: 'free', interval: 'month' });
      expect(preview).toMatchObject({ takesEffect: 'period_end', at: END, now: null, recurring: { amount: 0 } });
      expect(preview.next.due.amount).toBe(0);
      expect(billing).toMatchObject({ cancellation: { endsAt: END, by: { userId: 'olivia' } }, scheduled: null });
      await stage.refused(
        'olivia',
        'billing.preview',
        { ...acme, planId: 'free', interval: 'month' },
        {
          code: 'conflict',
          reason: 'no_change',
        },
      );
    });

    scene(subject, 'is taken back before it comes to that', billed, async (stage) => {
      await subscribed(stage);
      await stage.call('olivia', 'billing.cancel', acme);
      await stage.call('otto', 'billing.cancel', acme);
      const billing = await stage.call('bill', 'billing.resume', acme);
      expect(billing).toMatchObject({ cancellation: null, nextBill: { date: END, due: { amount: 9600 } } });
      await endPeriod(stage, start);
      const renewed = await accountOnce(stage, ({ period }) => period?.start === END);
      expect(renewed).toMatchObject({ status: 'active', plan: { id: 'team' } });
    });

    scene(subject, 'is taken back by choosing another plan', billed, async (stage) => {
      await subscribed(stage);
      await stage.call('olivia', 'billing.cancel', acme);
      const { billing } = await change(stage, { planId: 'business', interval: 'month', seats: 10 });
      expect(billing).toMatchObject({ plan: { id: 'business' }, cancellation: null });
    });

    scene(subject, 'needs something that can end', billed, async (stage) => {
      const refusal = { code: 'conflict', reason: 'no_subscription' } as const;
      await stage.refused('olivia', 'billing.cancel', acme, refusal);
      await stage.refused('olivia', 'billing.resume', acme, refusal);
      await stage.refused(
        'olivia',
        'billing.preview',
        { ...acme, planId: 'free', interval: 'month' },
        {
          code: 'conflict',
          reason: 'no_change',
        },
      );
      expect((await accountOf(stage)).status).toBe('none');
    });
  });
}

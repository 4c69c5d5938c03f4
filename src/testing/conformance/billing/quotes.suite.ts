import { describe, expect } from 'vitest';
import { scene } from '../stage.js';
import type { Stage, Subject } from '../stage.js';
import { MINUTE, memberOf } from '../worlds.js';
import { BUSINESS, TEAM, accountOf, acme, addCard, invoicesOf, previewOf, subscribed } from './acts.js';
import type { Change } from './acts.js';
import { billed } from './worlds.js';

const CHANGED = { code: 'conflict', reason: 'quote_changed' } as const;

/** Confirms what is not what was shown, or not any more: nothing is charged. */
async function expectChanged(stage: Stage, quote: string, to: Change): Promise<void> {
  const before = await invoicesOf(stage);
  await stage.refused('olivia', 'billing.subscribe', { ...acme, ...to, quote }, CHANGED);
  expect(await invoicesOf(stage)).toHaveLength(before.length);
}

/** What is confirmed is what was shown. */
export function describeQuotes(subject: Subject): void {
  describe('an offer', () => {
    scene(subject, 'is good for the terms that it was made for', billed, async (stage) => {
      await addCard(stage, 'good');
      const { quote } = await previewOf(stage, BUSINESS);
      await expectChanged(stage, quote, { ...BUSINESS, seats: 11 });
      await expectChanged(stage, quote, { ...BUSINESS, interval: 'year' });
      await expectChanged(stage, quote, TEAM);
      await stage.call('olivia', 'billing.subscribe', { ...acme, ...BUSINESS, quote });
      expect((await accountOf(stage)).seats.paid).toBe(10);
    });

    scene(subject, 'is good once, and for nobody who made it up', billed, async (stage) => {
      const { preview } = await subscribed(stage);
      await expectChanged(stage, preview.quote, TEAM);
      for (const quote of ['x', 'none', 'é', 'x'.repeat(2000), `${preview.quote}x`, preview.quote.slice(1)])
        await expectChanged(stage, quote, BUSINESS);
    });

    scene(subject, 'ends when somebody joins or leaves who is counted', billed, async (stage) => {
      await addCard(stage, 'good');
      const { quote } = await previewOf(stage, TEAM);
      await stage.call('adam', 'members.remove', { ...acme, memberIds: [memberOf('max')] });
      await expectChanged(stage, quote, TEAM);
    });

    scene(subject, 'holds for fifteen minutes, at the price that it told', billed, async (stage) => {
      await subscribed(stage);
      await stage.advance(MINUTE);
      const early = await previewOf(stage, BUSINESS);
      await stage.advance(14 * MINUTE);
      const input = { ...acme, ...BUSINESS, quote: early.quote };
      const { payment } = await stage.call('olivia', 'billing.subscribe', input);
      expect(payment).toEqual({ status: 'succeeded', amount: early.now?.due });
      const late = await previewOf(stage, { ...BUSINESS, seats: 12 });
      await stage.advance(16 * MINUTE);
      await expectChanged(stage, late.quote, { ...BUSINESS, seats: 12 });
    });

    scene(subject, "is not good for another workspace's account", billed, async (stage) => {
      const { quote } = await stage.call('olivia', 'billing.preview', { workspaceId: 'home-olivia', ...TEAM });
      await addCard(stage, 'good');
      await expectChanged(stage, quote, TEAM);
    });

    scene(subject, 'is confirmed once by those who confirm it at the same time', billed, async (stage) => {
      await addCard(stage, 'good');
      const { quote } = await previewOf(stage, TEAM);
      const input = { ...acme, ...TEAM, quote };
      const answers = await Promise.allSettled(
        ['olivia', 'otto', 'bill'].map((who) => stage.call(who, 'billing.subscribe', input)),
      );
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await invoicesOf(stage)).toMatchObject([{ status: 'paid', total: { amount: 9600 } }]);
    });
  });
}

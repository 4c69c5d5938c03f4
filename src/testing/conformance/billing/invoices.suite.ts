import { describe, expect } from 'vitest';
import { readAll } from '../paging.js';
import { scene } from '../stage.js';
import type { Subject } from '../stage.js';
import { DAY } from '../worlds.js';
import { BUSINESS, accountOf, acme, change, invoicesOf, subscribed } from './acts.js';
import { billed } from './worlds.js';

/** What was paid. */
export function describeInvoices(subject: Subject): void {
  describe('invoices', () => {
    scene(subject, 'are listed page by page, newest first', billed, async (stage) => {
      await subscribed(stage, BUSINESS);
      for (const seats of [11, 12, 13]) {
        await stage.advance(DAY);
        await change(stage, { ...BUSINESS, seats });
      }
      const paged = await readAll(stage, 'bill', 'billing.invoices', acme, 2);
      const listed = await invoicesOf(stage);
      expect(paged.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
      expect(paged).toHaveLength(4);
      const dates = paged.map(({ date }) => Date.parse(date));
      expect(dates).toEqual(dates.toSorted((a, b) => b - a));
      expect(new Set(paged.map(({ number }) => number)).size, 'each has a number of its own').toBe(4);
    });

    scene(subject, 'say what they are for, and where they can be seen', billed, async (stage) => {
      const { preview } = await subscribed(stage, BUSINESS);
      const [invoice] = await invoicesOf(stage);
      expect(invoice).toMatchObject({ status: 'paid', total: preview.now?.total, due: { amount: 0, currency: 'usd' } });
      expect(invoice?.line).toMatchObject({
        kind: 'plan',
        planId: 'business',
        quantity: 10,
        amount: { amount: 24_000 },
      });
      expect(invoice?.lineCount).toBe(1);
      expect(new URL(invoice?.hostedUrl ?? '').protocol).toMatch(/^https?:$/u);
      expect(new URL(invoice?.pdfUrl ?? '').protocol).toMatch(/^https?:$/u);
    });

    scene(subject, 'are none where nothing was bought', billed, async (stage) => {
      expect((await stage.call('olivia', 'billing.invoices', acme)).items).toEqual([]);
      expect((await accountOf(stage)).nextBill).toBeNull();
    });
  });
}

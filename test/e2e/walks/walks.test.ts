import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useParley } from '../support/session.js';
import { FLOWS } from './flows.js';
import { keyboardOn, touchOn } from './hand.js';
import { shiftsOf, watchShifts } from './shifts.js';
import { wordsOf } from './words.js';

/** What a page may move by itself in a flow: a fifth of what is called good. */
const MOST_SHIFT = 0.02;

const DESK = { viewport: { width: 1280, height: 860 } };
const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };
/** Touched in Arabic also where not all is walked. */
const BY_TOUCH = ['inviting', 'accepting an invitation', 'changing a role', 'creating a workspace', 'sharing an item'];

const isAll = process.env.GUILDHALL_WALKS === 'all';
const HANDS = [
  { hand: 'keyboard', make: keyboardOn, options: DESK, locales: isAll ? ['en', 'de', 'ar'] : ['en'], flows: FLOWS },
  {
    hand: 'touch',
    make: touchOn,
    options: PHONE,
    locales: isAll ? ['en', 'de', 'ar'] : ['ar'],
    flows: isAll ? FLOWS : FLOWS.filter(({ name }) => BY_TOUCH.includes(name)),
  },
] as const;

const shifts: string[] = [];

describe.each(HANDS)('By $hand', ({ hand, make, options, locales, flows }) => {
  const session = useParley();

  describe.each(locales)('in %s', (locale) => {
    it.each(flows)('$name', async ({ name, walk }) => {
      const owner = await session.enter('amara', options);
      const colleague = await session.enter('tomas');
      await owner.context.addInitScript((code) => localStorage.setItem('parley.language', code), locale);
      await watchShifts(owner.page);
      const words = await wordsOf(locale);
      await walk({ owner, colleague, address: 'tomas@northwind.example', hand: make(owner.page), locale, words });
      const moved = await shiftsOf(owner.page);
      shifts.push(`${hand} ${locale} ${name}: ${moved.sum.toFixed(4)}`);
      expect(moved.sum, moved.what).toBeLessThan(MOST_SHIFT);
    });
  });
});

let started = 0;
beforeAll(() => {
  started = Date.now();
});
afterAll(() => {
  if (isAll) process.stdout.write(`${shifts.join('\n')}\n${shifts.length} walks in ${Date.now() - started} ms\n`);
});

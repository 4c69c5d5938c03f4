import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, periodEnd, prorated } from './calendar.js';

const iso = (ms: number) => new Date(ms).toISOString();
const on = (day: string) => Date.parse(`${day}T09:00:00.000Z`);
const second = fc.integer({ min: 0, max: 2_000_000_000 });

describe('a period', () => {
  it('ends on the same day of the month, or the last one of a month that is too short', () => {
    expect(iso(addMonths(on('2026-01-31'), 1))).toBe(iso(on('2026-02-28')));
    expect(iso(addMonths(on('2028-02-29'), 12))).toBe(iso(on('2029-02-28')));
    expect(iso(addMonths(on('2026-12-15'), 1))).toBe(iso(on('2027-01-15')));
    expect(iso(addMonths(on('2026-03-31'), -1))).toBe(iso(on('2026-02-28')));
  });

  it('comes back to the 31st after a shorter month', () => {
    const anchor = on('2026-01-31');
    const ends = [anchor];
    for (let count = 0; count < 4; count += 1) ends.push(periodEnd(anchor, 'month', ends.at(-1) ?? 0));
    expect(ends.map((ms) => iso(ms).slice(5, 10))).toEqual(['01-31', '02-28', '03-31', '04-30', '05-31']);
  });

  it('is never empty, and follows the one before without a gap', () => {
    fc.assert(
      fc.property(
        second,
        fc.constantFrom('month' as const, 'year' as const),
        fc.integer({ min: 1, max: 30 }),
        (at, interval, count) => {
          const anchor = at * 1000;
          let start = anchor;
          for (let each = 1; each <= count; each += 1) {
            const end = periodEnd(anchor, interval, start);
            expect(end).toBe(addMonths(anchor, each * (interval === 'year' ? 12 : 1)));
            expect(end).toBeGreaterThan(start);
            start = end;
          }
        },
      ),
    );
  });
});

describe('what is left of an amount', () => {
  const march = { start: on('2026-03-02'), end: on('2026-04-02') };

  it('is all at the beginning, half in the middle, nothing at the end, to the second', () => {
    expect(prorated(9600, march, march.start)).toBe(9600);
    expect(prorated(9600, march, (march.start + march.end) / 2)).toBe(4800);
    expect(prorated(9600, march, march.end)).toBe(0);
    expect(prorated(9600, march, march.end + 5000)).toBe(0);
    expect(prorated(2_678_400, march, march.end - 1000), 'one second').toBe(1);
    expect(prorated(2_678_400, march, march.end - 1), 'the second that has begun is still left').toBe(1);
  });

  it('is rounded half up', () => {
    const half = (march.start + march.end) / 2;
    expect(prorated(1, march, half)).toBe(1);
    expect(prorated(3, march, half)).toBe(2);
    expect(prorated(1, march, half + 1000)).toBe(0);
  });

  it('is exact for amounts that no float can hold the product of', () => {
    const year = { start: on('2026-03-02'), end: on('2027-03-02') };
    const amount = 9_007_199_254_740_990;
    expect(prorated(amount, year, (year.start + year.end) / 2)).toBe(amount / 2);
  });

  it('never grows with time, and never exceeds the amount', () => {
    const seconds = (march.end - march.start) / 1000;
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(seconds), fc.nat(seconds), (amount, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((s) =>
          prorated(amount, march, march.start + s * 1000),
        );
        expect(early).toBeGreaterThanOrEqual(late ?? Infinity);
        expect(early).toBeLessThanOrEqual(amount);
      }),
    );
  });
});

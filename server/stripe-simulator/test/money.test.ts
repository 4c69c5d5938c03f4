import fc from 'fast-check';
import { expect, it } from 'vitest';
import { remainder, settleBalance } from '../billing/money.js';
import { boundary, periodContaining } from '../billing/periods.js';

const second = (text: string) => Date.parse(text) / 1000;
const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);

it.each([
  [1001, 50, 501],
  [1001, 51, 490],
  [999, 67, 330],
  [-1001, 50, -501],
  [0, 50, 0],
  [900, 100, 0],
  [900, 130, 0],
  [900, 0, 900],
])('of %i for 100 seconds, after %i, %i is left: halves are rounded away from zero', (amount, at, left) => {
  expect(remainder(amount, { start: 0, end: 100 }, at)).toBe(left);
});

it('a credit is the exact opposite of the charge, and never off by more than half, however large', () => {
  const amounts = fc.tuple(
    fc.integer({ min: 0, max: 10 ** 11 }),
    fc.integer({ min: 1, max: 10 ** 8 }),
    fc.nat(10 ** 8),
  );
  fc.assert(
    fc.property(amounts, ([amount, end, at]) => {
      fc.pre(at <= end);
      const charge = remainder(amount, { start: 0, end }, at);
      expect(charge + remainder(-amount, { start: 0, end }, at)).toBe(0);
      const off = BigInt(charge) * BigInt(end) - BigInt(amount) * BigInt(end - at);
      expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(BigInt(end));
    }),
  );
});

it.each([
  [1800, 0, 'usd', 1800, 0],
  [1800, -500, 'usd', 1300, 0],
  [1800, -2500, 'usd', 0, -700],
  [-900, 0, 'usd', 0, -900],
  [1800, 300, 'usd', 2100, 0],
  [49, 0, 'usd', 0, 49],
  [50, 0, 'usd', 50, 0],
  [30, 0, 'gbp', 30, 0],
])('a total of %i with a balance of %i in %s asks for %i and leaves %i', (total, balance, currency, due, left) => {
  expect(settleBalance(total, balance, currency)).toEqual({ amountDue: due, endingBalance: left });
});

it.each([
  ['2027-01-31T12:00:00Z', 'month', 1, ['2027-02-28', '2027-03-31', '2027-04-30']],
  ['2028-02-29T00:00:00Z', 'year', 1, ['2029-02-28', '2030-02-28', '2031-02-28']],
  ['2027-11-30T23:59:59Z', 'month', 3, ['2028-02-29', '2028-05-30', '2028-08-30']],
  ['2027-01-15T08:00:00Z', 'week', 2, ['2027-01-29', '2027-02-12', '2027-02-26']],
])('from %s every %s × %i is billed on %j', (anchor, interval, interval_count, days) => {
  const dates = days.map((_, index) => day(boundary(second(anchor), { interval, interval_count }, index + 1)));
  expect(dates).toEqual(days);
});

it('every moment lies in one period, whatever the anchor', () => {
  const recurring = fc.record({
    interval: fc.constantFrom('day', 'week', 'month', 'year'),
    interval_count: fc.integer({ min: 1, max: 12 }),
  });
  const time = fc.integer({ min: second('2020-01-01T00:00:00Z'), max: second('2040-01-01T00:00:00Z') });
  fc.assert(
    fc.property(time, recurring, time, (anchor, every, at) => {
      const { start, end } = periodContaining(anchor, every, at);
      expect(start <= at && at < end).toBe(true);
      expect(periodContaining(anchor, every, end).start).toBe(end);
    }),
  );
});

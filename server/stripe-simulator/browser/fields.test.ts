import { expect, it } from 'vitest';
import { cardOf, formatExpiry, formatNumber, isLuhnValid, problemsOf } from './fields.js';
import type { CardFields } from './fields.js';

const NOW = new Date('2027-06-15T12:00:00Z');
const GOOD: CardFields = {
  number: '4242 4242 4242 4242',
  expiry: '06 / 27',
  cvc: '123',
  country: 'DE',
  postalCode: '',
};
const problems = (change: Partial<CardFields>) => problemsOf({ ...GOOD, ...change }, NOW).map(({ problem }) => problem);

it('finds nothing wrong with a good card, in its last month', () => {
  expect(problems({})).toEqual([]);
  expect(cardOf(GOOD)).toEqual({ number: '4242424242424242', exp_month: 6, exp_year: 2027, cvc: '123' });
});

it.each([
  [{ number: '4242 4242' }, 'incomplete_number'],
  [{ number: '4242 4242 4242 4241' }, 'invalid_number'],
  [{ expiry: '06' }, 'incomplete_expiry'],
  [{ expiry: '13 / 30' }, 'incomplete_expiry'],
  [{ expiry: '05 / 27' }, 'invalid_expiry_month_past'],
  [{ expiry: '12 / 26' }, 'invalid_expiry_year_past'],
  [{ cvc: '12' }, 'incomplete_cvc'],
  [{ number: '378282246310005', cvc: '123' }, 'incomplete_cvc'],
  [{ country: 'US' }, 'incomplete_zip'],
])('says of %o: %s', (change, problem) => {
  expect(problems(change)).toEqual([problem]);
});

it('writes numbers as they are printed on cards', () => {
  expect(formatNumber('42424242x4242424299')).toBe('4242 4242 4242 4242');
  expect(formatNumber('378282246310005')).toBe('3782 822463 10005');
  expect(formatNumber('36227206271667')).toBe('3622 7206 2716 67');
  expect(formatNumber('')).toBe('');
});

it.each([
  ['4', false, '04 / '],
  ['1', false, '1'],
  ['12', false, '12 / '],
  ['1230', false, '12 / 30'],
  ['12 / ', true, '12'],
  ['12/2034', false, '12 / 20'],
])('writes the date %s (deleting: %s) as %s', (typed, isDeleting, shown) => {
  expect(formatExpiry(typed, isDeleting)).toBe(shown);
});

it('knows the check digit', () => {
  expect(isLuhnValid('5555555555554444')).toBe(true);
  expect(isLuhnValid('5555555555554445')).toBe(false);
});

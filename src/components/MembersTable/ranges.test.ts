import { describe, expect, it } from 'vitest';
import { selectRange } from './ranges.js';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const range = (selected: string[], from: string, to: string) =>
  [...selectRange(ORDER, new Set(selected), from, to)].toSorted().join('');

describe('a range', () => {
  it.each([
    [['b'], 'b', 'd', 'bcd'],
    [['d'], 'd', 'b', 'bcd'],
    [['a', 'b', 'c', 'd'], 'd', 'b', 'a'],
    [['a', 'c'], 'a', 'd', 'abcd'],
    [['b'], 'b', 'b', ''],
    [['a'], 'gone', 'd', 'ad'],
  ])('of %j from %s to %s is %s', (selected, from, to, after) => {
    expect(range(selected, from, to)).toBe(after);
  });
});

import { describe, expect, it } from 'vitest';
import { measureSizes } from '../bench/size.js';

const rows = await measureSizes();

describe('what the package adds to a page, gzipped', () => {
  it('weighs something: the measurement sees the package', () => {
    expect(rows.filter(({ measured }) => measured < 0.5)).toEqual([]);
  });

  it.each(rows)('$what has not grown', ({ measured, budget, ceiling = budget }) => {
    expect(measured).toBeLessThanOrEqual(ceiling);
  });
});

import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSteady } from './useSteady.js';

it('keeps an answer while only its place in the log moves, and takes the next that says something else', () => {
  const first = { seq: 1, name: 'Northwind', viewer: { role: 'owner' } };
  const { result, rerender } = renderHook(({ answer }) => useSteady(answer), { initialProps: { answer: first } });
  rerender({ answer: { ...first, seq: 2, viewer: { role: 'owner' } } });
  expect(result.current).toBe(first);
  const renamed = { ...first, seq: 3, name: 'Northwind & Co' };
  rerender({ answer: renamed });
  expect(result.current).toBe(renamed);
});

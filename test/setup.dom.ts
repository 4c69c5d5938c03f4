import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { stubLayout } from './support/layout.js';

stubLayout();
// Finding by role reads the whole document, which takes its time where other work is going on.
configure({ asyncUtilTimeout: 5000 });

beforeEach(() => {
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
});

/** What React and Radix complain about is a bug: the test fails, unless it took the words itself with a spy of its own. */
afterEach(() => {
  cleanup();
  const said = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.restoreAllMocks();
  expect(said, 'the test wrote to the console').toEqual([]);
});

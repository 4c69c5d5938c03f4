import { waitFor } from 'storybook/test';

type Shift = PerformanceEntry & { value: number; sources?: { node: Element | null }[] };

/** What "good" is: https://web.dev/articles/cls says 0.1 for a whole page. A component has less to move. */
const MOST = 0.02;

let shifts: Shift[] = [];
let observer: PerformanceObserver | undefined;

const keep = (entries: PerformanceEntryList) => shifts.push(...(entries as Shift[]));

/** Notes from now on, anew, what moves by itself. */
export function watchShifts(): void {
  stopWatchingShifts();
  shifts = [];
  observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'layout-shift' });
}

export const stopWatchingShifts = (): void => observer?.disconnect();

/** Milliseconds without anything on its way after which everything is there: more than one answer takes in a slow story. */
const QUIET = 600;

async function everythingIsThere(): Promise<void> {
  let busyAt = performance.now();
  await waitFor(
    () => {
      if (document.querySelector('[aria-busy=true]') !== null) busyAt = performance.now();
      if (performance.now() - busyAt < QUIET) throw new Error('It is still on its way.');
    },
    { interval: 50 },
  );
}

/** Waits until everything is there. Fails where it moved what was there before. */
export async function expectNothingMoved(): Promise<void> {
  await everythingIsThere();
  keep(observer?.takeRecords() ?? []);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  if (sum < MOST) return;
  const moved = shifts.flatMap(({ sources = [] }) => sources.map(({ node }) => node?.className || node?.nodeName));
  throw new Error(`It moved by ${sum.toFixed(4)} while it came: ${moved.join(', ')}`);
}

import type { Page } from 'playwright-core';

/**
 * Counts how much a page moves by itself, from now on: https://web.dev/articles/cls. What stands behind an open dialog is
 * nothing that one is about to press,
 * and what comes of a click is expected: a busy machine takes longer for it than the half second that browsers allow.
 */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = Number(sessionStorage.getItem('shifts') ?? 0);
    let sum = kept;
    let clicked = -Infinity;
    document.addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), true);
    const moved = [sessionStorage.getItem('moved') ?? ''];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        const isAnswer = hadRecentInput || entry.startTime - clicked < 3_000;
        if (isAnswer || document.querySelector('[role=dialog], [role=alertdialog]') !== null) continue;
        sum += value;
        const { sources = [] } = entry as PerformanceEntry & { sources?: { node: Element | null }[] };
        moved.push(`${value.toFixed(4)} ${sources.map(({ node }) => node?.className || node?.nodeName).join(' ')}`);
      }
      sessionStorage.setItem('moved', moved.join('; '));
      sessionStorage.setItem('shifts', String(sum));
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** How much it has moved, and what. */
export const shiftsOf = (page: Page): Promise<{ sum: number; what: string }> =>
  page.evaluate(() => ({
    sum: Number(sessionStorage.getItem('shifts') ?? 0),
    what: sessionStorage.getItem('moved') ?? '',
  }));

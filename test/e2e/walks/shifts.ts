import type { Page } from 'playwright-core';

/** Counts how much a page moves by itself, from now on: https://web.dev/articles/cls */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = Number(sessionStorage.getItem('shifts') ?? 0);
    let sum = kept;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) sum += value;
      }
      sessionStorage.setItem('shifts', String(sum));
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** How much it has moved. */
export const shiftsOf = (page: Page): Promise<number> =>
  page.evaluate(() => Number(sessionStorage.getItem('shifts') ?? 0));

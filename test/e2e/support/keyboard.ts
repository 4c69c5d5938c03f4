import type { Locator, Page } from 'playwright-core';

/** Stops that one may pass before it counts as out of reach. */
const FAR = 120;

/** Whether something has the focus. */
const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);

/**
 * Presses Tab, or Shift and Tab, until something has the focus; then it must be visible that it has. Throws where it
 * cannot be reached.
 */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  for (let presses = 0; presses < FAR; presses += 1) {
    if ((await target.count()) > 0 && (await isFocused(target.first()))) return mustShowFocus(target.first());
    await page.keyboard.press(key);
  }
  throw new Error(`${FAR} presses of ${key} did not lead to ${target.toString()}.`);
}

/** Goes to something by keyboard and presses it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Presses the arrow down until an entry of a menu or list has the focus, then Enter. */
export async function choose(page: Page, entry: Locator): Promise<void> {
  await entry.waitFor();
  for (let presses = 0; presses < FAR; presses += 1) {
    if (await isFocused(entry)) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    // Radix moves the focus in a timeout: faster than people press, not than this does.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }
  throw new Error(`The arrow keys did not lead to ${entry.toString()}.`);
}

async function mustShowFocus(target: Locator): Promise<void> {
  const isShown = await target.evaluate((element) => {
    // The caret shows where one is.
    if (element.matches('textarea, input:not([type=checkbox], [type=radio])')) return true;
    const styles = [element, element.parentElement].map((one) => one && getComputedStyle(one));
    return styles.some((style) => style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none'));
  });
  if (!isShown) throw new Error(`${target.toString()} has the focus, and nobody can see it.`);
}

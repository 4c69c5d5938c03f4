import type { Locator, Page } from 'playwright-core';
import { choose, press, tabTo } from '../support/keyboard.js';

/** How somebody uses a page. */
export interface Hand {
  readonly name: string;
  press(target: Locator): Promise<void>;
  /** An entry of the menu that is open. */
  choose(entry: Locator): Promise<void>;
  /** Replaces what stands in a field. */
  write(field: Locator, text: string): Promise<void>;
  /** One of a select's options, by its value. */
  select(field: Locator, value: string): Promise<void>;
}

/** WCAG 2.2, 2.5.8: the least that a finger is to hit, in CSS pixels. */
const LEAST = 24;

/** By keyboard alone: whatever cannot be reached by Tab, or does not show that it is reached, throws. */
export const keyboardOn = (page: Page): Hand => ({
  name: 'keyboard',
  press: (target) => press(page, target),
  choose: (entry) => choose(page, entry),
  write: async (field, text) => {
    await tabTo(page, field);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  },
  select: async (field, value) => {
    await tabTo(page, field);
    await page.keyboard.press('Home');
    const options = await field.locator('option').count();
    for (let down = 0; (await field.inputValue()) !== value; down += 1) {
      if (down === options) throw new Error(`${field.toString()} has no ${value}.`);
      await page.keyboard.press('ArrowDown');
    }
  },
});

async function tap(page: Page, target: Locator): Promise<void> {
  const one = target.first();
  await one.waitFor();
  const { width, height } = await one.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  if (width < LEAST || height < LEAST)
    throw new Error(`${target.toString()} is ${width} by ${height} pixels: too small for a finger.`);
  await one.tap();
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  if (overflow > 0) throw new Error(`${page.url()} is ${overflow} pixels wider than the phone.`);
}

/** By touch alone: whatever is too small for a finger, or makes the page wider than the phone, throws. */
export const touchOn = (page: Page): Hand => ({
  name: 'touch',
  press: (target) => tap(page, target),
  choose: (entry) => tap(page, entry),
  write: async (field, text) => {
    await tap(page, field);
    await field.fill(text);
  },
  select: async (field, value) => {
    await tap(page, field);
    await field.selectOption(value);
  },
});

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from '../../support/page.js';
import { startParley } from './parley.js';
import type { Parley } from './parley.js';
import { signedIn, somebody } from './people.js';
import type { Account, Somebody } from './people.js';

/** What a file of journeys works with: one Parley and one Chromium, and people who come and go with each test. */
export interface Session {
  readonly parley: Parley;
  /** Somebody who is signed in already, or nobody yet for null. */
  enter(account: Account | null, options?: BrowserContextOptions): Promise<Somebody>;
}

/** Starts both before the file's first test. After each test its people leave, and none may have seen an error. */
export function useParley(): Session {
  let parley: Parley;
  let browser: Browser;
  let present: Somebody[] = [];

  beforeAll(async () => {
    [parley, browser] = await Promise.all([startParley(), launchChromium()]);
  });
  afterEach(async ({ task }) => {
    const leaving = present;
    present = [];
    // What went wrong on one screen is often seen on another.
    if (task.result?.state === 'fail')
      for (const person of leaving) process.stdout.write(await screenOf(person).catch(String));
    const complaints = leaving.flatMap((person) => person.complaints);
    await Promise.all(leaving.map((person) => person.context.close()));
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await parley?.stop();
  });

  return {
    get parley() {
      return parley;
    },
    async enter(account, options) {
      const person = await (account === null
        ? somebody(browser, parley, options)
        : signedIn(browser, parley, account, options));
      present.push(person);
      return person;
    },
  };
}

/** What somebody had before them, in words. */
async function screenOf({ page }: Somebody): Promise<string> {
  const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  return `${page.url()}\nfocus: ${focus}\n${await page.locator('body').innerText()}\n`;
}

import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import pg from 'pg';
import { createEmptyDatabase, startPostgresSupply } from '../server/test/support/postgres.js';
import { startParley } from '../test/e2e/support/parley.js';
import { signedIn } from '../test/e2e/support/people.js';
import type { Somebody } from '../test/e2e/support/people.js';
import { launchChromium } from '../test/support/page.js';
import type { Row } from './row.js';
import { quantile } from './statistics.js';

const WORKSPACE = 'northwind-studio';
const CHAT = 'autumn-campaign';
const CHANGES = 200;
/** The first few load what they need. */
const WARM_UP = 20;
/** Milliseconds from one screen that has changed to the next change. */
const REST_MS = 25;

/** A moment on the clock that processes and pages of one machine share, in milliseconds since 1970. */
const now = () => performance.timeOrigin + performance.now();

/** Has a page note when it first shows each text that begins with `mark`. */
async function watchFor(page: Page, mark: string): Promise<void> {
  await page.evaluate((prefix) => {
    const seen: Record<string, number> = {};
    new MutationObserver(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue ?? '';
        if (text.startsWith(prefix)) seen[text] ??= performance.timeOrigin + performance.now();
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { seen });
  }, mark);
}

const seenAt = async (page: Page, text: string) =>
  (
    await page.waitForFunction((wanted) => (window as unknown as { seen: Record<string, number> }).seen[wanted], text)
  ).jsonValue();

/** Makes one change after another, and measures how long each takes to be on somebody's screen. */
async function measure(page: Page, mark: string, change: (text: string) => Promise<number>): Promise<number[]> {
  await watchFor(page, mark);
  const took: number[] = [];
  for (let nth = 0; nth < WARM_UP + CHANGES; nth += 1) {
    const text = `${mark} ${nth}`;
    const began = await change(text);
    const shown = (await seenAt(page, text)) ?? Number.NaN;
    if (nth >= WARM_UP) took.push(shown - began);
    await pause(REST_MS);
  }
  return took;
}

/** A page that gives the workspace another name, as somebody's browser does. @returns when it was asked */
const renameFrom = ({ page }: Somebody) =>
  function rename(name: string): Promise<number> {
    return page.evaluate(
      async ([path, body]) => {
        const began = performance.timeOrigin + performance.now();
        const init = { method: 'PATCH', headers: { 'content-type': 'application/json' }, body };
        const response = await fetch(path as string, init as RequestInit);
        if (!response.ok) throw new Error(await response.text());
        return began;
      },
      [`/api/guildhall/workspaces/${WORKSPACE}`, JSON.stringify({ name })] as const,
    );
  };

/**
 * From a change until it is on another person's screen: two browsers on two processes of the example app, on one
 * PostgreSQL. Once by Guildhall's own write, once by plain SQL in a table of the host's. Needs `npm run build` first.
 */
export async function measureScreen(): Promise<Row[]> {
  const supply = await startPostgresSupply();
  const { url, drop } = await createEmptyDatabase(supply.url);
  const host = new pg.Client({ connectionString: url });
  const env = { DATABASE_URL: url, GUILDHALL_SECRET: randomBytes(32).toString('hex') };
  // One after the other: the first makes the company.
  const first = await startParley(env);
  const second = await startParley(env);
  const browser = await launchChromium();
  try {
    await host.connect();
    const writer = await signedIn(browser, first, 'amara');
    const reader = await signedIn(browser, second, 'tomas');
    for (const { page } of [writer, reader]) {
      await page.goto(`/w/${WORKSPACE}`);
      await page.getByRole('link', { name: 'Autumn campaign tone of voice' }).waitFor();
    }
    const ours = await measure(reader.page, 'Studio', renameFrom(writer));
    const plain = await measure(reader.page, 'Chat', async (name) => {
      const began = now();
      await host.query('update chats set name = $1 where id = $2', [name, CHAT]);
      return began;
    });
    return [
      {
        what: 'a workspace renamed, on another person’s screen: p50',
        measured: quantile(ours, 0.5),
        budget: 100,
        unit: 'ms',
      },
      { what: '… p99', measured: quantile(ours, 0.99), budget: 250, unit: 'ms' },
      { what: 'plain SQL, on another person’s screen: p50', measured: quantile(plain, 0.5), budget: 150, unit: 'ms' },
      { what: '… p99', measured: quantile(plain, 0.99), budget: 300, unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await Promise.all([first.stop(), second.stop()]);
    await host.end();
    await drop();
    await supply.stop();
  }
}

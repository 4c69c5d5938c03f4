import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../test/support/page.js';
import type { Row } from './row.js';
import { quantile } from './statistics.js';
import { startHost } from './table/host.js';
import type { BenchHost } from './table/host.js';

const MEMBERS = 10_000;
/** Part of what many are called; each key asks anew. */
const SEARCHES = ['person.12', 'company-3', 'okafor'];
const CHANGES = 12;
const LOADS = 6;
const ROUNDS = 3;
/** Milliseconds until what an event or a key sets off is over. */
const SETTLE_MS = 450;

interface Measured {
  readonly nodes: number;
  readonly heapMb: number;
  readonly paintMs: number;
  readonly keyMs: number;
  readonly searchMs: number;
  readonly patchMs: number;
}

async function open(browser: Browser, url: string): Promise<{ page: Page; paintMs: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url);
  const painted = await page.waitForFunction(() => globalThis.meter.painted, undefined, { timeout: 120_000 });
  return { page, paintMs: (await painted.jsonValue()) ?? Infinity };
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_000_000;
}

/** Types into the search: how long the page is busy with each key, and React with the key and its answer. */
function type(page: Page, texts: readonly string[], settleMs: number): Promise<{ key: number; search: number }[]> {
  return page.evaluate(
    async ([words, pause]) => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]');
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      if (!field || !setValue) throw new Error('There is no search.');
      const keys: { key: number; search: number }[] = [];
      for (const word of words) {
        for (let end = 0; end <= word.length; end += 1) {
          const [began, workBefore] = [performance.now(), globalThis.meter.work];
          setValue.call(field, word.slice(0, end));
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await Promise.resolve();
          // Asking for a size has it laid out.
          void document.body.offsetHeight;
          const key = performance.now() - began;
          await new Promise((resolve) => setTimeout(resolve, pause));
          keys.push({ key, search: globalThis.meter.work - workBefore });
        }
      }
      return keys;
    },
    [texts, settleMs] as const,
  );
}

/** Changes members that are on the screen, one by one: how long React works for each. */
async function patch(page: Page, host: BenchHost, changes: number): Promise<number[]> {
  const took: number[] = [];
  for (let nth = 0; nth < changes; nth += 1) {
    const member = host.members[nth % 8];
    if (!member) throw new Error('There are no members.');
    const before = await page.evaluate(() => globalThis.meter.work);
    host.change({ ...member, imageUrl: `data:image/gif;base64,R0lGODlhAQABAAAAACw=#${nth}` });
    await delay(SETTLE_MS);
    took.push((await page.evaluate(() => globalThis.meter.work)) - before);
  }
  return took;
}

interface Extent {
  readonly loads: number;
  readonly rounds: number;
  readonly changes: number;
  readonly searches: readonly string[];
}

async function measure(browser: Browser, host: BenchHost, path: string, extent: Extent): Promise<Measured> {
  const url = `${host.origin}/${path}`;
  const paints: number[] = [];
  for (let load = 1; load < extent.loads; load += 1) {
    const { page, paintMs } = await open(browser, url);
    paints.push(paintMs);
    await page.close();
  }
  const { page, paintMs } = await open(browser, url);
  await delay(SETTLE_MS);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  const heapMb = await heapOf(page);
  const rounds = [];
  for (let round = 0; round < extent.rounds; round += 1) {
    const keys = await type(page, extent.searches, SETTLE_MS);
    rounds.push({
      patch: p95(await patch(page, host, extent.changes)),
      key: p95(keys.map(({ key }) => key)),
      search: p95(keys.map(({ search }) => search)),
    });
  }
  await page.close();
  return {
    nodes,
    heapMb,
    paintMs: Math.min(...paints, paintMs),
    keyMs: Math.min(...rounds.map(({ key }) => key)),
    searchMs: Math.min(...rounds.map(({ search }) => search)),
    patchMs: Math.min(...rounds.map((round) => round.patch)),
  };
}

const p95 = (values: readonly number[]) => quantile(values, 0.95);

/**
 * `MembersTable` from the built package in Chromium, with ten thousand members in one answer over HTTP, which is more
 * than a server gives at once; beside a plain table of Radix with a row for each. Of times the best load and the best
 * round, since whatever else the machine does only adds to them.
 */
export async function measureTable(): Promise<Row[]> {
  const host = await startHost(MEMBERS);
  const browser = await launchChromium();
  try {
    const ours = await measure(browser, host, 'ours.html', {
      loads: LOADS,
      rounds: ROUNDS,
      changes: CHANGES,
      searches: SEARCHES,
    });
    const plain = await measure(browser, host, 'plain.html', { loads: 1, rounds: 1, changes: 2, searches: ['o'] });
    const row = (what: string, of: keyof Measured, budget: number, unit: Row['unit']): Row => ({
      what,
      measured: ours[of],
      budget,
      unit,
      peer: { name: 'a plain table', value: plain[of] },
    });
    return [
      row('10,000 members: nodes of the document', 'nodes', 300, 'nodes'),
      row('… heap after a collection', 'heapMb', 25, 'MB'),
      row('… from the first rendering to painted rows', 'paintMs', 250, 'ms'),
      row('… a key in the search, script and layout, p95', 'keyMs', 16, 'ms'),
      row('… the same with its answer, React’s work, p95', 'searchMs', 16, 'ms'),
      row('… one row changed by an event, React’s work, p95', 'patchMs', 4, 'ms'),
    ];
  } finally {
    await browser.close();
    await host.stop();
  }
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { findChromium } from './chromium.mjs';
import { ROOT, run } from './run.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * A story as Storybook's index has it.
 * @typedef {{ id: string, title: string, name: string, type: 'story' | 'docs' }} Story
 */

/** Milliseconds: a story that takes longer has not come. */
const PATIENCE = 60_000;

/**
 * Builds the stories into a folder of their own, or takes those that are built, serves them on the loopback, and calls with Chromium's
 * pages. What it made goes afterwards.
 *
 * Arguments of the command: `--only <part of a story's id>`, `--from <folder that storybook:build wrote>`.
 * @param {(stories: Story[], pages: Page[], url: string) => Promise<void>} look
 */
export async function withStories(look) {
  const { values } = parseArgs({ options: { only: { type: 'string' }, from: { type: 'string' } } });
  const made = values.from === undefined ? await mkdtemp(join(tmpdir(), 'stories-')) : undefined;
  const folder = made ?? values.from ?? '';
  try {
    if (made !== undefined) {
      const { code } = await run('storybook', ['build', '--quiet', '--disable-telemetry', '-o', made]);
      if (code !== 0) throw new Error('Storybook was not built: what it said stands above.');
    }
    const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
    /** @type {Story[]} */
    const entries = Object.values(index.entries);
    const stories = entries.filter(({ type, id }) => type === 'story' && id.includes(values.only ?? ''));
    if (stories.length === 0) throw new Error(`No story's id has "${values.only}" in it: see ${folder}/index.json.`);
    await serve(folder, (url) => withPages((pages) => look(stories, pages, url)));
  } finally {
    if (made !== undefined) await rm(made, { recursive: true });
  }
}

/**
 * @param {string} folder
 * @param {(url: string) => Promise<void>} then
 */
async function serve(folder, then) {
  const server = await preview({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  try {
    await then(server.resolvedUrls?.local[0] ?? '');
  } finally {
    await server.close();
  }
}

/** @param {(pages: Page[]) => Promise<void>} then */
async function withPages(then) {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
  try {
    const context = await browser.newContext();
    // Browsers ask for it by themselves, and nobody misses it.
    await context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await then(await Promise.all([1, 2].map(() => context.newPage())));
  } finally {
    await browser.close();
  }
}

/**
 * Opens a story and waits until its play function is through.
 * @param {Page} page
 * @param {string} url
 * @param {Story} story
 * @param {string} [locale] default: as the story has it
 * @returns {Promise<string[]>} what is amiss with it so far
 */
export async function openStory(page, url, { id }, locale) {
  const globals = ['a11y.manual:!true', ...(locale === undefined ? [] : [`locale:${locale}`])].join(';');
  await page.goto(`${url}iframe.html?id=${id}&viewMode=story&globals=${globals}`);
  const phase = await page.waitForFunction(
    () => {
      const current = Reflect.get(window, '__STORYBOOK_PREVIEW__')?.currentRender?.phase;
      return ['finished', 'errored', 'aborted'].includes(current) ? current : undefined;
    },
    undefined,
    { timeout: PATIENCE },
  );
  return (await phase.jsonValue()) === 'finished' ? [] : ['its play function failed'];
}

/**
 * Gives each of the items to whichever of the pages is free.
 * @template T
 * @param {readonly T[]} items
 * @param {readonly Page[]} pages
 * @param {(item: T, page: Page) => Promise<void>} work
 */
export async function share(items, pages, work) {
  const left = [...items];
  await Promise.all(
    pages.map(async (page) => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item, page);
    }),
  );
}

/**
 * Looks with axe at every story in all eight combinations of scheme, direction and width, and at the pseudo-locale's
 * longer words on a phone: `npm run audit`.
 * Fails on a violation, on what the console is told, on a play function that fails, and on a page wider than its window.
 * `--only <part of a story's id>`; `--from <folder>` takes what `npm run storybook:build` wrote.
 */
import { openStory, share, withStories } from './lib/stories.mjs';

/** @typedef {import('playwright-core').Page} Page */

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 800 };
const SIDES = ['light', 'dark'].flatMap((scheme) => ['ltr', 'rtl'].map((direction) => ({ scheme, direction })));

let violations = 0;

/**
 * At once, so that what was found is there though somebody ends it before.
 * @param {string} what
 */
function tell(what) {
  violations++;
  console.log(`✗ ${what}`);
}

/**
 * Keeps what a page complains about, until it is taken.
 * @param {Page} page
 */
function listen(page) {
  /** @type {string[]} */
  let heard = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type()))
      heard.push(`the console was told: ${message.text().slice(0, 200)}`);
  });
  page.on('pageerror', (error) => heard.push(`thrown: ${error.message}`));
  return () => {
    const taken = heard;
    heard = [];
    return taken;
  };
}

/**
 * Whether the longer words of the pseudo-locale fit a phone. A play function looks for English ones and may fail there, so only what is
 * on the page counts.
 * @param {Page} page
 * @param {string} url
 * @param {import('./lib/stories.mjs').Story} story
 */
async function lookForRoom(page, url, story) {
  await page.setViewportSize(PHONE);
  try {
    await openStory(page, url, story, 'pseudo');
    /** @type {string[]} */
    const found = await page.evaluate(() => Reflect.get(window, 'findOverhanging')());
    found.forEach((one) => tell(`${story.id}, ${PHONE.width}, pseudo-locale: ${one}`));
  } catch (error) {
    tell(`${story.id}, pseudo-locale: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const started = Date.now();
await withStories(async (stories, pages, url) => {
  const hearing = new Map(pages.map((page) => [page, listen(page)]));
  let done = 0;
  await share(stories, pages, async (story, page) => {
    const report = (/** @type {string[]} */ found, from = '') =>
      found.forEach((one) => tell(`${story.id}${from}: ${one}`));
    try {
      await page.setViewportSize(DESK);
      report(await openStory(page, url, story));
      for (const size of [DESK, PHONE]) {
        // What its play function opened stays open: it looks for what a desk shows, and is not run again.
        await page.setViewportSize(size);
        for (const side of SIDES) {
          /** @type {string[]} */
          const found = await page.evaluate((to) => Reflect.get(window, 'lookAgain')(to), side);
          report(found, `, ${size.width}, ${side.scheme}, ${side.direction}`);
        }
      }
    } catch (error) {
      report([error instanceof Error ? error.message : String(error)]);
    }
    report(hearing.get(page)?.() ?? []);
    await lookForRoom(page, url, story);
    hearing.get(page)?.();
    if (++done % 25 === 0) console.error(`${done} of ${stories.length}`);
  });
  console.log(`${stories.length} stories, ${2 * SIDES.length} combinations, ${violations} violations`);
  console.error(`${Math.round((Date.now() - started) / 1000)} s`);
});
process.exitCode = violations > 0 ? 1 : 0;

/**
 * Looks with axe at every story in all eight combinations of scheme, direction and width: `npm run audit`.
 * Fails on a violation, on what the console is told, on a play function that fails, and on a page wider than its window.
 * `--only <part of a story's id>`; `--from <folder>` takes what `npm run storybook:build` wrote.
 */
import { openStory, share, withStories } from './lib/stories.mjs';

/** @typedef {import('playwright-core').Page} Page */

const WIDTHS = [1280, 360];
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
    if (['warning', 'error'].includes(message.type())) heard.push(`the console was told: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`thrown: ${error.message}`));
  return () => {
    const taken = heard;
    heard = [];
    return taken;
  };
}

const started = Date.now();
await withStories(async (stories, pages, url) => {
  const hearing = new Map(pages.map((page) => [page, listen(page)]));
  let done = 0;
  await share(stories, pages, async (story, page) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const report = (/** @type {string[]} */ found, side = '') =>
        found.forEach((one) => tell(`${story.id}, ${width}${side}: ${one}`));
      try {
        report(await openStory(page, url, story));
        for (const side of SIDES) {
          const found = await page.evaluate((to) => Reflect.get(window, 'lookAgain')(to), side);
          report(found, `, ${side.scheme}, ${side.direction}`);
        }
      } catch (error) {
        report([error instanceof Error ? error.message : String(error)]);
      }
      report(hearing.get(page)?.() ?? []);
    }
    if (++done % 25 === 0) console.error(`${done} of ${stories.length}`);
  });
  const combinations = WIDTHS.length * SIDES.length;
  console.log(`${stories.length} stories, ${combinations} combinations, ${violations} violations`);
  console.error(`${Math.round((Date.now() - started) / 1000)} s`);
});
process.exitCode = violations > 0 ? 1 : 0;

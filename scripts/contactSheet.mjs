/**
 * Pictures of every story, at a desk in light and on a phone in dark from right to left, on pages to look through:
 * `npm run contact-sheet`, into contact-sheet/. `--only <part of a story's id>`; `--from <folder>` takes what
 * `npm run storybook:build` wrote.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './lib/run.mjs';
import { openStory, share, withStories } from './lib/stories.mjs';

const FOLDER = join(ROOT, 'contact-sheet');
const A_PAGE = 12;
/** Milliseconds after which what stands in for the content is there. */
const SKELETON = 400;
const LOOKS = [
  { name: 'desk', width: 1280, height: 800, turned: undefined },
  { name: 'phone', width: 360, height: 720, turned: { scheme: 'dark', direction: 'rtl' } },
];

/** @typedef {import('./lib/stories.mjs').Story} Story */

/** @param {{ name: string, width: number, height: number }} look @param {Story[]} stories */
function sheet({ name, width, height }, stories) {
  const columns = width > height ? 3 : 6;
  const pictures = stories.map(
    ({ id }) => `<figure><figcaption>${id}</figcaption><img src="${name}/${id}.png" alt=""></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body { display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 12px; margin: 12px; font: 13px sans-serif; background: #ccc }
    figure { margin: 0 } figcaption { padding: 2px 0 } img { width: 100% }
  </style>${pictures.join('')}`;
}

await rm(FOLDER, { recursive: true, force: true });
await withStories(async (stories, pages, url) => {
  for (const look of LOOKS) {
    await mkdir(join(FOLDER, look.name), { recursive: true });
    await share(stories, pages, async (story, page) => {
      await page.setViewportSize(look);
      await openStory(page, url, story);
      if (story.name === 'Loading') await page.waitForTimeout(SKELETON);
      if (look.turned !== undefined) await page.evaluate((to) => Reflect.get(window, 'lookAgain')(to), look.turned);
      await page.screenshot({
        path: join(FOLDER, look.name, `${story.id}.png`),
        caret: 'hide',
        animations: 'disabled',
      });
    });
    const starts = stories.flatMap((_, index) => (index % A_PAGE === 0 ? [index] : []));
    await share(starts, pages, async (start, page) => {
      const name = `${look.name}-${String(start / A_PAGE + 1).padStart(2, '0')}`;
      const file = join(FOLDER, `${name}.html`);
      await writeFile(file, sheet(look, stories.slice(start, start + A_PAGE)));
      await page.setViewportSize({ width: 1600, height: 900 });
      await page.goto(pathToFileURL(file).href);
      await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
    });
  }
  console.log(`${stories.length} stories, ${LOOKS.length} looks: contact-sheet/`);
});

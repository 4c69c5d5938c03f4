/**
 * Takes the pictures of the README from Parley as it was last built (`npm start` builds it): `node scripts/pictures.mjs`.
 * Needs Chromium (CHROMIUM_PATH, or on the PATH) and fonts for all the names that are shown.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './lib/chromium.mjs';
import { ENVIRONMENT, ROOT } from './lib/run.mjs';

const FOLDER = join(ROOT, 'docs/images');
const DESK = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
const LIGHT = /** @type {const} */ ('light');
const DARK = /** @type {const} */ ('dark');
const WORKSPACE = '/w/northwind-studio';

/** @typedef {import('playwright-core').Page} Page */

/** What is taken: where, how large, in what light, and what is opened first. */
const PICTURES = [
  { name: 'members-light', scheme: LIGHT, size: DESK, path: `${WORKSPACE}/settings/members`, open: undefined },
  { name: 'members-dark', scheme: DARK, size: DESK, path: `${WORKSPACE}/settings/members`, open: undefined },
  {
    name: 'invite',
    scheme: LIGHT,
    size: DESK,
    path: `${WORKSPACE}/settings/members`,
    /** @param {Page} page */
    open: async (page) => {
      await page.getByRole('button', { name: 'Invite people' }).click();
      await page
        .getByRole('textbox', { name: 'Email addresses' })
        .fill(
          'Lena Fischer <lena@harbour-pine.example>, rosa@studio-kite.example, kai@@north.example, jonas@northwind.example,',
        );
    },
  },
  {
    name: 'switcher',
    scheme: DARK,
    size: DESK,
    path: `${WORKSPACE}/chats/autumn-campaign`,
    /** @param {Page} page */
    open: (page) => page.getByRole('button', { name: /Northwind Studio/ }).click(),
  },
  { name: 'phone', scheme: LIGHT, size: PHONE, path: `${WORKSPACE}/settings/members`, open: undefined },
];

/** Serves Parley with nothing but what it is seeded with. */
async function startParley() {
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: join(ROOT, 'examples/host-app'),
    env: { ...ENVIRONMENT, PORT: '0', DATA_DIR: 'memory', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of server.stdout) {
    const url = /Parley is at (\S+)/.exec(String(line))?.[1];
    if (url !== undefined) return { server, url };
  }
  throw new Error('Parley did not start.');
}

await mkdir(FOLDER, { recursive: true });
const { server, url } = await startParley();
const executablePath = findChromium();
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
for (const { name, scheme, size, path, open } of PICTURES) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    colorScheme: scheme,
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
    hasTouch: size === PHONE,
  });
  await context.request.post('/api/session', { data: { personId: 'amara' } });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'load' });
  await page.getByRole('main').waitFor();
  // The live connection stays open, so the network never rests; what is shown has come by then.
  await page.waitForTimeout(1000);
  await open?.(page);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), caret: 'hide' });
  await context.close();
  console.log(`docs/images/${name}.png`);
}
await browser.close();
server.kill('SIGTERM');
await once(server, 'exit');

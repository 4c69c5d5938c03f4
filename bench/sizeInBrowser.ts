import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { createMemoryBackend } from 'guildhall/adapters/memory';
import { makeWorld } from 'guildhall/testing';
import type { Browser, Response } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from '../test/support/page.js';

const PAGES = fileURLToPath(new URL('sizePages', import.meta.url));

/** Milliseconds that each answer takes, so that all that a page loads beside its data is seen to be loaded. */
const LATENCY_MS = 200;

/** A page as Vite builds it, below `outDir`. */
async function buildPage(name: string, outDir: string): Promise<void> {
  await build({
    root: PAGES,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(outDir, name), emptyOutDir: true, rollupOptions: { input: join(PAGES, `${name}.html`) } },
  });
}

/** Serves the pages, and a workspace with members and invitations, to one of its admins. */
async function serve(directory: string) {
  const adapter = createMemoryBackend(makeWorld({ members: 50, invitations: 3 })).as('user-1');
  const app = express().use(express.static(directory));
  app.use('/api', async (_request, _response, next) => {
    await delay(LATENCY_MS);
    next();
  });
  const workspaceId = 'big';
  app.get(
    '/api/workspaces/big',
    async (_, response) => void response.json(await adapter.workspaces.get({ workspaceId })),
  );
  app.get(
    '/api/workspaces/big/members',
    async (_, response) => void response.json(await adapter.members.list({ workspaceId })),
  );
  app.get(
    '/api/workspaces/big/invitations',
    async (_, response) => void response.json(await adapter.invitations?.list({ workspaceId })),
  );
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

declare global {
  /** When the first row stood there, in milliseconds since the epoch. */
  var firstRowAt: number | undefined;
}

/** Notes when the first row stands there. Runs in the page, before anything else. */
function watchForRow() {
  const observer = new MutationObserver(() => {
    if (document.querySelector('.gh-row') === null) return;
    observer.disconnect();
    globalThis.firstRowAt = performance.timeOrigin + performance.now();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** The scripts and stylesheets that a page has asked for by the time that its first row stands there, in kB gzipped. */
async function load(browser: Browser, url: string): Promise<{ script: number; stylesheet: number }> {
  const page = await browser.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => void responses.push(response));
  await page.addInitScript(watchForRow);
  await page.goto(url);
  const row = await page.waitForFunction(() => globalThis.firstRowAt);
  const rowAt = (await row.jsonValue()) ?? 0;
  const weigh = async (type: string) => {
    const asked = responses.map((response) => ({ response, request: response.request() }));
    const weights = asked
      .filter(({ request }) => request.resourceType() === type && request.timing().startTime <= rowAt)
      .map(async ({ response }) => gzipSync(await response.body(), { level: 9 }).length / 1000);
    return (await Promise.all(weights)).reduce((sum, one) => sum + one, 0);
  };
  const weights = { script: await weigh('script'), stylesheet: await weigh('stylesheet') };
  await page.close();
  return weights;
}

/** What Guildhall adds to a page that has React, in a browser, until its first row stands there; in kB gzipped. */
export async function loadInBrowser(): Promise<{ script: number; stylesheet: number }> {
  const outDir = await mkdtemp(join(tmpdir(), 'guildhall-size-'));
  const { NODE_ENV } = process.env;
  // Vite builds for what the process is run for, and tests measure too.
  process.env.NODE_ENV = 'production';
  await buildPage('members', outDir);
  await buildPage('react', outDir);
  process.env.NODE_ENV = NODE_ENV ?? '';
  const { server, origin } = await serve(outDir);
  const browser = await launchChromium();
  try {
    const ours = await load(browser, `${origin}/members/members.html`);
    const react = await load(browser, `${origin}/react/react.html`);
    return { script: ours.script - react.script, stylesheet: ours.stylesheet };
  } finally {
    await browser.close();
    server.close();
    await rm(outDir, { recursive: true, force: true });
  }
}

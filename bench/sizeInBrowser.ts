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
import type { Browser } from 'playwright-core';
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

/** The scripts and stylesheets that a page has asked for by the time that its first row stands there, in kB gzipped. */
async function load(browser: Browser, url: string): Promise<{ script: number; stylesheet: number }> {
  const page = await browser.newPage();
  const weights = { script: 0, stylesheet: 0 };
  const arriving: Promise<void>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type !== 'script' && type !== 'stylesheet') return;
    const weigh = async () => {
      const body = await response.body();
      weights[type] += gzipSync(body, { level: 9 }).length / 1000;
    };
    arriving.push(weigh());
  });
  await page.goto(url);
  await page.locator('.gh-row').first().waitFor();
  await Promise.all(arriving);
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

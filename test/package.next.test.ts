import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPacked } from './support/packed.js';
import type { PackedApp } from './support/packed.js';
import { launchChromium, openPage } from './support/page.js';
import { freePort } from './support/port.js';

const NEXT = join(import.meta.dirname, '../node_modules/next/dist/bin/next');

/** Resolves when the server answers, rejects with what it said when it ends before. */
async function waitForAnswer(url: string, server: ChildProcess): Promise<void> {
  const said: string[] = [];
  server.stdout?.on('data', (chunk) => said.push(String(chunk)));
  server.stderr?.on('data', (chunk) => said.push(String(chunk)));
  for (;;) {
    if (server.exitCode !== null) throw new Error(`next start ended:\n${said.join('')}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('a Next.js App Router page with the package from its tarball', () => {
  let app: PackedApp;
  let server: ChildProcess;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    app = await installPacked('next-app');
    await app.run('next', 'build');
    const port = await freePort();
    url = `http://127.0.0.1:${port}/`;
    server = spawn(process.execPath, [NEXT, 'start', '-H', '127.0.0.1', '-p', String(port)], {
      cwd: app.directory,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await waitForAnswer(url, server);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    if (server?.exitCode === null) {
      server.kill();
      await once(server, 'exit');
    }
    app?.dispose();
  });

  it('renders on the server: the contract in a server component, the table in a client one', async () => {
    const html = await (await fetch(url)).text();
    expect(html).toContain('owner, admin, member');
    expect(html).toMatch(/class="[^"]*\bgh-/);
  });

  it('hydrates and shows the members, and nothing complains', async () => {
    const { page, complaints } = await openPage(browser, url);
    await page.getByText('Ben Okafor').first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { chromiumLaunchOptions } from '../../../../test/support/chromium.js';

/** A page of a shop that uses the real `@stripe/react-stripe-js`, in Chromium. */
export interface Checkout {
  page: Page;
  /** The card form, found as in Stripe's own frame. */
  card: FrameLocator;
  /** The bank's page of a 3-D Secure card. */
  bank: FrameLocator;
  /** What the browser and React complained about. */
  complaints: string[];
}

/** What a shop's page begins with. */
export interface CheckoutOptions {
  secret: string;
  /** Stripe.js; none for the stand-in that lives in the page. */
  script?: string;
  /** More of the query: `theme`, `radius`, `locale`. */
  query?: Record<string, string>;
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('checkout.tsx', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return outputFiles[0]?.text ?? '';
}

/** The shop's server, which sends what Stripe.js is for now. */
async function serveShop(pageScript: string) {
  let stripeScript = '';
  const server = createServer(({ url = '/' }, response) => {
    const script = url === '/stripe.js' ? stripeScript : url === '/page.js' ? pageScript : undefined;
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript; charset=utf-8');
    response.end(script ?? HTML);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    sell: (script: string) => {
      stripeScript = script;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Starts Chromium and a shop; `open` shows its page, one at a time. */
export async function startShop() {
  const [server, browser] = await Promise.all([bundlePage().then(serveShop), chromium.launch(chromiumLaunchOptions())]);
  return {
    open({ script = '', ...options }: CheckoutOptions): Promise<Checkout> {
      server.sell(script);
      const inPage = script === '' ? { 'in-page': '' } : {};
      const query = new URLSearchParams({ secret: options.secret, ...inPage, ...options.query });
      return open(browser, `${server.url}?${query}`);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function open(browser: Browser, url: string): Promise<Checkout> {
  const page = await browser.newPage({ viewport: { width: 640, height: 720 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  await page.locator('form[aria-busy="false"]').waitFor();
  return {
    page,
    card: page.frameLocator('iframe[title="Secure payment input frame"]'),
    bank: page.frameLocator('iframe[title="3D Secure 2 test page"]'),
    complaints,
  };
}

const HTML =
  '<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,"></head><body><script src="/stripe.js"></script><script type="module" src="/page.js"></script></body></html>';

/** Types a card that is good until 2034, for somebody in Germany unless it says otherwise. */
export async function typeCard(card: FrameLocator, number: string, country = 'DE'): Promise<void> {
  await card.getByLabel('Card number').fill(number);
  await card.getByLabel('Expiration date').fill('12/34');
  await card.getByLabel('Security code').fill('123');
  await card.getByLabel('Country').selectOption(country);
}

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

const SHOP = 'http://shop.test/';

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

/** Starts Chromium; `open` shows a shop's page in it. */
export async function startShop() {
  const [script, browser] = await Promise.all([bundlePage(), chromium.launch(chromiumLaunchOptions())]);
  return {
    open: (options: CheckoutOptions) => open(browser, script, options),
    close: () => browser.close(),
  };
}

async function open(browser: Browser, pageScript: string, options: CheckoutOptions): Promise<Checkout> {
  const page = await browser.newPage({ viewport: { width: 640, height: 720 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const scripts = { '/stripe.js': options.script ?? '', '/page.js': pageScript };
  await page.route(`${SHOP}**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    const body = Object.entries(scripts).find(([name]) => name === path)?.[1];
    return body === undefined
      ? route.fulfill({ contentType: 'text/html', body: HTML })
      : route.fulfill({ contentType: 'text/javascript', body });
  });
  const inPage = options.script === undefined ? { 'in-page': '' } : {};
  await page.goto(`${SHOP}?${new URLSearchParams({ secret: options.secret, ...inPage, ...options.query })}`);
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

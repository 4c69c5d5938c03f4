import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Parley } from './parley.js';

/** Somebody with a browser of their own. */
export interface Somebody {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the console, uncaught exceptions and answers of 500 and above, in order. */
  readonly complaints: string[];
  /** Asks Parley's server as this person, without the page. Throws where it is refused. */
  ask<T>(path: string, method?: string, body?: unknown): Promise<T>;
}

/** An account: one of the seeded people by id, or a new one. */
export type Account = string | { name: string; email: string; emailVerified: boolean };

/** Opens a browser context in which nobody is signed in yet. */
export async function somebody(
  browser: Browser,
  parley: Parley,
  options: BrowserContextOptions = {},
): Promise<Somebody> {
  const context = await browser.newContext({
    baseURL: parley.url,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 860 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { page, context, complaints: watch(page), ask: askAs(context, parley) };
}

/** Opens a browser context as one of the people, signed in. */
export async function signedIn(
  browser: Browser,
  parley: Parley,
  account: Account,
  options: BrowserContextOptions = {},
): Promise<Somebody> {
  const person = await somebody(browser, parley, options);
  await person.ask('/session', 'POST', typeof account === 'string' ? { personId: account } : account);
  return person;
}

function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

function askAs(context: BrowserContext, parley: Parley) {
  return async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const response = await context.request.fetch(`${parley.url}/api${path}`, {
      method,
      headers: { Origin: parley.url },
      ...(body === undefined ? {} : { data: body }),
    });
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
    return (await response.json()) as T;
  };
}

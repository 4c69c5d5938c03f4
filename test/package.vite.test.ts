import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { preview } from 'vite';
import type { PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPacked } from './support/packed.js';
import type { PackedApp } from './support/packed.js';
import { launchChromium, openPage } from './support/page.js';

/** The test's own note, and what zod leaves for all its copies on a page to share. */
const NOT_OURS = new Set(['namesBefore', '__zod_globalConfig']);

describe('a Vite app with the package from its tarball', () => {
  let app: PackedApp;
  let server: PreviewServer;
  let browser: Browser;

  beforeAll(async () => {
    app = await installPacked('vite-app');
    await app.run('vite', 'build', '--logLevel', 'warn');
    server = await preview({
      root: app.directory,
      configFile: false,
      logLevel: 'error',
      preview: { host: '127.0.0.1', port: 0, strictPort: false },
    });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    app?.dispose();
  });

  const url = () => server.resolvedUrls?.local[0] ?? '';

  it('finds every type that the package names', async () => {
    // Declarations are checked too, and other packages' have faults of their own: ours, and the host's use of them, count.
    const said = await app.run('tsc', '-p', 'tsconfig.json').catch(String);
    expect(said.split('\n').filter((line) => /^(?:main\.tsx|.*node_modules\/guildhall\/)/.test(line))).toEqual([]);
  });

  it('shows the members, and nothing complains', async () => {
    const { page, complaints } = await openPage(browser, url());
    await page.getByRole('heading', { name: 'owner, admin, member' }).waitFor();
    await page.locator('[data-member-id], .gh-row').first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('leaves nothing on the window', async () => {
    const { page } = await openPage(browser, url());
    await page.locator('[class*="gh-"]').first().waitFor();
    const added = await page.evaluate(() => {
      const before = new Set<unknown>(Reflect.get(window, 'namesBefore'));
      return Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
    });
    expect(added.filter((name) => !NOT_OURS.has(name))).toEqual([]);
    await page.close();
  });

  it('styles nothing but its own', async () => {
    const page = await browser.newPage();
    const css = readFileSync(`${app.directory}/../node_modules/guildhall/dist/styles.css`, 'utf8');
    await page.setContent(`<style>${css}</style>`);
    const { foreign, count } = await page.evaluate(() => {
      const isLayered = (rule: CSSRule) =>
        (rule instanceof CSSLayerBlockRule && rule.name.startsWith('guildhall')) ||
        (rule instanceof CSSLayerStatementRule && rule.nameList.every((name) => name.startsWith('guildhall')));
      const isNamedOurs = (rule: CSSRule) =>
        (rule instanceof CSSKeyframesRule && rule.name.startsWith('gh-')) ||
        (rule instanceof CSSPropertyRule && rule.name.startsWith('--gh-')) ||
        (rule instanceof CSSStyleRule && rule.selectorText.split(',').every((selector) => selector.includes('.gh-')));
      const inLayers = (rules: CSSRule[]): CSSRule[] =>
        rules.flatMap((rule) => (rule instanceof CSSGroupingRule ? inLayers([...rule.cssRules]) : [rule]));
      const rules = [...(document.styleSheets[0]?.cssRules ?? [])];
      const outside = rules.filter((rule) => !isLayered(rule) && !isNamedOurs(rule));
      // Inside the layer too: a bare element selector would reach the host's page.
      const setsTokensAlone = ({ style }: CSSStyleRule) => [...style].every((name) => name.startsWith('--gh-'));
      const bare = inLayers(rules).filter(
        (rule) => rule instanceof CSSStyleRule && !rule.selectorText.includes('.gh-') && !setsTokensAlone(rule),
      );
      return {
        foreign: [...outside, ...bare].map((rule) => rule.cssText.slice(0, 120)),
        count: inLayers(rules).length,
      };
    });
    expect(foreign).toEqual([]);
    expect(count).toBeGreaterThan(50);
    await page.close();
  });
});

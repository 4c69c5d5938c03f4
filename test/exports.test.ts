import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const modules = {
  guildhall: () => import('guildhall'),
  'guildhall/contract': () => import('guildhall/contract'),
  'guildhall/adapters/memory': () => import('guildhall/adapters/memory'),
  'guildhall/adapters/http': () => import('guildhall/adapters/http'),
  'guildhall/locales': () => import('guildhall/locales'),
  'guildhall/testing': () => import('guildhall/testing'),
};

const IMPORT = /(?:\bfrom|\bimport)\s*["']([^"'\n]+)["']/g;

/** A built file and every file of ours that it imports at once, with their texts. */
function closure(file: string, texts = new Map<string, string>()): Map<string, string> {
  if (texts.has(file)) return texts;
  const text = readFileSync(file, 'utf8');
  texts.set(file, text);
  for (const [, to = ''] of text.matchAll(IMPORT)) if (to.startsWith('.')) closure(join(file, '..', to), texts);
  return texts;
}

describe('what the package exports', () => {
  it.each(Object.entries(modules))('%s has these names and no default', async (_, load) => {
    const names = Object.keys(await load()).toSorted();
    expect(names).not.toContain('default');
    expect(names).toMatchSnapshot();
  });

  it('has a file behind every path of package.json', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !existsSync(target.replace('*', 'base')))).toEqual([]);
  });

  it('has no stylesheet but those that are documented', () => {
    const sheets = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
    const areas = [
      'base',
      'billing',
      'invitations',
      'items',
      'members',
      'options',
      'overlays',
      'radix',
      'settings',
      'switcher',
    ];
    expect(sheets.toSorted()).toEqual([
      'standalone.css',
      'styles.css',
      ...areas.map((area) => join('styles', `${area}.css`)),
    ]);
  });

  it('brings every token that it uses in standalone.css', () => {
    const css = readFileSync('dist/standalone.css', 'utf8');
    // Other accents than violet on slate are one more import each.
    const own = css.replace(/[^{}]*\[data-(?:accent|gray)-color=(?!violet|slate)[^{]*\{[^}]*\}/g, '');
    const used = [...own.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name);
    expect(used.length).toBeGreaterThan(100);
    // Elements set some of ours, and Radix's overlays tell their room by themselves.
    const brought = used.filter((name) => !/^--(?:gh|radix)-/.test(name));
    expect(brought.filter((name) => !css.includes(`${name}:`))).toEqual([]);
  });
});

describe('languages', () => {
  const filesOf = (code: string) => [...closure(`dist/locales/${code}/index.js`).keys()];
  const codes = readdirSync('dist/locales', { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );

  it('cost nothing until one is asked for', () => {
    const atOnce = [...closure('dist/locales/index.js').keys(), ...closure('dist/index.js').keys()];
    expect(codes).toContain('de');
    expect(atOnce.filter((file) => codes.some((code) => filesOf(code).includes(file)))).toEqual([]);
  });

  it('cost one when one is asked for', () => {
    for (const code of codes) {
      const others = codes.filter((other) => other !== code).flatMap(filesOf);
      expect(filesOf(code).filter((file) => others.includes(file))).toEqual([]);
    }
  });
});

describe('"use client"', () => {
  it('begins the entry of the components, on the line of the first import', () => {
    expect(readFileSync('dist/index.js', 'utf8')).toMatch(/^"use client";/);
  });

  it('begins every file that uses React', () => {
    const files = [...closure('dist/index.js')].filter(([, text]) => /from ["']react(?:\/jsx-runtime)?["']/.test(text));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(([, text]) => !text.startsWith('"use client"')).map(([file]) => file)).toEqual([]);
  });

  it.each(['contract', 'adapters/memory', 'adapters/http', 'locales', 'testing'])(
    'is nowhere in %s, and React is not either',
    (entry) => {
      for (const [file, text] of closure(`dist/${entry}/index.js`)) {
        expect(text, file).not.toContain('"use client"');
        expect(text, file).not.toMatch(/from ["'](?:react|@tanstack|@radix-ui|radix-ui)/);
      }
    },
  );
});

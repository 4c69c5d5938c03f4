import { readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';
import { pruneTokens } from './scripts/lib/pruneTokens.js';

/** What makes a file a part of the client: React, or a library that is built on it. */
const CLIENT_IMPORTS =
  /\bfrom\s*["'](?:react|react-dom|react-hook-form|lucide-react|radix-ui|@radix-ui|@tanstack)["'/]/;

const INDEX = 'src/index.ts';

/**
 * Says "use client" in the client's entry and in the files that need it; a banner would put it into the contract too. On
 * the same line, so that the source map stays right.
 */
const useClient: NonNullable<Options['plugins']>[number] = {
  name: 'use-client',
  renderChunk(code, info) {
    if (info.type !== 'chunk' || !info.path.endsWith('.js')) return undefined;
    if (code.startsWith('"use client"')) return undefined;
    const isClient = info.entryPoint === INDEX || CLIENT_IMPORTS.test(code);
    return isClient ? { code: `"use client";${code}` } : undefined;
  },
};

/** Every custom property that the sources speak of. */
const spokenOf = () =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:css|tsx)$/.test(file))
    .flatMap((file) => readFileSync(`src/${file}`, 'utf8').match(/--[\w-]+/g) ?? []);

/** Leaves out the tokens of Radix that nothing here uses, in the stylesheets that bring them. */
const usedTokens: NonNullable<Options['plugins']>[number] = {
  name: 'used-tokens',
  renderChunk(code, info) {
    if (info.type !== 'chunk' || !/\/(?:standalone|radix)\.css$/.test(info.path)) return undefined;
    return { code: pruneTokens(code, spokenOf()) };
  },
};

/** A stylesheet for each area, for hosts that show some of them. */
const areas = Object.fromEntries(
  readdirSync('src/styles/areas').map((file) => [
    `styles/${file.slice(0, -'.css'.length)}`,
    `src/styles/areas/${file}`,
  ]),
);

export default defineConfig([
  {
    name: 'library',
    // File by file: bundlers drop what a host does not use by files, and load what is wanted later by them. In files put
    // together they would keep whatever any part does when it is loaded, such as making a schema.
    entry: ['src/**/*.{ts,tsx}', '!src/**/*.test.{ts,tsx}'],
    bundle: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    sourcemap: true,
    dts: false,
    plugins: [useClient],
    onSuccess: async () => {
      // Without the spaces that make it readable in a review.
      await writeFile('dist/openapi.json', JSON.stringify(JSON.parse(await readFile('openapi.json', 'utf8'))));
    },
  },
  {
    name: 'styles',
    entry: {
      styles: 'src/styles/styles.css',
      standalone: 'src/styles/standalone.css',
      'styles/radix': 'src/styles/radix.css',
      ...areas,
    },
    plugins: [usedTokens],
    minify: true,
    noExternal: [/@radix-ui/],
    target: ['chrome111', 'firefox115', 'safari16.4'],
  },
]);

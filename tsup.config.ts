import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';
import { pruneTokens } from './scripts/lib/pruneTokens.js';

/** What makes a chunk a part of the client: React, or a library that is built on it. */
const CLIENT_IMPORTS =
  /\bfrom\s*["'](?:react|react-dom|react-hook-form|lucide-react|radix-ui|@radix-ui|@tanstack)["'/]/;

const entries = {
  index: 'src/index.ts',
  contract: 'src/contract/index.ts',
  'adapters/memory': 'src/adapters/memory/index.ts',
  'adapters/http': 'src/adapters/http/index.ts',
  testing: 'src/testing/index.ts',
};

/**
 * A file for each component, which `index.js` takes from: bundlers drop what a host does not use file by file. In one
 * file they would keep whatever a component does when it is loaded, such as naming what it loads on demand.
 */
const parts = Object.fromEntries(
  readdirSync('src/components')
    .map((name) => [`components/${name}`, `src/components/${name}/index.ts`] as const)
    .filter(([, file]) => existsSync(file)),
);

/**
 * Says "use client" in the client's entry and in the chunks that need it. esbuild keeps directives in entries
 * alone, and a banner would put them into the contract too. On the same line, so that the source map stays right.
 */
const useClient: NonNullable<Options['plugins']>[number] = {
  name: 'use-client',
  renderChunk(code, info) {
    if (info.type !== 'chunk' || !info.path.endsWith('.js')) return undefined;
    if (code.startsWith('"use client"')) return undefined;
    const isClient = info.entryPoint === entries.index || CLIENT_IMPORTS.test(code);
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
    entry: { ...entries, ...parts },
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    splitting: true,
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

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import manifest from '../package.json' with { type: 'json' };
import type { Row } from './row.js';
import { loadInBrowser } from './sizeInBrowser.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REACT = ['react', 'react-dom'];
const ALL = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];

/** What a host writes to show its members: its page has this when the table's frame is painted. */
const HOST = `
  export { GuildhallProvider, MembersTable } from 'guildhall';
  export { createHttpAdapter } from 'guildhall/adapters/http';
`;

/** What is loaded with it, while the first members are on their way: their rows, and what checks the answers. */
const WITH_ROWS = `${HOST}
  export * from './dist/components/MembersTable/Lists.js';
  export * from './dist/adapters/http/compiled/first.js';
`;

const kilobytes = (contents: Uint8Array) => gzipSync(contents, { level: 9 }).length / 1000;

/** What a page needs before anything shows ends where something is loaded on demand. */
const withoutOnDemand: Plugin = {
  name: 'without-on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
  },
};

/** Bundles what the host's page needs at first paint, or what else it is told, as its own build would, and weighs it. */
async function weigh(external: string[], host = HOST): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: host, resolveDir: ROOT, sourcefile: 'host.js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external,
    plugins: [withoutOnDemand],
    define: { 'process.env.NODE_ENV': '"production"' },
    // The package as it is published, not the sources that this repository's tsconfig names.
    tsconfigRaw: {},
    logLevel: 'error',
  });
  return outputFiles.reduce((sum, { contents }) => sum + kilobytes(contents), 0);
}

/** Stylesheets in one file, as the host's own build would put them. */
async function weighStyles(...names: readonly string[]): Promise<number> {
  return kilobytes(Buffer.concat(await Promise.all(names.map((name) => readFile(`${ROOT}/dist/${name}.css`)))));
}

async function measureScripts(): Promise<Row[]> {
  const [withDependencies, ours, withRows, { script }] = await Promise.all([
    weigh(REACT),
    weigh(ALL),
    weigh(ALL, WITH_ROWS),
    loadInBrowser(),
  ]);
  return [
    {
      what: 'MembersTable, provider, HTTP adapter at first paint; React external',
      measured: withDependencies,
      budget: 50,
      ceiling: 24,
      unit: 'kB',
      peer: { name: 'WorkOS', value: 98 },
    },
    {
      what: 'the same, all dependencies external',
      measured: ours,
      budget: 12,
      unit: 'kB',
      peer: { name: 'WorkOS', value: 17.6 },
    },
    {
      what: 'the same, with the rows',
      measured: withRows,
      budget: 17.6,
      ceiling: 17.4,
      unit: 'kB',
      peer: { name: 'WorkOS', value: 17.6 },
    },
    {
      what: 'all that Chromium loads of a Vite build before the first row, beside React',
      measured: script,
      budget: 50,
      // Not always the same: some of what is loaded on demand begins before the row stands there, or after.
      ceiling: 43.4,
      unit: 'kB',
    },
  ];
}

async function measureStyles(): Promise<Row[]> {
  const [firstPaint, members, everything, standalone] = await Promise.all([
    weighStyles('styles/base', 'styles/members'),
    weighStyles('styles/base', 'styles/overlays', 'styles/members'),
    weighStyles('styles'),
    weighStyles('standalone'),
  ]);
  return [
    {
      what: 'stylesheets of the members at first paint, in a host with Radix',
      measured: firstPaint,
      budget: 4,
      unit: 'kB',
    },
    { what: 'the same, with what opens', measured: members, budget: 6, unit: 'kB' },
    { what: 'styles.css, all of them', measured: everything, budget: 13, unit: 'kB' },
    {
      what: 'standalone.css, all of them without Radix in the host',
      measured: standalone,
      budget: 20,
      unit: 'kB',
      peer: { name: 'Radix', value: 81 },
    },
  ];
}

/** What the built package adds to a host's page, gzipped. Needs `npm run build` first. */
export async function measureSizes(): Promise<Row[]> {
  return [...(await measureScripts()), ...(await measureStyles())];
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import manifest from '../package.json' with { type: 'json' };
import type { Row } from './row.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REACT = ['react', 'react-dom'];
const ALL = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];

/** What a host writes to show its members. */
const HOST = `
  export { GuildhallProvider, MembersTable } from 'guildhall';
  export { createHttpAdapter } from 'guildhall/adapters/http';
`;

const kilobytes = (contents: Uint8Array) => gzipSync(contents, { level: 9 }).length / 1000;

/** What a page needs before anything shows ends where something is loaded on demand. */
const withoutOnDemand: Plugin = {
  name: 'without-on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
  },
};

/** Bundles what the host's page needs at first paint, as its own build would, and weighs it. */
async function weigh(external: string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: HOST, resolveDir: ROOT, sourcefile: 'host.js' },
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

/** What the built package adds to a host's page, gzipped. Needs `npm run build` first. */
export async function measureSizes(): Promise<Row[]> {
  const [withDependencies, ours, styles, standalone] = await Promise.all([
    weigh(REACT),
    weigh(ALL),
    readFile(`${ROOT}/dist/styles.css`),
    readFile(`${ROOT}/dist/standalone.css`),
  ]);
  return [
    {
      what: 'MembersTable, provider, HTTP adapter; React external',
      measured: withDependencies,
      budget: 50,
      ceiling: 67.5,
      unit: 'kB',
      peer: { name: 'WorkOS', value: 98 },
    },
    {
      what: 'the same, all dependencies external',
      measured: ours,
      budget: 12,
      ceiling: 22.5,
      unit: 'kB',
      peer: { name: 'WorkOS', value: 17.6 },
    },
    { what: 'styles.css, in a host with Radix', measured: kilobytes(styles), budget: 4, ceiling: 8, unit: 'kB' },
    {
      what: 'standalone.css, without',
      measured: kilobytes(standalone),
      budget: 20,
      unit: 'kB',
      peer: { name: 'Radix', value: 81 },
    },
  ];
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';
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

/** The chunks that a page loads before anything shows: the entry and what it imports, not what it loads on demand. */
function firstPaint(outputs: Metafile['outputs'], file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path, kind, external } of outputs[file]?.imports ?? []) {
    if (kind === 'import-statement' && external !== true) firstPaint(outputs, path, seen);
  }
  return seen;
}

/** Bundles the host's page as its own build would, and weighs it. */
async function weigh(external: string[]): Promise<{ first: number; onDemand: number }> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: HOST, resolveDir: ROOT, sourcefile: 'host.js' },
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    external,
    define: { 'process.env.NODE_ENV': '"production"' },
    // The package as it is published, not the sources that this repository's tsconfig names.
    tsconfigRaw: {},
    logLevel: 'error',
    logOverride: { 'unsupported-directive': 'silent' },
  });
  const entry = Object.keys(metafile.outputs).find((file) => metafile.outputs[file]?.entryPoint !== undefined);
  if (entry === undefined) throw new Error('The bundle has no entry.');
  const first = firstPaint(metafile.outputs, entry);
  const weights = { first: 0, onDemand: 0 };
  for (const { path, contents } of outputFiles) {
    weights[[...first].some((file) => path.endsWith(`/${file}`)) ? 'first' : 'onDemand'] += kilobytes(contents);
  }
  return weights;
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
      measured: withDependencies.first,
      budget: 50,
      unit: 'kB',
      peer: { name: 'WorkOS', value: 98 },
    },
    {
      what: 'the same, all dependencies external',
      measured: ours.first,
      budget: 12,
      unit: 'kB',
      peer: { name: 'WorkOS', value: 17.6 },
    },
    { what: 'styles.css, in a host with Radix', measured: kilobytes(styles), budget: 4, unit: 'kB' },
    {
      what: 'standalone.css, without',
      measured: kilobytes(standalone),
      budget: 20,
      unit: 'kB',
      peer: { name: 'Radix', value: 81 },
    },
  ];
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import tsup from '../tsup.config.js';

const server = fileURLToPath(new URL('..', import.meta.url));

/** Every source that a build of these entries reads, from the server's folder on. */
async function reachedFrom(entryPoints: string[]): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: server,
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unused',
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

const isSimulator = (path: string) => path.includes('stripe-simulator');

it('no build of the server reaches the Stripe simulator', async () => {
  const { entry } = tsup as { entry: { [name: string]: string } };
  const reached = await reachedFrom([...Object.values(entry), 'src/main.ts']);
  expect(reached.length).toBeGreaterThan(30);
  expect(reached.filter(isSimulator)).toEqual([]);
});

it('the check sees a server that would reach it', async () => {
  expect((await reachedFrom(['stripe-simulator/main.ts'])).filter(isSimulator).length).toBeGreaterThan(50);
});

it('no source of the server names it, not even at run time', () => {
  const sources = readdirSync(join(server, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(server, 'src', path), 'utf8') }));
  expect(sources.length).toBeGreaterThan(30);
  expect(sources.filter(({ text }) => /stripe-simulator|createSimulator/.test(text)).map(({ path }) => path)).toEqual(
    [],
  );
});

it('the published package leaves it out', () => {
  const { files } = JSON.parse(readFileSync(join(server, 'package.json'), 'utf8')) as { files: string[] };
  expect(
    files
      .map((path) => normalize(path))
      .filter((path) => path === '.' || dirname(path) === 'stripe-simulator' || isSimulator(path)),
  ).toEqual([]);
});

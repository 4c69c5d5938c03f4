import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freshen } from './fresh.mjs';
import { ROOT, run } from './run.mjs';

const SHARED = ['package-lock.json', 'tsconfig.json'];
const LIBRARY = [
  ...SHARED,
  'package.json',
  'src',
  'tsup.config.ts',
  'tsconfig.build.json',
  'openapi.json',
  'scripts/clean.mjs',
];
const SERVER = [...LIBRARY, 'server'];

/** What is built, each after what it needs. */
const PARTS = [
  { name: 'guildhall', inputs: LIBRARY, output: 'dist', args: ['run', 'build'] },
  {
    name: '@guildhall/server',
    inputs: SERVER,
    output: 'server/dist',
    args: ['run', 'build', '-w', '@guildhall/server'],
  },
  {
    name: 'parley',
    inputs: [...SERVER, 'examples/host-app'],
    output: 'examples/host-app/dist',
    args: ['run', 'build', '-w', 'parley'],
  },
];

/**
 * Builds what changed since it was last built.
 * @param {{ isQuiet: boolean }} options
 * @returns {Promise<{ isBuilt: boolean, output: string }>}
 */
export async function build({ isQuiet }) {
  for (const { name, inputs, output, args } of PARTS) {
    let said = '';
    const isBuilt = await freshen(name.replace('/', '-'), { inputs, output }, async () => {
      if (!isQuiet) console.log(`Building ${name} …`);
      const result = await run('npm', args, { isQuiet: true });
      said = result.output;
      return result.code === 0 && existsSync(join(ROOT, output));
    });
    if (!isBuilt) return { isBuilt, output: `${said}\nBuilding ${name} failed.` };
  }
  return { isBuilt: true, output: '' };
}

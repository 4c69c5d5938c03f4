import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** An app that has Guildhall installed from its tarball. */
export interface PackedApp {
  directory: string;
  /** Runs a program of node_modules in the app. Rejects with what it said where it fails. */
  run(program: string, ...args: string[]): Promise<string>;
  dispose(): void;
}

/**
 * Packs the built package as `npm publish` would, unpacks it for a copy of one of `test/package-fixtures`,
 * and leaves React and all else to this repository's node_modules. Inside the repository, since bundlers
 * follow no link to the outside of their root.
 */
export async function installPacked(fixture: 'vite-app' | 'next-app'): Promise<PackedApp> {
  const base = join(ROOT, 'test-results', `packed-${fixture}`);
  rmSync(base, { recursive: true, force: true });
  const packages = join(base, 'node_modules');
  mkdirSync(packages, { recursive: true });
  const { stdout } = await execute('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', base], {
    cwd: ROOT,
  });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await execute('tar', ['-xzf', join(base, filename), '-C', packages]);
  renameSync(join(packages, 'package'), join(packages, 'guildhall'));
  const directory = join(base, fixture);
  cpSync(join(ROOT, 'test/package-fixtures', fixture), directory, { recursive: true });
  return {
    directory,
    async run(program, ...args) {
      const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const };
      try {
        const said = await execute(join(ROOT, 'node_modules/.bin', program), args, { cwd: directory, env });
        return said.stdout + said.stderr;
      } catch (error) {
        const said = error as { stdout?: string; stderr?: string };
        throw new Error(`${program} ${args.join(' ')} failed:\n${said.stdout ?? ''}${said.stderr ?? ''}`, {
          cause: (error as { code?: unknown }).code,
        });
      }
    },
    dispose: () => rmSync(base, { recursive: true, force: true }),
  };
}

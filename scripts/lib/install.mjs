import { findChromium } from './chromium.mjs';
import { freshen } from './fresh.mjs';
import { run } from './run.mjs';

const MANIFESTS = ['package.json', 'package-lock.json', 'server/package.json', 'examples/host-app/package.json'];

/** Installs the packages of the lock file, where that was not done yet. */
export function installPackages() {
  return freshen('install', { inputs: MANIFESTS, output: 'node_modules/.package-lock.json' }, async () => {
    console.log('Installing packages (about a minute the first time) …');
    // Not `npm ci`: it refuses a lock file that lacks other platforms' optional binaries. And the lock file stays as it
    // is: npm 10 would rewrite what npm 11 wrote.
    const { code } = await run('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']);
    if (code !== 0) console.error('`npm install` failed; what it said stands above.');
    return code === 0;
  });
}

/** Finds Chromium, or installs it from Debian where we may. */
export async function installChromium() {
  if (findChromium()) return true;
  console.log('Installing Chromium for the browser tests …');
  const isRoot = process.getuid?.() === 0;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    isRoot ? run('apt-get', args, { env }) : run('sudo', ['-n', 'apt-get', ...args], { env });
  const lock = ['-o', 'DPkg::Lock::Timeout=120'];
  await apt('update', ...lock);
  await apt('install', '-y', '--no-install-recommends', ...lock, 'chromium');
  if (findChromium()) return true;
  console.error(
    'No Chromium was found, and it could not be installed. Install it (`apt-get install chromium`), or set CHROMIUM_PATH to the browser.',
  );
  return false;
}

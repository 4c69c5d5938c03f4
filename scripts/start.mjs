/** Serves Parley, the example host app, from a clean clone: installs, builds what is stale, starts. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { installPackages } from './lib/install.mjs';
import { checkNode } from './lib/node.mjs';
import { ENVIRONMENT, ROOT } from './lib/run.mjs';

checkNode();
if (!(await installPackages())) process.exit(1);

const { isBuilt, output } = await build({ isQuiet: false });
if (!isBuilt) {
  console.error(output);
  process.exit(1);
}

// Without npm in between, so that a signal reaches the server, and its exit code reaches the caller.
const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
  cwd: join(ROOT, 'examples/host-app'),
  env: ENVIRONMENT,
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => server.kill(signal));
}
server.on('error', (error) => {
  console.error(`Parley could not be started: ${error.message}`);
  process.exitCode = 1;
});
server.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
});

import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What every child is told: ask nothing, report nothing to anybody, and say what npm says even under `npm --silent`. */
export const ENVIRONMENT = {
  ...process.env,
  // The programs of node_modules, also where npm did not start us.
  PATH: [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  NEXT_TELEMETRY_DISABLED: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
  npm_config_loglevel: 'warn',
  npm_config_update_notifier: 'false',
};

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the root
 * @property {boolean} [isQuiet] keeps the output, to be shown by the caller; default false: shown as it comes
 * @property {number} [timeoutMs] after which the command and its children are ended; default none
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * Runs a command without standard input.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} never rejects: a command that is missing answers 127
 */
export function run(command, args, { cwd = ROOT, isQuiet = false, timeoutMs, env } = {}) {
  return new Promise((resolve) => {
    const isWindows = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd,
      env: { ...ENVIRONMENT, ...env },
      stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
      shell: isWindows,
      // A group of its own, so that a timeout also ends what the command has started.
      detached: timeoutMs !== undefined && !isWindows,
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => end(child.pid, isWindows), timeoutMs);
    const finish = (/** @type {number} */ code, /** @type {string} */ more = '') => {
      clearTimeout(timer);
      resolve({ code, output: Buffer.concat(chunks).toString() + more });
    };
    child.on('error', (error) => finish(127, error.message));
    child.on('close', (code) => finish(code ?? 1));
  });
}

/**
 * @param {number | undefined} pid
 * @param {boolean} isWindows
 */
function end(pid, isWindows) {
  if (pid === undefined) return;
  try {
    process.kill(isWindows ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

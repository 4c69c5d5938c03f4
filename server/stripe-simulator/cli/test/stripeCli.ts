import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { KEY } from '../../test/client.js';

const require = createRequire(import.meta.url);

/** The events that everybody who sells plans tries with `stripe trigger`. */
export const TRIGGERED = [
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'invoice.paid',
  'invoice.payment_failed',
  'payment_method.attached',
  'setup_intent.succeeded',
] as const;

/** The binary of `@stripe/cli` for this machine. */
function findBinary(): string {
  // It is a package that only the CLI's own package asks for.
  const beside = createRequire(require.resolve('@stripe/cli/package.json'));
  const name = `@stripe/cli-${process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'stripe.exe' : 'stripe';
  try {
    return join(dirname(beside.resolve(`${name}/package.json`)), 'bin', binary);
  } catch {
    // The lock file has it for the platforms whose package its registry has; elsewhere the CLI is installed by hand.
    return binary;
  }
}

/** A CLI that knows nothing of this machine's account, and tells nobody of itself. */
export interface StripeCli {
  /** @returns its exit code and all that it said */
  run: (...args: string[]) => Promise<{ code: number; output: string }>;
  /** Starts `stripe listen` and waits until it listens. It ends with the test. */
  listen: (forwardTo: string) => Promise<void>;
}

/** The real Stripe CLI, on a simulator. */
export async function startCli(apiBase: string): Promise<StripeCli> {
  const home = await mkdtemp(join(tmpdir(), 'stripe-cli-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const start = (args: readonly string[]) =>
    spawn(findBinary(), [...args, '--api-base', apiBase, '--api-key', KEY, '--color', 'off'], {
      env: { PATH: process.env['PATH'], HOME: home, XDG_CONFIG_HOME: home, STRIPE_CLI_TELEMETRY_OPTOUT: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const hear = (child: ChildProcess, onText: (text: string) => void) => {
    child.stdout?.on('data', (chunk: Buffer) => onText(chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => onText(chunk.toString()));
  };
  return {
    async run(...args) {
      const child = start(args);
      let output = '';
      hear(child, (text) => {
        output += text;
      });
      const [code] = await once(child, 'close');
      return { code: Number(code), output };
    },
    async listen(forwardTo) {
      const child = start(['listen', '--all-snapshot', '--skip-update', '--no-wss', '--forward-to', forwardTo]);
      onTestFinished(async () => {
        if (child.exitCode !== null) return;
        child.kill('SIGKILL');
        await once(child, 'exit');
      });
      let output = '';
      await new Promise<void>((resolve, reject) => {
        hear(child, (text) => {
          output += text;
          if (output.includes('Ready!')) resolve();
        });
        child.on('error', reject);
        child.once('exit', () => reject(new Error(`stripe listen ended. It said:\n${output}`)));
      });
    },
  };
}

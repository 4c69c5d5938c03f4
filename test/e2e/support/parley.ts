import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const HOST_APP = fileURLToPath(new URL('../../../examples/host-app', import.meta.url));
/** Milliseconds that a start may take: the embedded database is made, and the machine may be busy. */
const PATIENCE = 90_000;

/** A Parley of one's own. */
export interface Parley {
  readonly url: string;
  readonly outboxUrl: string;
  /** Where its simulated Stripe is, without a slash at the end. */
  readonly stripeUrl: string;
  stop(): Promise<void>;
}

/**
 * Serves the built Parley on a free port, with a database in memory that holds the seeded company.
 *
 * @param environment what is to be otherwise. @default {}
 */
export async function startParley(environment: Readonly<Record<string, string>> = {}): Promise<Parley> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: HOST_APP,
    env: { ...cleanEnvironment(), PORT: '0', DATA_DIR: 'memory', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await sayings(server);
  const url = addressIn(said, /Parley is at (\S+)/);
  return {
    url,
    outboxUrl: `${url}/api/guildhall/outbox`,
    stripeUrl: addressIn(said, /Stripe is simulated: (\S+)\/_sim/),
    async stop() {
      if (server.exitCode !== null) return;
      server.kill('SIGTERM');
      const [code] = await once(server, 'exit');
      if (code !== 0) throw new Error(`Parley ended with ${String(code)}.`);
    },
  };
}

/** Without what configures Parley, and without what makes a process a test. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _url,
    PUBLIC_URL: _origin,
    SMTP_URL: _smtp,
    NODE_ENV: _test,
    STRIPE_SECRET_KEY: _stripe,
    ...rest
  } = process.env;
  return rest;
}

function addressIn(said: string, pattern: RegExp): string {
  const address = pattern.exec(said)?.[1];
  if (address === undefined) throw new Error(`Parley did not say where it is. It said:\n${said}`);
  return address;
}

/** What a process says until it serves: its last line is where its mail is. */
async function sayings(server: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      server.kill('SIGKILL');
      reject(new Error(`Parley did not start in ${PATIENCE / 1000} s. It said:\n${said}`));
    }, PATIENCE);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!/Its mail is at \S+\n/.test(said)) return;
      clearTimeout(timer);
      resolve(said);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Parley ended with ${String(code)} before it served. It said:\n${said}`));
    });
  });
}

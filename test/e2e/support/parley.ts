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
  stop(): Promise<void>;
}

/** Serves the built Parley on a free port, with a database in memory that holds the seeded company. */
export async function startParley(): Promise<Parley> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: HOST_APP,
    env: { ...cleanEnvironment(), PORT: '0', DATA_DIR: 'memory' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await firstAddress(server);
  return {
    url,
    outboxUrl: `${url}/api/guildhall/outbox`,
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
  const { DATABASE_URL: _url, PUBLIC_URL: _origin, SMTP_URL: _smtp, NODE_ENV: _test, ...rest } = process.env;
  return rest;
}

async function firstAddress(server: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      server.kill('SIGKILL');
      reject(new Error(`Parley did not start in ${PATIENCE / 1000} s. It said:\n${said}`));
    }, PATIENCE);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Parley is at (\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Parley ended with ${String(code)} before it served. It said:\n${said}`));
    });
  });
}

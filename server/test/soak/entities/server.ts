import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { State } from './state.js';

/** What became of a write. */
export type Written =
  | 'committed'
  | 'refused'
  /** The server died before it answered, or closed a connection that had been quiet as the request came. */
  | 'unknown';

const wasClosed = (error: unknown) =>
  error instanceof TypeError && (error.cause as { code?: string } | undefined)?.code === 'UND_ERR_SOCKET';

/** A server in a process of its own. */
export interface EntityServer {
  readonly url: string;
  readonly isDead: boolean;
  /** One transaction of the host's. */
  write(statements: readonly string[]): Promise<Written>;
  /** @throws where the server is dead */
  state(workspaceId: string): Promise<State>;
  /** -9. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server on a migrated database with triggers. */
export async function startEntityServer(databaseUrl: string): Promise<EntityServer> {
  const child = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), [databaseUrl], {
    execArgv: ['--import', 'tsx'],
  });
  const ended = once(child, 'exit');
  const early = ended.then(() => Promise.reject(new Error('A server of the soak ended before it began.')));
  early.catch(() => undefined);
  const [port] = (await Promise.race([once(child, 'message'), early])) as [number];
  const url = `http://127.0.0.1:${port}`;
  let isDead = false;
  return {
    url,
    get isDead() {
      return isDead;
    },
    async write(statements) {
      try {
        const response = await fetch(`${url}/write`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(statements),
        });
        if (response.ok) return 'committed';
        if (response.status === 409) return 'refused';
        throw new Error(`${statements.join('; ')}: ${await response.text()}`);
      } catch (error) {
        if (isDead || wasClosed(error)) return 'unknown';
        throw error;
      }
    },
    async state(workspaceId) {
      return (await (await fetch(`${url}/state/${workspaceId}`)).json()) as State;
    },
    async kill() {
      isDead = true;
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (!isDead) child.disconnect();
      await ended;
    },
  };
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createHttpAdapter } from 'guildhall/adapters/http';
import type { FullAdapter, Instance } from './scenarios.js';

/** A server in a process of its own. */
export interface ServerProcess extends Instance {
  stop(): Promise<void>;
}

/** Starts a server process on a database. */
export async function startServerProcess(databaseUrl: string): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), [databaseUrl], {
    execArgv: process.execArgv,
  });
  const ended = once(child, 'exit');
  const begun = once(child, 'message').then(([port]) => Number(port));
  const port = await Promise.race([
    begun,
    ended.then(() => Promise.reject(new Error('A server ended before it began.'))),
  ]);
  const adapters = new Map<string, FullAdapter>();
  return {
    as(userId) {
      const baseUrl = `http://127.0.0.1:${port}/api`;
      const adapter =
        adapters.get(userId) ??
        (createHttpAdapter({
          baseUrl,
          headers: { 'x-user': userId },
          features: { live: false },
        }) as unknown as FullAdapter);
      adapters.set(userId, adapter);
      return adapter;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

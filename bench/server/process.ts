import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { World } from 'guildhall/testing';
import { statement } from '../../server/src/index.js';
import { openDatabase } from '../../server/src/db/open.js';
import { startEmbeddedPostgres } from '../../server/test/support/embeddedPostgres.js';
import { createEmptyDatabase } from '../../server/test/support/postgres.js';
import { seedWorld } from '../../server/test/support/seedWorld.js';

/** What the server process has used since it began. */
export interface Usage {
  /** Milliseconds of processor time, its own and the kernel's for it. */
  readonly cpuMs: number;
  /** Bytes. */
  readonly rss: number;
  /** Bytes. */
  readonly heapUsed: number;
  /** Statements that the database was asked. */
  readonly statements: number;
}

/** A server in a process of its own, on a PostgreSQL of its own. */
export interface BenchServer {
  readonly port: number;
  /** For `memory` garbage is collected there first, which takes time. */
  usage(of: 'time' | 'memory'): Promise<Usage>;
  stop(): Promise<void>;
}

/** Whoever has this in `authorization` is signed in as them. */
export const tokenOf = (userId: string): string => `session-of-${userId}`;

const SESSIONS = statement<never>(
  'bench_sessions',
  `create table bench_sessions as select 'session-of-' || id as token, id as user_id from guildhall.users`,
);
const SESSIONS_BY_TOKEN = statement<never>('bench_sessions_by_token', 'create unique index on bench_sessions (token)');
/** Plans as they are in a database that has been in use. */
const ANALYZE = statement<never>('bench_analyze', 'analyze');

async function seed(url: string, world: World): Promise<void> {
  const database = await openDatabase({ kind: 'postgres', url });
  await database.migrate();
  await seedWorld(database, world);
  for (const step of [SESSIONS, SESSIONS_BY_TOKEN, ANALYZE]) await database.query(step, []);
  await database.close();
}

/** Serves a world on PostgreSQL 18 from npm, or on the one of `TEST_DATABASE_URL`. */
export async function startBenchServer(world: World): Promise<BenchServer> {
  const given = process.env.TEST_DATABASE_URL;
  const postgres = given ? { url: given, stop: async () => undefined } : await startEmbeddedPostgres();
  const { url, drop } = await createEmptyDatabase(postgres.url);
  await seed(url, world);
  const child = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), [url], {
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  const ended = once(child, 'exit');
  const answer = async () => {
    const early = ended.then(() => Promise.reject(new Error('The server of the benchmark ended early.')));
    const [told] = (await Promise.race([once(child, 'message'), early])) as [unknown];
    return told;
  };
  const port = Number(await answer());
  return {
    port,
    usage(of) {
      child.send(of);
      return answer() as Promise<Usage>;
    },
    async stop() {
      child.disconnect();
      await ended;
      await drop();
      await postgres.stop();
    },
  };
}

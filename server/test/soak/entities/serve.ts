/**
 * A server process of the soak of entities: Guildhall in a host's app, and an endpoint through which the host writes to its
 * own tables. It is told of its database, and tells its port.
 */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import express from 'express';
import { sql } from 'drizzle-orm';
import { sqlState } from '../../../src/db/sql.js';
import { createGuildhall, openDatabase } from '../../../src/index.js';
import { registered } from '../../entities/hostTables.js';
import { readState } from './state.js';

const database = await openDatabase({ kind: 'postgres', url: process.argv[2] ?? '', poolSize: 10 });
const guildhall = await createGuildhall({
  database,
  authenticate: (request) => {
    const userId = request.get('x-user') ?? request.get('authorization');
    return userId === undefined ? null : { userId, email: `${userId}@soak.example`, emailVerified: true, name: userId };
  },
  secret: 'the same secret in every process of the soak',
  publicUrl: 'http://soak.example',
  appName: 'Soak',
  entities: registered,
});
await guildhall.migrate();

const app = express();
app.use('/api', guildhall.router);
/** One transaction of the host. 200 says that it is committed. */
app.post('/write', express.json(), async (request, response) => {
  try {
    await database.transaction(async ({ orm }) => {
      for (const text of request.body as string[]) await orm.execute(sql.raw(text));
    });
    response.end();
  } catch (error) {
    // What the host's own constraints refuse.
    if (!sqlState(error)?.startsWith('23')) throw error;
    response.status(409).end();
  }
});
app.get('/state/:workspaceId', async (request, response) => {
  response.json(await readState(database, request.params.workspaceId));
});
const server = createServer(app).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

// Whoever started this is done with it, or gone.
process.once('disconnect', () => process.exit(0));

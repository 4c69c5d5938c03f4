/**
 * A server process of the soak of entities: streams, the sequencer, and an endpoint through which the host writes to its own
 * tables. It is told of its database, and tells its port.
 */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import express from 'express';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../../src/db/open.js';
import { createInUnit } from '../../../src/db/unit.js';
import { createRegistry } from '../../../src/entities/registry.js';
import { createSequencer } from '../../../src/entities/sequencer/sequencer.js';
import { createSqlLog } from '../../../src/events/sqlLog.js';
import { createWake } from '../../../src/events/wake.js';
import { createEdge } from '../../../src/http/edge.js';
import type { Operations } from '../../../src/operations.js';
import { sqlState } from '../../../src/db/sql.js';
import { kinds } from '../../entities/hostTables.js';
import { readState } from './state.js';

const onError = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
const database = await openDatabase({ kind: 'postgres', url: process.argv[2] ?? '', poolSize: 10 });
const edge = createEdge({
  // This host asks for nothing but streams.
  operations: {} as Operations,
  runOnce: (_claim, work) => work(),
  upsertUser: async () => undefined,
  authenticate: (request) => {
    const userId = request.get('x-user') ?? request.get('authorization');
    return userId === undefined ? null : { userId, email: `${userId}@soak.example`, emailVerified: true, name: userId };
  },
  publicUrl: 'http://soak.example',
  log: createSqlLog(database),
  onError,
});
const wake = createWake({ database, onWake: edge.hub.wake, onError });
await wake.start();
const sequencer = createSequencer({
  database,
  inUnit: createInUnit(database, () => new Date(), wake),
  registry: createRegistry(database, kinds, onError),
  isHeard: () => edge.streamCount() > 0,
  onError,
});
sequencer.start();

const app = express();
app.use('/api', edge.router);
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

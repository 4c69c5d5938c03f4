import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Express } from 'express';
import { operationNames } from 'guildhall/contract';
import type { Call, OperationName } from 'guildhall/contract';
import { createMemoryBackend } from 'guildhall/adapters/memory';
import type { MemoryBackend } from 'guildhall/adapters/memory';
import type { World } from '../../../src/testing/world.js';
import { createEdge } from '../../src/http/edge.js';
import type { Edge, EdgeDeps } from '../../src/http/edge.js';
import type { EventLog } from '../../src/events/log.js';
import type { Operations } from '../../src/operations.js';

/** Nothing ever happens in this log. */
const silentLog: EventLog = {
  read: async () => [],
  open: async () => ({ viewer: { head: 0, oldest: null }, workspaces: new Map() }),
};

type Untyped = Record<string, Record<string, (input: unknown, call?: Call) => Promise<unknown>>>;

function call(backend: MemoryBackend, userId: string | null, name: OperationName, input: unknown, options?: Call) {
  const [group = '', method = ''] = name.split('.');
  const operation = (backend.as(userId) as unknown as Untyped)[group]?.[method];
  if (!operation) throw new Error(`The memory backend lacks ${name}.`);
  return operation(input, options);
}

/** The memory backend as what the router serves. */
function memoryOperations(backend: MemoryBackend): Operations {
  return Object.fromEntries(
    operationNames.map((name) => [
      name,
      (actor: { userId: string } | null, input: unknown) => call(backend, actor?.userId ?? null, name, input),
    ]),
  ) as unknown as Operations;
}

/** A server on the loopback. */
export interface TestServer {
  readonly url: string;
  readonly edge: Edge;
  /** What `onError` was told. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

/** Whoever the header `x-user` names is signed in. */
export const USER_HEADER = 'x-user';
/** The origin that the test servers take for their own. */
export const PUBLIC_URL = 'https://host.example';

/** Serves an edge. What is not given is the least that works. */
export async function serveEdge(
  deps: Partial<EdgeDeps>,
  customise: (app: Express) => void = () => {},
): Promise<TestServer> {
  const errors: unknown[] = [];
  const edge = createEdge({
    authenticate: (request) => {
      const userId = request.get(USER_HEADER);
      return userId === undefined ? null : { userId, email: `${userId}@host.example`, emailVerified: true };
    },
    publicUrl: PUBLIC_URL,
    operations: {} as Operations,
    upsertUser: async () => undefined,
    runOnce: (_write, work) => work(),
    log: silentLog,
    onError: (error) => errors.push(error),
    checkOutputs: true,
    ...deps,
  });
  const app = express();
  customise(app);
  app.use('/api', edge.router);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    edge,
    errors,
    close: () =>
      new Promise((resolve) => {
        edge.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves a memory backend. */
export async function serveMemory(
  world: World,
  deps: Partial<EdgeDeps> = {},
): Promise<TestServer & { backend: MemoryBackend }> {
  const backend = createMemoryBackend(world);
  const server = await serveEdge({
    operations: memoryOperations(backend),
    runOnce: ({ actorId, key, operation, input }) =>
      call(backend, actorId, operation, input, { idempotencyKey: key }) as Promise<never>,
    ...deps,
  });
  return { ...server, backend };
}

import { createHttpAdapter } from 'guildhall/adapters/http';
import { describeGuildhallAdapter } from 'guildhall/testing';
import { serveMemory, USER_HEADER } from '../server/test/http/support.js';

// The edge alone: HTTP → router → memory. With the database behind it, see server/test/conformance.*.
describeGuildhallAdapter(
  'HTTP to a router on memory',
  async (world) => {
    const server = await serveMemory(world);
    return {
      as: (userId) =>
        createHttpAdapter({
          baseUrl: server.url,
          headers: userId === null ? {} : { [USER_HEADER]: userId },
          features: { live: false },
        }),
      advance: async (ms) => server.backend.advance(ms),
      billing: {
        addPaymentMethod: async (workspaceId, behaviour) =>
          server.backend.billing.addPaymentMethod(workspaceId, behaviour),
        authenticate: async (clientSecret, answer) => server.backend.billing.authenticate(clientSecret, answer),
      },
      entities: {
        put: async (entity) => server.backend.entities.put(entity),
        remove: async (kind, id) => server.backend.entities.remove(kind, id),
      },
      dispose: async () => {
        await server.close();
        server.backend.dispose();
        if (server.errors.length > 0) throw new AggregateError(server.errors, 'The server had errors of its own.');
      },
    };
  },
  // The memory backend keeps no log to stream from.
  { without: ['subscribe'] },
);

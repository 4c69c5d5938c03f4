import { createMemoryBackend } from 'guildhall/adapters/memory';
import type { MemoryBackendOptions } from 'guildhall/adapters/memory';
import { operationNames } from 'guildhall/contract';
import { describeGuildhallAdapter } from 'guildhall/testing';
import type { CreateHarness } from 'guildhall/testing';
import { describe } from 'vitest';
import { describeCapabilities } from '../src/testing/conformance/capabilities.suite.js';

const harnessWith =
  (options: MemoryBackendOptions): CreateHarness =>
  async (world) => {
    const backend = createMemoryBackend(world, options);
    return {
      as: (userId) => backend.as(userId),
      advance: async (ms) => backend.advance(ms),
      billing: {
        addPaymentMethod: async (workspaceId, behaviour) => backend.billing.addPaymentMethod(workspaceId, behaviour),
        authenticate: async (clientSecret, answer) => backend.billing.authenticate(clientSecret, answer),
      },
      entities: {
        put: async (entity) => backend.entities.put(entity),
        remove: async (kind, id) => backend.entities.remove(kind, id),
      },
      dispose: async () => backend.dispose(),
    };
  };

describeGuildhallAdapter('the memory adapter', harnessWith({}));

// An adapter may have no more than it must. What it is without cannot be tested, but that it says so truly can.
const least = new Set(['workspaces.list', 'workspaces.get', 'members.list']);
const without = [...operationNames.filter((name) => !least.has(name)), 'subscribe' as const];
const supports = { search: false, totalCount: false, memberSorts: ['name', '-name'] as const };

describe('the least adapter', () => {
  describeCapabilities({ createHarness: harnessWith({ omit: without, supports }), without });
});

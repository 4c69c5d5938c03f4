import { createMemoryBackend } from 'guildhall/adapters/memory';
import type { MemoryBackendOptions } from 'guildhall/adapters/memory';
import { operationNames } from 'guildhall/contract';
import { describeGuildhallAdapter } from 'guildhall/testing';
import type { CreateHarness } from 'guildhall/testing';

const harnessWith =
  (options: MemoryBackendOptions): CreateHarness =>
  async (world) => {
    const backend = createMemoryBackend(world, options);
    return {
      as: (userId) => backend.as(userId),
      advance: async (ms) => backend.advance(ms),
      dispose: async () => backend.dispose(),
    };
  };

describeGuildhallAdapter('the memory adapter', harnessWith({}));

// The suite must also hold for an adapter that has no more than it must: what it is without is skipped, not failed.
const least = new Set(['workspaces.list', 'workspaces.get', 'members.list']);
const without = [...operationNames.filter((name) => !least.has(name)), 'subscribe' as const];
const supports = { search: false, totalCount: false, memberSorts: ['name', '-name'] as const };

describeGuildhallAdapter('the least adapter', harnessWith({ omit: without, supports }), { without });

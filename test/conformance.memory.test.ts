import { createMemoryBackend } from 'guildhall/adapters/memory';
import { describeGuildhallAdapter } from 'guildhall/testing';
import type { CreateHarness } from 'guildhall/testing';

const createHarness: CreateHarness = async (world) => {
  const backend = createMemoryBackend(world);
  return {
    as: (userId) => backend.as(userId),
    advance: async (ms) => backend.advance(ms),
    dispose: async () => backend.dispose(),
  };
};

describeGuildhallAdapter('the memory adapter', createHarness);

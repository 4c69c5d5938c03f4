export { createMemoryBackend } from './backend.js';
export type { MemoryBackend } from './backend.js';
export type { MemoryBilling } from './billing/control.js';
export type { MemoryEntities } from './entities/writing.js';
export { createMemoryAdapter } from './createMemoryAdapter.js';
export type { MemoryAdapterOptions } from './createMemoryAdapter.js';
export { demoWorld } from './demoWorld.js';
export type { MemoryBackendOptions } from './options.js';
export type {
  World,
  WorldAccount,
  WorldBilling,
  WorldEntity,
  WorldEntityKind,
  WorldInvitation,
  WorldMember,
  WorldUser,
  WorldWorkspace,
} from '../../testing/world.js';

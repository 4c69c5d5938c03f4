export { describeGuildhallAdapter } from './conformance/index.js';
export type { ConformanceOptions } from './conformance/index.js';
export { failOn } from './failOn.js';
export type { FailOnOptions } from './failOn.js';
export { makeWorld } from './makeWorld.js';
export type { MakeWorldOptions } from './makeWorld.js';
export type {
  CreateHarness,
  Harness,
  World,
  WorldInvitation,
  WorldMember,
  WorldUser,
  WorldWorkspace,
} from './world.js';

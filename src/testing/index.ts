export { describeGuildhallAdapter } from './conformance/index.js';
export type { ConformanceOptions } from './conformance/index.js';
export { failOn } from './failOn.js';
export type { FailOnOptions } from './failOn.js';
export { makeWorld } from './makeWorld.js';
export type { MakeWorldOptions } from './makeWorld.js';
export { samplePlans } from './plans.js';
export type { SampleBilling } from './sampleAccounts.js';
export type {
  CardBehaviour,
  CreateHarness,
  Harness,
  HarnessBilling,
  HarnessEntities,
  World,
  WorldAccount,
  WorldBilling,
  WorldEntity,
  WorldEntityKind,
  WorldInvitation,
  WorldInvoice,
  WorldMember,
  WorldPastDue,
  WorldPaymentMethod,
  WorldUser,
  WorldWorkspace,
} from './world.js';

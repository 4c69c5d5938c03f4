export type { Charge } from './billing/changes/charge.js';
export type { Entitlements } from './billing/changes/entitlements.js';
export type { BillingOptions, StripeOptions } from './billing/options.js';
export type { PlanDefinition } from './billing/plans.js';
export type { Reconciliation } from './billing/reconcile.js';
export { createGuildhall } from './createGuildhall.js';
export type { Guildhall } from './createGuildhall.js';
export { openDatabase } from './db/open.js';
export { statement } from './db/database.js';
export type { ChannelListener, Database, Executor, Orm, Statement, StopListening } from './db/database.js';
export type { EntitiesApi, VisibleWhereOptions } from './entities/api.js';
export type { EntityColumns, EntityOptions, JoinTable } from './entities/options.js';
export type { EntitiesOptions } from './entities/toKinds.js';
export { stripeFromEnv } from './env.js';
export type { Health } from './http/health.js';
export type { Identity } from './operations.js';
export type {
  DatabaseOptions,
  EmailOptions,
  GuildhallOptions,
  HomeOwner,
  ImageStorage,
  LimitOptions,
  MailTransport,
} from './options.js';
export type {
  HostQuery,
  HostWorkspace,
  HostWorkspaceColumns,
  HostWorkspacesOptions,
} from './workspaces/host/options.js';
export type { DeleteUserOptions } from './users/delete.js';

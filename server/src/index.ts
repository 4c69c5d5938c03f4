export { createGuildhall } from './createGuildhall.js';
export type { Guildhall } from './createGuildhall.js';
export { openDatabase } from './db/open.js';
export { statement } from './db/database.js';
export type { ChannelListener, Database, Executor, Orm, Statement, StopListening } from './db/database.js';
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
export type { DeleteUserOptions } from './users/delete.js';

import { AsyncResource } from 'node:async_hooks';
import type { Router } from 'express';
import { createBillingSetup } from './billing/context.js';
import type { Reconciliation } from './billing/reconcile.js';
import { statement } from './db/database.js';
import type { Database } from './db/database.js';
import { openDatabase } from './db/open.js';
import { createInUnit } from './db/unit.js';
import { createMail } from './email/createMail.js';
import type { Mail } from './email/createMail.js';
import { purgeInbox } from './entities/sequencer/inbox.js';
import { createSequencer } from './entities/sequencer/sequencer.js';
import { syncTriggers } from './entities/triggers/sync.js';
import type { SyncTriggersOptions } from './entities/triggers/sync.js';
import type { TriggerReport } from './entities/triggers/compare.js';
import type { EntitiesApi } from './entities/api.js';
import { isProduction } from './env.js';
import { purgeEvents } from './events/purge.js';
import { createSqlLog } from './events/sqlLog.js';
import { createWake } from './events/wake.js';
import { createEdge } from './http/edge.js';
import { createHealthCheck, healthRouter } from './http/health.js';
import type { CheckHealth } from './http/health.js';
import { webhooksRouter } from './http/webhooks.js';
import { imagesRouter } from './http/images.js';
import { outboxRouter } from './http/outbox.js';
import { createDatabaseStorage } from './images/databaseStorage.js';
import { createWorkspaceImages } from './images/workspaceImages.js';
import type { DatabaseOptions, GuildhallOptions } from './options.js';
import { createServices } from './services.js';
import type { HostApi } from './services.js';

/** Guildhall inside a host's server. */
export interface Guildhall extends HostApi {
  readonly entities: EntitiesApi & {
    /** Installs the triggers that tell of what changes in the host's tables; also `guildhall sync-triggers`. */
    syncTriggers(options?: SyncTriggersOptions): Promise<TriggerReport[]>;
    /** Brings what has changed in the host's tables to those who look. Done by itself. */
    drain(): Promise<void>;
  };
  /** To be mounted at `basePath`, before any middleware that answers by itself. */
  readonly router: Router;
  /** Brings the database up to date, and begins to work: mails, events, cleaning up. Call it once, before listening. */
  migrate(): Promise<void>;
  /** How this process is doing; also at `GET /readyz`. */
  readonly health: CheckHealth;
  /** Looks for events that the host's own code wrote, and for mails. Never needed for correctness, only for speed. */
  wake(): void;
  /** Deletes what is kept for a time only. Done by itself every hour. */
  purge(): Promise<void>;
  /** Compares every workspace's account with what Stripe holds, and makes it so. Done by itself every hour. */
  reconcileBilling(): Promise<Reconciliation>;
  /** Sends all mail that is due. Done by itself. */
  sendMail(): Promise<void>;
  /**
   * Ends gracefully: sends streams away to reconnect, finishes the mail under way, closes what `createGuildhall`
   * opened. Requests that are under way go on: close the HTTP server first.
   */
  close(): Promise<void>;
}

const PING = statement<never>('ping', 'select 1');
const HOUR_MS = 3_600_000;

/**
 * Makes a Guildhall for the host's Express app.
 *
 * @throws Error where an option cannot be used, saying which; or where the embedded database is held by another process
 * @example
 * const guildhall = await createGuildhall({ database, authenticate, secret, publicUrl, appName: 'Parley' });
 * await guildhall.migrate();
 * app.use('/api/guildhall', guildhall.router);
 */
export async function createGuildhall(options: GuildhallOptions): Promise<Guildhall> {
  checkOptions(options);
  const { clock = () => new Date(), onError = logError, basePath = '/api/guildhall' } = options;
  const billing =
    options.billing &&
    createBillingSetup(options.billing, { isProduction: isProduction(), publicUrl: options.publicUrl });
  const given = isOpen(options.database) ? options.database : undefined;
  const database = given ?? (await openDatabase(options.database as DatabaseOptions));
  const storage = options.storage ?? createDatabaseStorage(database, clock);
  const invitationUrl = (token: string) =>
    `${new URL(options.invitationPath ?? '/invitation', options.publicUrl).href}#token=${token}`;

  const services = createServices({
    database,
    clock,
    secret: options.secret,
    invitationUrl,
    imageUrl: (key) => `${basePath}/images/${key}`,
    images: createWorkspaceImages(storage),
    billing,
    workspaces: options.workspaces,
    entities: options.entities,
    mailConfigured: options.email !== undefined,
    limits: options.limits,
    homeName: options.homeName,
    onError,
    // What a commit sets off belongs to no request: without this it would inherit what Node carries along with one.
    onCommit: AsyncResource.bind((streams: readonly string[]) => {
      wake(streams);
      mail?.worker.wake();
      services.billing.wake();
      sequencer?.wake();
    }),
  });
  const inUnit = createInUnit(database, clock, (streams) => wake(streams));
  const mail: Mail | undefined = createMail({
    ...options,
    database,
    inUnit,
    clock,
    onError,
    tokens: services.tokens,
    invitationUrl,
  });

  let closing: Promise<void> | undefined;
  const health = createHealthCheck(
    () => database.query(PING, []),
    () => closing !== undefined,
  );
  const edge = createEdge({
    ...options,
    operations: services.operations,
    runOnce: services.runOnce,
    upsertUser: services.host.users.upsert,
    log: createSqlLog(database),
    streamsPerUser: options.limits?.streamsPerUser,
    onError,
    webhooks: services.billing.receive ? [webhooksRouter(services.billing.receive)] : [],
    extras: [healthRouter(health), imagesRouter(storage), ...(mail?.outbox ? [outboxRouter(mail.outbox)] : [])],
  });
  const wake = createWake({ database, onWake: edge.hub.wake, onError });
  const { kinds } = services.registry;
  const sequencer =
    kinds.length === 0
      ? undefined
      : createSequencer({
          database,
          inUnit,
          registry: services.registry,
          isHeard: () => edge.streamCount() > 0,
          onError,
        });
  const purge = async () => {
    await services.purge();
    await purgeInbox(database, clock());
    await purgeEvents(database, clock());
  };
  let hourly: NodeJS.Timeout | undefined;

  return {
    router: edge.router,
    ...services.host,
    entities: {
      ...services.host.entities,
      syncTriggers: (how) => syncTriggers(database, kinds, how),
      drain: async () => sequencer?.drain(),
    },
    users: {
      ...services.host.users,
      delete: async (userId, how) => {
        await services.host.users.delete(userId, how);
        edge.forgetUser(userId);
      },
    },
    health,
    purge,
    wake: () => {
      edge.hub.wake();
      mail?.worker.wake();
      services.billing.wake();
      sequencer?.wake();
    },
    reconcileBilling: services.billing.reconcile,
    sendMail: async () => mail?.worker.drain(),
    migrate: async () => {
      await database.migrate();
      await services.check();
      await wake.start();
      mail?.worker.start();
      sequencer?.start();
      await services.billing.start();
      hourly = setInterval(() => void purge().catch(onError), HOUR_MS);
      hourly.unref();
    },
    close: () =>
      (closing ??= (async () => {
        clearInterval(hourly);
        edge.close();
        await mail?.worker.close();
        await sequencer?.close();
        await services.billing.close();
        await wake.close();
        if (!given) await database.close();
      })()),
  };
}

const isOpen = (database: DatabaseOptions | Database): database is Database => 'query' in database;

function checkOptions({ secret, publicUrl, email, appName }: GuildhallOptions): void {
  if (secret.length < 32)
    throw new Error('`secret` must have 32 characters or more, and be the same in every process.');
  if (!/^https?:$/.test(URL.canParse(publicUrl) ? new URL(publicUrl).protocol : '')) {
    throw new Error(
      `\`publicUrl\` must be an origin such as https://app.example.com; it is ${JSON.stringify(publicUrl)}.`,
    );
  }
  if (appName.trim() === '') throw new Error('`appName` must say what the product is called: mails name it.');
  if (email?.transport.kind === 'outbox' && isProduction()) {
    throw new Error(
      'The outbox is for development: whoever opens it reads all mail. In production use the `smtp` transport, or leave `email` out.',
    );
  }
}

function logError(error: unknown): void {
  process.stderr.write(`guildhall: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

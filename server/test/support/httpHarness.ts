import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Transporter } from 'nodemailer';
import { createHttpAdapter } from 'guildhall/adapters/http';
import type { Harness, World } from '../../../src/testing/world.js';
import { createGuildhall } from '../../src/createGuildhall.js';
import type { Guildhall } from '../../src/createGuildhall.js';
import type { Database } from '../../src/db/database.js';
import type { EmailOptions, GuildhallOptions } from '../../src/options.js';
import { createBillingHarness } from './billingHarness.js';
import { createHostEntities } from './hostEntities/hostEntities.js';
import { identityOf } from './inProcess.js';
import { seedWorld } from './seedWorld.js';

/** Whoever this header names is signed in. */
const USER_HEADER = 'x-user';

/** A server on the loopback, as a host runs it. */
export interface RunningGuildhall {
  readonly guildhall: Guildhall;
  readonly baseUrl: string;
  /** What `onError` was told. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

/** Runs Guildhall in an Express app. */
export async function runGuildhall(
  options: Partial<GuildhallOptions> & Pick<GuildhallOptions, 'database'>,
): Promise<RunningGuildhall> {
  const errors: unknown[] = [];
  const guildhall = await createGuildhall({
    authenticate: () => null,
    secret: 'a secret of at least thirty-two characters',
    publicUrl: 'https://parley.example',
    appName: 'Parley',
    email: { from: 'Parley <no-reply@parley.example>', transport: { kind: 'outbox' } },
    onError: (error) => errors.push(error),
    ...options,
  });
  await guildhall.migrate();
  const server = createServer(express().use('/api/guildhall', guildhall.router));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    guildhall,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/guildhall`,
    errors,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await guildhall.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const AWAY = new Error('The mail server is away.');

/** Mail stays queued, so that nothing happens but what a test does. */
const away: EmailOptions = {
  from: 'Parley <no-reply@parley.example>',
  transport: { kind: 'custom', transporter: { sendMail: () => Promise.reject(AWAY) } as unknown as Transporter },
};

/** A harness of the conformance suite over HTTP, on an empty database. Fails where the server had an error of its own. */
export async function createHttpHarness(database: Database, world: World): Promise<Harness> {
  await seedWorld(database, world);
  const host = await createHostEntities(database, world);
  let now = Date.parse(world.now);
  const people = new Map(world.users.map((user) => [user.id, identityOf(user)]));
  const adapterOf = (userId: string | null) => {
    if (userId !== null && !people.has(userId)) throw new Error(`The world has no user ${userId}.`);
    const headers: HeadersInit = userId === null ? {} : { [USER_HEADER]: userId };
    return createHttpAdapter({ baseUrl: running.baseUrl, headers });
  };
  const openForm = (workspaceId: string) => {
    const { members = [] } = world.workspaces.find(({ id }) => id === workspaceId) ?? {};
    const owner = members.find(({ role }) => role === 'owner');
    return Promise.resolve(adapterOf(owner?.userId ?? null).billing?.createSetup?.({ workspaceId }));
  };
  const billing = world.billing ? await createBillingHarness(world, openForm) : undefined;
  const running = await runGuildhall({
    database,
    billing: billing?.options,
    entities: host.options,
    limits: world.limits,
    clock: () => new Date(now),
    email: away,
    authenticate: (request) => people.get(request.get(USER_HEADER) ?? '') ?? null,
  });
  billing?.deliverTo(`${running.baseUrl}/webhooks/stripe`);
  return {
    as: adapterOf,
    async advance(ms) {
      now += ms;
      await billing?.advanceTo(now);
    },
    billing: billing?.payer,
    entities: host.harness,
    async dispose() {
      await billing?.settle();
      await running.close();
      await billing?.dispose();
      const errors = running.errors.filter((error) => error !== AWAY);
      if (errors.length > 0) throw new AggregateError(errors, 'The server had errors of its own.');
    },
  };
}

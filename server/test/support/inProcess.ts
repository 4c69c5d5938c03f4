import { GuildhallError, MEMBER_SORTS, operationNames, parseInput, routes } from 'guildhall/contract';
import type { Call, GuildhallAdapter, OperationName } from 'guildhall/contract';
import type { Database } from '../../src/db/database.js';
import type { Identity } from '../../src/operations.js';
import { createServices } from '../../src/services.js';
import type { ServiceDeps, Services } from '../../src/services.js';
import type { World, WorldUser } from '../../../src/testing/world.js';
import type { FullAdapter } from '../soak/scenarios.js';

/** How the bytes of each kind begin, in hexadecimal. */
const SIGNATURES: Record<string, RegExp> = {
  'image/png': /^89504e47/,
  'image/jpeg': /^ffd8ff/,
  'image/webp': /^52494646.{8}57454250/,
};

/** Pictures in a map. */
export function createTestImages(): ServiceDeps['images'] & { readonly kept: ReadonlyMap<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  let made = 0;
  return {
    kept,
    async store({ contentType, data }) {
      if (!SIGNATURES[contentType]?.test(Buffer.from(data).toString('hex', 0, 16))) {
        throw new GuildhallError('validation', {
          details: { fields: [{ path: 'image.data', message: 'is no picture' }] },
        });
      }
      made += 1;
      kept.set(`picture-${made}`, data);
      return `picture-${made}`;
    },
    async remove(key) {
      kept.delete(key);
    },
  };
}

/** What services need, for tests that care about the database alone. */
export function testDeps(database: Database, overrides: Partial<ServiceDeps> = {}): ServiceDeps {
  return {
    database,
    clock: () => new Date(),
    secret: 'a secret of at least thirty-two characters',
    invitationUrl: (token) => `https://parley.example/invitation#token=${token}`,
    imageUrl: (key) => `https://parley.example/images/${key}`,
    images: createTestImages(),
    mailConfigured: true,
    onCommit: () => undefined,
    ...overrides,
  };
}

/** What sign-in tells of somebody in a world. */
export function identityOf({ id, email, name, emailVerified = true, imageUrl = null }: WorldUser): Identity {
  return { userId: id, email, name, emailVerified, imageUrl };
}

/** Does an operation as the router does, without HTTP. */
function perform({ operations, runOnce }: Services, actor: Identity | null, operation: OperationName) {
  const handler = operations[operation] as (actor: Identity | null, input: unknown) => Promise<unknown>;
  return async (given: unknown, { idempotencyKey: key, signal }: Call = {}) => {
    signal?.throwIfAborted();
    if (!actor && routes[operation].access !== 'public') throw new GuildhallError('unauthenticated');
    // As over HTTP: what is undefined is not sent.
    const input = parseInput(operation, JSON.parse(JSON.stringify(given)) as unknown);
    const work = () => handler(actor, input);
    const answer =
      key !== undefined && actor ? await runOnce({ actorId: actor.userId, key, operation, input }, work) : await work();
    signal?.throwIfAborted();
    return JSON.parse(JSON.stringify(answer)) as unknown;
  };
}

/** An adapter straight onto the services, without events. */
function createAdapter(services: Services, actor: Identity | null): GuildhallAdapter & FullAdapter {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const operation of operationNames) {
    const [group = '', method = ''] = operation.split('.');
    groups[group] = { ...groups[group], [method]: perform(services, actor, operation) };
  }
  const supports = { search: true, totalCount: true, memberSorts: MEMBER_SORTS };
  return { id: `services of ${actor?.userId ?? 'nobody'}`, supports, ...groups } as unknown as GuildhallAdapter &
    FullAdapter;
}

/** A server without HTTP, on a database that may be shared, as the people of a world meet it. */
export function createServicesInstance(database: Database, world: World, overrides: Partial<ServiceDeps> = {}) {
  const plenty = { invitationsPerSenderPerHour: 1_000_000, invitationsPerWorkspacePerDay: 1_000_000 };
  const services = createServices(testDeps(database, { limits: plenty, ...overrides }));
  const people = new Map(world.users.map((user) => [user.id, createAdapter(services, identityOf(user))]));
  return {
    services,
    as(userId: string): FullAdapter {
      const adapter = people.get(userId);
      if (!adapter) throw new Error(`The world has no user ${userId}.`);
      return adapter;
    },
  };
}

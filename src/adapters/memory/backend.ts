import { MEMBER_SORTS, operationNames } from '../../contract/index.js';
import type { Call, GuildhallAdapter, StreamListener, Supports } from '../../contract/index.js';
import type { World } from '../../testing/world.js';
import { createMemoryBilling } from './billing/control.js';
import type { MemoryBilling } from './billing/control.js';
import { catchUp } from './billing/time.js';
import { createMemoryEntities } from './entities/writing.js';
import type { MemoryEntities } from './entities/writing.js';
import type { MemoryBackendOptions } from './options.js';
import { perform } from './perform.js';
import { seedStore } from './seed.js';
import { Session } from './session.js';
import { Store } from './store.js';

/** A whole backend in memory, seen through one adapter for each person. */
export interface MemoryBackend {
  /** The adapter of somebody who is signed in, or of nobody for null. All adapters see the same backend, live. */
  as(userId: string | null): GuildhallAdapter;
  /** What Stripe.js, the bank and the host do. In a world without billing everything here throws. */
  readonly billing: MemoryBilling;
  /** What the host's own code does to its entities. In a world without kinds there are none to write. */
  readonly entities: MemoryEntities;
  /** Moves the backend's clock on, by milliseconds: trials end, plans are renewed, payments are tried again. */
  advance(ms: number): void;
  /** Ends all subscriptions. */
  dispose(): void;
}

const ALL: Supports = { search: true, totalCount: true, memberSorts: MEMBER_SORTS };
let lastBackend = 0;

type Groups = Record<string, Record<string, (input: unknown, call?: Call) => Promise<unknown>>>;

function operationsOf(session: Session, { latency = 0, omit = [] }: MemoryBackendOptions): Groups {
  const groups: Groups = { workspaces: {}, members: {} };
  for (const name of operationNames.filter((operation) => !omit.includes(operation))) {
    const [group, method] = name.split('.') as [string, string];
    const ms = () => (typeof latency === 'number' ? latency : latency(name));
    (groups[group] ??= {})[method] = (input, call) => perform(session, name, ms(), input, call);
  }
  return groups;
}

function subscribeWith({ store, actor }: Session): NonNullable<GuildhallAdapter['subscribe']> {
  return ({ workspaceId }, listener: StreamListener) => {
    if (actor) return store.hub.subscribe(actor, workspaceId, () => store.workspaces.get(workspaceId ?? ''), listener);
    listener.onStatus?.('offline');
    return () => undefined;
  };
}

/**
 * Makes a whole backend in memory from a world: every operation, every rule and every event of the contract.
 * For Storybook, tests and prototypes; nothing is kept.
 *
 * @throws Error if the world contradicts itself: an unknown user, a workspace without an owner.
 * @example
 * const backend = createMemoryBackend(world);
 * const ada = backend.as('ada');
 * const grace = backend.as('grace'); // sees at once what ada changes
 */
export function createMemoryBackend(world: World, options: MemoryBackendOptions = {}): MemoryBackend {
  const startedAt = Date.parse(world.now);
  const { now = () => startedAt, invitationUrl = 'https://guildhall.example/invitation', omit = [] } = options;
  const store = new Store(world, now, invitationUrl);
  seedStore(store, world);
  const supports = { ...ALL, ...options.supports };
  lastBackend += 1;
  const backendId = lastBackend;
  return {
    as(userId) {
      const actor = userId === null ? null : store.users.get(userId);
      if (actor === undefined) throw new Error(`The world has no user ${userId}.`);
      const session = new Session(store, actor, supports);
      // The types of all rows are checked in `handlers`; TypeScript cannot follow them through `split`.
      const ports = operationsOf(session, options) as unknown as Omit<
        GuildhallAdapter,
        'id' | 'supports' | 'subscribe'
      >;
      return {
        id: `memory:${backendId}:${userId ?? ''}`,
        supports,
        ...ports,
        ...(!omit.includes('subscribe') && { subscribe: subscribeWith(session) }),
      };
    },
    advance(ms) {
      store.advance(ms);
      catchUp(store);
    },
    billing: createMemoryBilling(store),
    entities: createMemoryEntities(store),
    dispose: () => store.hub.dispose(),
  };
}

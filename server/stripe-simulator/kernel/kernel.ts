import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createClock } from './clock.js';
import type { Clock } from './clock.js';
import { createEvents } from './events.js';
import type { Events, Origin } from './events.js';
import type { Includable, Includables } from './expand.js';
import { createIds } from './ids.js';
import type { Ids } from './ids.js';
import { createJournal } from './journal.js';
import type { Journal } from './journal.js';
import { createPorts } from './ports.js';
import type { Ports } from './ports.js';
import type { Answer, Page, Route } from './route.js';
import { createStore } from './store.js';
import type { Store } from './store.js';

/** The API version that the simulator speaks: the one that the pinned SDK sends. */
export const API_VERSION = '2026-10-28.endive';

/** What becomes of a payment that failed: as one would set it in Stripe's dashboard. */
export interface Dunning {
  /** Days from one attempt to the next. */
  retryDays: readonly number[];
  /** What the subscription becomes when all attempts have failed. */
  afterwards: 'canceled' | 'unpaid' | 'past_due';
}

/** What all families of resources stand on. */
export interface Kernel {
  store: Store;
  ids: Ids;
  clock: Clock;
  events: Events;
  journal: Journal;
  ports: Ports;
  /** Gives ports: what other families ask of this one. */
  provide: (ports: Partial<Ports>) => void;
  /** Makes a property that answers have only when expanded, as `includable('invoice', 'payments', …)`. */
  includable: (kind: string, property: string, make: Includable) => void;
  includables: Includables;
  /** Whose request is being handled. */
  origin: Origin;
  dunning: Dunning;
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  baseUrl: string;
  /** Forgets everything. This kernel is another's then. */
  reset: () => Promise<void>;
}

/** Resources that belong together, such as customers and their tax ids. */
export interface Family {
  routes?: Route[];
  pages?: Page[];
  /** Around every request to the API, to delay, fail or lose it. The first that answers decides. */
  intercept?: Interceptor;
  /** A connection that asks to become something else, such as a WebSocket. Returns whether it was taken. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  close?: () => void | Promise<void>;
}

/** Called around requests to `/v1`, outside of their transaction. */
export interface Interceptor {
  /** Before anything is done. An answer is sent instead of doing it. */
  before?: (request: { method: string; path: string }) => Promise<Answer | null> | Answer | null;
  /** After it was done. `lose` breaks the connection, so that the caller never learns how it ended. */
  after?: (request: { method: string; path: string }, answer: Answer) => Promise<Answer | 'lose'> | Answer | 'lose';
}

/** Makes a family on a kernel. It registers its time, ports and includables itself, and returns what is reached over HTTP. */
export type MakeFamily = (kernel: Kernel) => Family;

/** What a kernel is made with. */
export interface KernelOptions {
  /** The time in seconds, standing still until advanced. Absent, the system's. */
  clock?: number | undefined;
  seed: string | number;
  /** @default again after 3, 5 and 7 days, then canceled */
  dunning?: Dunning | undefined;
}

const DUNNING: Dunning = { retryDays: [3, 5, 7], afterwards: 'canceled' };

/** An empty kernel. */
export function createKernel({ clock: start, seed, dunning = DUNNING }: KernelOptions): Kernel {
  const journal = createJournal();
  const store = createStore(journal);
  const ids = createIds(seed);
  const clock = createClock(store, journal, start);
  const includables: Includables = new Map();
  const { ports, provide } = createPorts();
  const kernel: Kernel = {
    store,
    ids,
    clock,
    journal,
    ports,
    provide,
    includables,
    includable: (kind, property, make) => void includables.set(`${kind}.${property}`, make),
    origin: { requestId: null, idempotencyKey: null },
    dunning,
    baseUrl: '',
    reset: async () => {},
    events: createEvents({
      store,
      ids,
      clock,
      journal,
      apiVersion: API_VERSION,
      origin: () => kernel.origin,
    }),
  };
  return kernel;
}

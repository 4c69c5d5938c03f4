import { once } from 'node:events';
import type { Server } from 'node:http';
import { FAMILIES } from './families.js';
import type { Clock } from './kernel/clock.js';
import type { EventListener } from './kernel/events.js';
import { createHandler, createHttpServer } from './kernel/http.js';
import type { Handle } from './kernel/http.js';
import { createKernel } from './kernel/kernel.js';
import type { Dunning, Family, Kernel, MakeFamily } from './kernel/kernel.js';

/** How a simulator is made. */
export interface SimulatorOptions {
  /** @default 0: any that is free */
  port?: number;
  /** The time in seconds, standing still until advanced. @default the system's clock */
  clock?: number;
  /** Makes ids the same in every run. @default random */
  seed?: string | number;
  /** When a payment that failed is tried again. @default after 3, 5 and 7 days; then the subscription is canceled */
  dunning?: Dunning;
  /** Families of resources beside the simulator's own. @default none */
  families?: readonly MakeFamily[];
}

/** A local Stripe. */
export interface Simulator {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly port: number;
  /** Its time, in seconds. Advancing it renews, retries and expires what is due, in order. */
  readonly clock: Clock;
  /** What it holds and how it works, for tests that look inside. After `reset` it is another one. */
  readonly kernel: Kernel;
  /** Told of each event, in order, before the answer to the request that caused it. @returns Ends it. */
  onEvent: (listener: EventListener) => () => void;
  /** Forgets everything, and starts again with the same seed and time. Listeners stay. */
  reset: () => Promise<void>;
  /** The simulator without a socket: for the SDK's `Stripe.createFetchHttpClient(simulator.fetch)`, where speed matters. */
  fetch: typeof globalThis.fetch;
  close: () => Promise<void>;
}

const TICK_MILLISECONDS = 1000;

/** A simulator's contents, from one reset to the next. */
interface World {
  kernel: Kernel;
  families: Family[];
  handle: Handle;
}

/** What answers requests as `fetch` does, without a socket. */
function toFetch(handle: Handle): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, url } = request;
    const headers = Object.fromEntries(request.headers);
    const answer = await handle({ method, url, headers, body: await request.text() });
    if (answer === 'lose') throw new TypeError('The connection to the Stripe simulator was lost.');
    return new Response(answer.status === 204 ? null : Buffer.from(answer.body), answer);
  };
}

async function listen(server: Server, wanted: number): Promise<number> {
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : wanted;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

async function closeFamilies({ families }: World): Promise<void> {
  for (const family of families) await family.close?.();
}

/** Starts a simulator on loopback. */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port: wantedPort = 0, clock, seed = Math.random(), families: more = [], dunning } = options;
  const listeners = new Set<EventListener>();
  let baseUrl = '';

  function createWorld(): World {
    const kernel = createKernel({ clock, seed, dunning });
    kernel.baseUrl = baseUrl;
    kernel.reset = reset;
    const families = [...FAMILIES, ...more].map((make) => make(kernel));
    kernel.events.onEvent((event) => listeners.forEach((listener) => listener(event)));
    return { kernel, families, handle: createHandler(kernel, families) };
  }

  async function reset(): Promise<void> {
    const old = world;
    world = createWorld();
    await closeFamilies(old);
  }

  let world = createWorld();
  const handle: Handle = (raw) => world.handle(raw);
  // Without requests time passes too: a trial ends while nobody looks.
  const tick = clock === undefined ? setInterval(() => world.kernel.clock.catchUp(), TICK_MILLISECONDS).unref() : null;
  const server = createHttpServer(handle, [
    { upgrade: (...given) => world.families.some((family) => family.upgrade?.(...given)) },
  ]);
  const port = await listen(server, wantedPort);
  baseUrl = `http://127.0.0.1:${port}`;
  world.kernel.baseUrl = baseUrl;

  return {
    url: baseUrl,
    port,
    get clock() {
      return world.kernel.clock;
    },
    get kernel() {
      return world.kernel;
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reset,
    fetch: toFetch(handle),
    async close() {
      if (tick) clearInterval(tick);
      await closeFamilies(world);
      await closeServer(server);
    },
  };
}

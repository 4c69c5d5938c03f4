import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { FAMILIES } from './families.js';
import type { Clock } from './kernel/clock.js';
import type { EventListener } from './kernel/events.js';
import { createHandler, createHttpServer } from './kernel/http.js';
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

type World = { kernel: Kernel; families: Family[]; handle: ReturnType<typeof createHandler> };

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
  const closeFamilies = async ({ families }: World) => {
    for (const family of families) await family.close?.();
  };

  async function reset(): Promise<void> {
    const old = world;
    world = createWorld();
    await closeFamilies(old);
  }

  let world = createWorld();
  // Without requests time passes too: a trial ends while nobody looks.
  const tick = clock === undefined ? setInterval(() => world.kernel.clock.catchUp(), TICK_MILLISECONDS).unref() : null;
  const server = createHttpServer(
    (raw) => world.handle(raw),
    [{ upgrade: (...given) => world.families.some((family) => family.upgrade?.(...given)) }],
  );
  server.listen(wantedPort, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
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
    async fetch(input, init) {
      const request = new Request(input, init);
      const { method, url, headers } = request;
      const answer = await world.handle({
        method,
        url,
        headers: Object.fromEntries(headers),
        body: await request.text(),
      });
      if (answer === 'lose') throw new TypeError('The connection to the Stripe simulator was lost.');
      return new Response(answer.status === 204 ? null : Buffer.from(answer.body), answer);
    },
    async close() {
      if (tick) clearInterval(tick);
      await closeFamilies(world);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

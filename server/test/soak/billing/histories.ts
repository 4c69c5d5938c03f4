import { isDeepStrictEqual } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { Stripe } from 'stripe';
import type { ActivityEntry } from 'guildhall/contract';
import { findAccount } from '../../../src/billing/accounts.js';
import { createBillingSetup } from '../../../src/billing/context.js';
import { statement } from '../../../src/db/database.js';
import type { Database } from '../../../src/db/database.js';
import type { EventObject, Simulator } from '../../../stripe-simulator/index.js';
import { PLANS, SECRET_KEY, WEBHOOK_SECRET } from '../../support/billingStage.js';
import type { BillingAdapter, BillingProcess } from '../../support/billingStage.js';
import { createServicesInstance } from '../../support/inProcess.js';
import { seedWorld } from '../../support/seedWorld.js';
import type { World } from '../../../../src/testing/world.js';
import { Random } from '../random.js';
import { happenAtStripe, happenHere, subscribe } from './happenings.js';
import type { Scene } from './happenings.js';
import { createFate, mortalDatabase, mortalFetch } from './mortal.js';
import type { Fate, LineOptions } from './mortal.js';
import { pictureAtStripe, pictureHere } from './oracle.js';

/** Milliseconds after which a process that says nothing is taken to be gone. Shorter than some stall. */
const LEASE_MS = 20;
const DAY_MS = 24 * 3_600_000;
/** How probable it is that a request fails of which nobody dies. */
const FAILURES = 0.05;

const WAITING = statement<{ count: number }>(
  'soak_stripe_events_waiting',
  'select count(*)::int as count from guildhall.stripe_events where processed_at is null',
);

/** The next history begins at the beginning: Stripe's ids come again. */
const FORGET = ['workspaces', 'users', 'events', 'stripe_events'].map((table) =>
  statement<never>(`soak_forget_${table}`, `delete from guildhall.${table}`),
);

/** What histories play on: one Stripe and one database for all of them, one after the other. */
export interface HistoryStage {
  readonly simulator: Simulator;
  readonly database: Database;
}

/** What came of a history. */
export interface HistoryTally {
  readonly events: number;
  readonly lost: number;
  readonly deaths: number;
}

/** Something to wait for. */
function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

class History {
  readonly random: Random;
  readonly stripe: Stripe;
  readonly workspaceId: string;
  /** Sent, and not answered yet. */
  readonly pending: EventObject[] = [];
  readonly scene: Scene;
  tally = { events: 0, lost: 0, deaths: 0 };
  #skew = 0;
  #current: [Fate, BillingProcess] | null = null;
  readonly #world: World;

  constructor(
    private readonly stage: HistoryStage,
    readonly seed: number,
  ) {
    const { simulator, database } = stage;
    this.random = new Random(seed);
    this.workspaceId = `history-${seed}-${crypto.randomUUID()}`;
    const owner = `olivia-${this.workspaceId}`;
    this.#world = {
      now: new Date(simulator.clock.now() * 1000).toISOString(),
      users: [{ id: owner, email: `${owner}@acme.example`, name: 'Olivia' }],
      workspaces: [{ id: this.workspaceId, name: 'Acme', members: [{ userId: owner, role: 'owner' }] }],
    };
    this.stripe = new Stripe(SECRET_KEY, {
      host: '127.0.0.1',
      port: simulator.port,
      protocol: 'http',
      httpClient: Stripe.createFetchHttpClient(simulator.fetch),
    });
    this.scene = {
      simulator,
      stripe: this.stripe,
      random: this.random,
      workspaceId: this.workspaceId,
      customer: async () => (await findAccount(database, this.workspaceId))?.customerId ?? null,
    };
  }

  readonly clock = () => new Date(this.stage.simulator.clock.now() * 1000 + this.#skew);

  /** A workspace with a customer, and most of the time with a card and a plan. */
  async begin(): Promise<void> {
    await seedWorld(this.stage.database, this.#world);
    const { workspaceId } = this;
    const { billing } = this.start().as('');
    await billing.createSetup({ workspaceId });
    const customer = (await this.scene.customer()) ?? '';
    if (this.random.next() < 0.9) await this.stripe.paymentMethods.attach('pm_card_visa', { customer });
    await billing.sync({ workspaceId });
    if (this.random.next() < 0.8) await subscribe(this.scene, customer);
  }

  /** Starts a process, of whatever fate. */
  start(fate: Fate = createFate(), line: Omit<LineOptions, 'fate'> = {}): BillingProcess {
    const { simulator, database } = this.stage;
    const keys = { secretKey: SECRET_KEY, publishableKey: 'pk_test_simulator', webhookSecret: WEBHOOK_SECRET };
    const setup = createBillingSetup(
      { plans: PLANS, stripe: { ...keys, apiBase: simulator.url } },
      {
        isProduction: false,
        publicUrl: 'https://parley.example',
        httpClient: Stripe.createFetchHttpClient(mortalFetch(simulator.fetch, { fate, ...line })),
      },
    );
    const { services, as } = createServicesInstance(mortalDatabase(database, fate), this.#world, {
      clock: this.clock,
      billing: { ...setup, leaseMs: LEASE_MS },
    });
    return { services, as: () => as(this.#world.users[0]?.id ?? '') as unknown as BillingAdapter };
  }

  /** Sends one of those that are pending: perhaps not the first, perhaps not for the last time. */
  async deliver({ services }: BillingProcess): Promise<void> {
    const { random, pending } = this;
    const [event] = pending.splice(Math.floor(random.next() * pending.length), 1);
    if (!event) return;
    if (random.next() < 0.2) pending.push(event);
    const payload = JSON.stringify(event);
    const signature = this.stripe.webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET });
    // What is not answered is sent again.
    await services.billing.receive?.(Buffer.from(payload), signature).catch(() => pending.push(event));
  }

  /** One thing after another, on processes that stall and die. */
  async play(turns: number, loss: number): Promise<void> {
    const { random, scene, pending } = this;
    for (let turn = 0; turn < turns; turn += 1) {
      const process = this.#alive();
      const chance = random.next();
      if (chance < 0.35) await happenAtStripe(scene);
      else if (chance < 0.5) await happenHere(scene, process);
      else if (chance < 0.8) await this.deliver(process);
      else await this.#workTogether(process);
      while (pending.length > 0 && random.next() < loss) {
        pending.splice(Math.floor(random.next() * pending.length), 1);
        this.tally.lost += 1;
      }
    }
  }

  /** All that was not lost arrives and is followed, still by processes that stall and die: nothing comes after it. */
  async arrive(): Promise<void> {
    while (this.pending.length > 0) {
      await this.deliver(this.#alive());
      if (this.random.next() < 0.3) await this.#workTogether(this.#alive());
    }
    await this.#workTogether(this.#alive());
  }

  #alive(): BillingProcess {
    if (!this.#current || this.#current[0].isDead) {
      if (this.#current) this.tally.deaths += 1;
      this.#current = this.#reborn();
    }
    return this.#current[1];
  }

  #reborn(): [Fate, BillingProcess] {
    const { random } = this;
    const fate = createFate(random.next() < 0.4 ? Infinity : 1 + Math.floor(random.next() * 60));
    return [fate, this.start(fate, { fails: () => random.next() < FAILURES })];
  }

  /** Two processes look for work at the same time. */
  async #workTogether({ services }: BillingProcess): Promise<void> {
    this.#skew += this.random.next() < 0.5 ? 0 : 2_000;
    await Promise.allSettled([services.billing.drain(), this.start().services.billing.drain()]);
  }

  /** A process asks Stripe, and looks at an answer when everybody else is done: its hold has run out by then. */
  async sleep(): Promise<{ wake: () => Promise<void> }> {
    const { workspaceId } = this;
    const [reached, morning] = [createGate(), createGate()];
    let answers = 1 + Math.floor(this.random.next() * 4);
    const stalls = () => {
      answers -= 1;
      if (answers !== 0) return undefined;
      reached.open();
      return morning.opened;
    };
    const done = this.start(createFate(), { stalls })
      .as('')
      .billing.sync({ workspaceId })
      .catch(() => undefined);
    await Promise.race([reached.opened, done]);
    return {
      wake: async () => {
        morning.open();
        await done;
      },
    };
  }

  /** Whoever lives does what is left to do. */
  async end(): Promise<BillingProcess> {
    const survivor = this.start();
    for (let round = 0; round < 10; round += 1) {
      await wait(LEASE_MS);
      this.#skew += DAY_MS;
      await survivor.services.billing.drain();
      const [waiting] = await this.stage.database.query(WAITING, []);
      if (waiting?.count === 0) return survivor;
    }
    throw new Error('There are events that nobody can follow.');
  }
}

/** Each change of plan in the log begins where the one before it ended. */
function brokenChain(entries: readonly ActivityEntry[]): string | null {
  let plan: string | null = 'Free';
  for (const entry of entries.toReversed()) {
    if (entry.action !== 'billing.plan_changed') continue;
    if (entry.from !== plan) return `${entry.from} follows ${plan}`;
    plan = entry.to;
  }
  return null;
}

async function check(history: History, { as }: BillingProcess, database: Database): Promise<void> {
  const { workspaceId, stripe } = history;
  const account = await findAccount(database, workspaceId);
  const there = await pictureAtStripe(stripe, account?.customerId ?? null);
  const here = pictureHere(await as('').billing.get({ workspaceId }), account?.quantity ?? null);
  if (!isDeepStrictEqual(here, there))
    throw new Error(
      `It is not known what Stripe holds.\nThere: ${JSON.stringify(there)}\nHere:  ${JSON.stringify(here)}`,
    );
  const { items } = await as('').activity.list({ workspaceId, limit: 200 });
  const broken = brokenChain(items);
  if (broken !== null) throw new Error(`The log of plans does not hold together: ${broken}.`);
}

/**
 * Plays one history: things happen at Stripe and here, events arrive late, twice, out of order or never, and processes
 * stall and die between any two steps. At its end the account must be what Stripe holds: without a pass of comparing
 * where nothing was lost, with one where something was.
 *
 * @throws Error with what differs, and the seed that brings it back
 */
export async function playHistory(stage: HistoryStage, seed: number): Promise<HistoryTally> {
  const { simulator, database } = stage;
  const history = new History(stage, seed);
  const stop = simulator.onEvent((event) => {
    history.tally.events += 1;
    history.pending.push(event);
  });
  try {
    await history.begin();
    const { random } = history;
    const loss = random.next() < 0.5 ? 0.1 : 0;
    await history.play(3 + Math.floor(random.next() * 5), loss);
    let sleeper: { wake: () => Promise<void> } | null = null;
    if (loss === 0) {
      // Then one last thing, after which nothing else could make up for what was missed.
      await history.arrive();
      await history.end();
      if (random.next() < 0.5) sleeper = await history.sleep();
      await happenAtStripe(history.scene);
    }
    await history.arrive();
    const survivor = await history.end();
    await sleeper?.wake();
    if (history.tally.lost > 0) {
      const { failed } = await survivor.services.billing.reconcile();
      if (failed.length > 0)
        throw new AggregateError(
          failed.map(({ error }) => error),
          'A pass failed.',
        );
    }
    await check(history, survivor, database);
    return history.tally;
  } catch (error) {
    throw new Error(`History ${seed} does not converge.`, { cause: error });
  } finally {
    stop();
    await simulator.reset();
    for (const table of FORGET) await database.query(table, []);
  }
}

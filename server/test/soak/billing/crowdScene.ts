import type { Stripe } from 'stripe';
import { JOB_LEASE_MS } from '../../../src/billing/jobs/queue.js';
import type { Database } from '../../../src/db/database.js';
import type { Simulator } from '../../../stripe-simulator/index.js';
import type { World } from '../../../../src/testing/world.js';
import type { BillingProcess } from '../../support/billingStage.js';
import { Random } from '../random.js';
import { createFate } from './mortal.js';
import type { Fate } from './mortal.js';
import { startMortal, stripeOf } from './startMortal.js';

/** What people come and go on. */
export interface CrowdStage {
  readonly simulator: Simulator;
  readonly database: Database;
}

/** How many come, and how often a process dies meanwhile. */
export interface Crowd {
  readonly people: number;
  readonly deaths: number;
}

const PROCESSES = 3;
/** Steps of a process at most, where it is to die. */
const LONGEST_LIFE = 200;

function worldOf(name: string, people: number, now: string): World {
  const guests = Array.from({ length: people }, (_, index) => `${name}-${index}`);
  const owner = `${name}-owner`;
  const invitations = guests.map((id) => ({
    id,
    email: `${id}@crowd.example`,
    role: 'member' as const,
    invitedBy: owner,
    expiresAt: '2100-01-01T00:00:00.000Z',
  }));
  return {
    now,
    users: [owner, ...guests].map((id) => ({ id, email: `${id}@crowd.example`, name: id })),
    workspaces: [{ id: name, name, members: [{ userId: owner, role: 'owner' }], invitations }],
  };
}

/** A workspace, those who come to it, and the processes that serve them. */
export class CrowdScene {
  readonly random: Random;
  readonly stripe: Stripe;
  readonly world: World;
  deaths = 0;
  updates = 0;
  #skew = 0;
  #crew: { fate: Fate; process: BillingProcess }[] = [];

  constructor(
    readonly stage: CrowdStage,
    readonly name: string,
    seed: number,
    readonly crowd: Crowd,
  ) {
    const { simulator } = stage;
    this.random = new Random(seed);
    this.world = worldOf(name, crowd.people, new Date(simulator.clock.now() * 1000).toISOString());
    this.stripe = stripeOf(simulator);
  }

  start(fate: Fate): BillingProcess {
    return startMortal({ ...this.stage, world: this.world, skew: () => this.#skew }, fate);
  }

  immortal(): BillingProcess {
    return this.start(createFate());
  }

  /** One of the processes that run now. Whoever died is replaced, and what they held runs out. */
  process(): BillingProcess {
    this.#crew = this.#crew.filter(({ fate }) => {
      if (fate.isDead) {
        this.deaths += 1;
        this.#skew += JOB_LEASE_MS;
      }
      return !fate.isDead;
    });
    while (this.#crew.length < PROCESSES) {
      const mayDie = this.deaths + this.#crew.length < this.crowd.deaths;
      const life = mayDie ? 1 + Math.floor(this.random.next() * LONGEST_LIFE) : Infinity;
      const fate = createFate(life);
      this.#crew.push({ fate, process: this.start(fate) });
    }
    return this.random.pick(this.#crew).process;
  }

  letTimePass(ms: number): void {
    this.#skew += ms;
  }
}

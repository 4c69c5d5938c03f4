import { Stripe } from 'stripe';
import { createBillingSetup } from '../../../src/billing/context.js';
import type { Database } from '../../../src/db/database.js';
import type { Simulator } from '../../../stripe-simulator/index.js';
import type { World } from '../../../../src/testing/world.js';
import { PLANS, SECRET_KEY, WEBHOOK_SECRET } from '../../support/billingStage.js';
import type { BillingAdapter, BillingProcess } from '../../support/billingStage.js';
import { createServicesInstance } from '../../support/inProcess.js';
import { mortalDatabase, mortalFetch } from './mortal.js';
import type { Fate } from './mortal.js';

/** Milliseconds after which a process that says nothing is taken to be gone. */
export const LEASE_MS = 50;

/** Where a process runs. */
export interface MortalSurroundings {
  readonly simulator: Simulator;
  readonly database: Database;
  readonly world: World;
  /** Milliseconds that its clock is ahead of Stripe's. @default 0 */
  readonly skew?: () => number;
}

/** The tests' own line to Stripe. */
export function stripeOf({ port, fetch }: Simulator): Stripe {
  const httpClient = Stripe.createFetchHttpClient(fetch);
  return new Stripe(SECRET_KEY, { host: '127.0.0.1', port, protocol: 'http', httpClient });
}

/** Starts a process that meets its fate between any two of its steps. */
export function startMortal(surroundings: MortalSurroundings, fate: Fate): BillingProcess {
  const { simulator, database, world, skew = () => 0 } = surroundings;
  const keys = { secretKey: SECRET_KEY, publishableKey: 'pk_test_simulator', webhookSecret: WEBHOOK_SECRET };
  const httpClient = Stripe.createFetchHttpClient(mortalFetch(simulator.fetch, { fate }));
  const setup = createBillingSetup(
    { plans: PLANS, stripe: { ...keys, apiBase: simulator.url } },
    { isProduction: false, publicUrl: 'https://parley.example', httpClient },
  );
  const { services, as } = createServicesInstance(mortalDatabase(database, fate), world, {
    clock: () => new Date(simulator.clock.now() * 1000 + skew()),
    billing: { ...setup, leaseMs: LEASE_MS },
  });
  return { services, as: (userId) => as(userId) as unknown as BillingAdapter };
}

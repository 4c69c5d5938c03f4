import { Stripe } from 'stripe';
import type { ActivityPort, BillingPort, Plan } from 'guildhall/contract';
import { createBillingSetup } from '../../src/billing/context.js';
import { applyFreeLimit } from '../../src/billing/limits.js';
import { createPlanCatalogue } from '../../src/billing/plans.js';
import type { Services, ServiceDeps } from '../../src/services.js';
import { createSimulator } from '../../stripe-simulator/index.js';
import type { Simulator } from '../../stripe-simulator/index.js';
import type { World } from '../../../src/testing/world.js';
import { createTestDatabase } from './databases.js';
import type { DatabaseKind, TestDatabase } from './databases.js';
import type { FullAdapter } from '../soak/scenarios.js';
import { createServicesInstance } from './inProcess.js';
import { seedWorld } from './seedWorld.js';

/** The simulator's clock stands here until a test moves it: 2027-01-15T08:00:00Z. */
const START = 1_800_000_000;
export const SECRET_KEY = 'sk_test_simulator';
export const WEBHOOK_SECRET = 'whsec_of_the_tests';

const base = { currency: 'usd', description: null, seats: null, memberLimit: null, trialDays: 0, features: [] };
/** What the host of these tests sells. */
export const PLANS: readonly Plan[] = [
  { ...base, id: 'free', name: 'Free', kind: 'free', prices: { month: 0, year: 0 }, memberLimit: 5 },
  { ...base, id: 'studio', name: 'Studio', kind: 'flat', prices: { month: 4900, year: null }, memberLimit: 10 },
  { ...base, id: 'team', name: 'Team', kind: 'per_seat', seats: 'automatic', prices: { month: 1200, year: 12_000 } },
  {
    ...base,
    id: 'business',
    name: 'Business',
    kind: 'per_seat',
    seats: 'prepaid',
    prices: { month: 2400, year: null },
  },
];

const person = (id: string) => ({ id, email: `${id}@acme.example`, name: id });
/** A company with somebody of each standing, and another one. */
export const billingWorld: World = {
  now: new Date(START * 1000).toISOString(),
  users: ['olivia', 'bill', 'adam', 'mia', 'petra'].map(person),
  workspaces: [
    {
      id: 'acme',
      name: 'Acme',
      members: [
        { userId: 'olivia', role: 'owner' },
        { userId: 'bill', role: 'member', billingContact: true },
        { userId: 'adam', role: 'admin' },
        { userId: 'mia', role: 'member' },
      ],
    },
    { id: 'other', name: 'Other', members: [{ userId: 'petra', role: 'owner' }] },
  ],
};

/** Somebody at a server that sells something. */
export type BillingAdapter = FullAdapter & {
  readonly billing: Required<BillingPort>;
  readonly activity: Required<ActivityPort>;
};

/** One of the processes of a server. */
export interface BillingProcess {
  readonly services: Services;
  as(userId: string): BillingAdapter;
}

/** A server, its database, and the Stripe behind it. */
export interface BillingStage extends BillingProcess {
  readonly simulator: Simulator;
  /** For what people do at Stripe, and not here. */
  readonly stripe: Stripe;
  readonly test: TestDatabase;
  /** What `onError` was told. */
  readonly errors: unknown[];
  readonly clock: () => Date;
  /** Another process on the same database. */
  start(overrides?: Partial<ServiceDeps> & { plans?: readonly Plan[]; graceMs?: number }): BillingProcess;
  dispose(): Promise<void>;
}

/** Sets a stage with the world of billing. */
export async function createBillingStage(kind: DatabaseKind, world: World = billingWorld): Promise<BillingStage> {
  const simulator = await createSimulator({ clock: START, seed: 1 });
  const test = await createTestDatabase(kind);
  await seedWorld(test.database, world);
  await applyFreeLimit(test.database, createPlanCatalogue(PLANS));
  const errors: unknown[] = [];
  const clock = () => new Date(simulator.clock.now() * 1000);
  const start: BillingStage['start'] = ({ plans = PLANS, graceMs, ...overrides } = {}) => {
    const stripe = {
      secretKey: SECRET_KEY,
      publishableKey: 'pk_test_simulator',
      webhookSecret: WEBHOOK_SECRET,
      apiBase: simulator.url,
    };
    const billing = createBillingSetup(
      { plans, stripe, graceMs },
      {
        isProduction: false,
        publicUrl: 'https://parley.example',
        httpClient: Stripe.createFetchHttpClient(simulator.fetch),
      },
    );
    const onError = (error: unknown) => void errors.push(error);
    const instance = createServicesInstance(test.database, world, { clock, billing, onError, ...overrides });
    return { services: instance.services, as: (userId) => instance.as(userId) as unknown as BillingAdapter };
  };
  return {
    ...start(),
    simulator,
    test,
    errors,
    clock,
    start,
    stripe: new Stripe(SECRET_KEY, {
      host: '127.0.0.1',
      port: simulator.port,
      protocol: 'http',
      maxNetworkRetries: 0,
      httpClient: Stripe.createFetchHttpClient(simulator.fetch),
    }),
    dispose: async () => {
      await simulator.close();
      await test.dispose();
    },
  };
}

/** The customer of a workspace at Stripe, made as anything that needs one makes it. */
export async function customerOf({ as, stripe }: BillingStage, workspaceId = 'acme', who = 'olivia'): Promise<string> {
  await as(who).billing.createSetup({ workspaceId });
  const { data } = await stripe.customers.list({ limit: 100 });
  const mine = data.find(({ metadata }) => metadata['workspace_id'] === workspaceId);
  if (!mine) throw new Error(`${workspaceId} has no customer.`);
  return mine.id;
}

/** Adds a card as its holder does in the browser. Nothing here is told of it. */
export async function addCard(
  stage: BillingStage,
  card = 'pm_card_visa',
  workspaceId = 'acme',
  who = 'olivia',
): Promise<string> {
  const { clientSecret } = await stage.as(who).billing.createSetup({ workspaceId });
  const [id = ''] = clientSecret.split('_secret_');
  const intent = await stage.stripe.setupIntents.confirm(id, { payment_method: card });
  return typeof intent.payment_method === 'string' ? intent.payment_method : (intent.payment_method?.id ?? '');
}

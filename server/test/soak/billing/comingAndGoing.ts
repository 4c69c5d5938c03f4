import { setTimeout as wait } from 'node:timers/promises';
import { isGuildhallError } from 'guildhall/contract';
import { findAccount } from '../../../src/billing/accounts.js';
import { JOB_LEASE_MS } from '../../../src/billing/jobs/queue.js';
import { statement } from '../../../src/db/database.js';
import { PLANS } from '../../support/billingStage.js';
import type { BillingProcess } from '../../support/billingStage.js';
import { seedWorld } from '../../support/seedWorld.js';
import { CrowdScene } from './crowdScene.js';
import type { Crowd, CrowdStage } from './crowdScene.js';
import { Died } from './mortal.js';
import { LEASE_MS } from './startMortal.js';

/** What came of it. */
export interface CrowdTally {
  readonly members: number;
  readonly deaths: number;
  /** How often Stripe was told of another quantity. */
  readonly updates: number;
}

/** People who act at the same time. */
const CLIENTS = 20;
const DAY = 24 * 3_600;
/** Of the plan that counts its members, in minor units. */
const PRICE = PLANS.find(({ id }) => id === 'team')?.prices.month ?? 0;

const JOBS = statement<{ count: number }>(
  'soak_billing_jobs',
  'select count(*)::int as count from guildhall.billing_jobs where workspace_id = $1',
);
const MEMBERS = statement<{ count: number }>(
  'soak_billing_members',
  'select count(*)::int as count from guildhall.members where workspace_id = $1',
);

/** What so many seats cost for the rest of a period, to the second, rounded half up. */
function prorated(seats: number, period: { start: number; end: number }, at: number): number {
  const [total, left] = [BigInt(period.end - period.start), BigInt(period.end - at)];
  return Number((2n * BigInt(seats * PRICE) * left + total) / (2n * total));
}

/** Does something until it is done, whoever dies of it. */
async function persist(scene: CrowdScene, act: (process: BillingProcess) => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await act(scene.process());
      return;
    } catch (error) {
      // Done by somebody who died before they could say so.
      if (isGuildhallError(error, 'conflict') || isGuildhallError(error, 'not_found')) return;
      if (!(error instanceof Died)) throw error;
    }
  }
}

async function comeAndMaybeGo(scene: CrowdScene, guest: string): Promise<void> {
  const workspaceId = scene.name;
  await persist(scene, ({ as }) => as(guest).invitations.accept({ invitationId: guest }));
  if (scene.random.next() < 0.4) await persist(scene, ({ as }) => as(guest).members.leave({ workspaceId }));
}

/** Whoever lives does what is left to do. */
async function finish(scene: CrowdScene): Promise<void> {
  const { database } = scene.stage;
  const survivor = scene.immortal();
  for (let round = 0; round < 40; round += 1) {
    await survivor.services.billing.drain();
    const [left] = await database.query(JOBS, [scene.name]);
    if (left?.count === 0) return;
    await wait(LEASE_MS);
    scene.letTimePass(JOB_LEASE_MS);
  }
  throw new Error('There are jobs that nobody can do.');
}

function check(holds: boolean, what: string, ...seen: unknown[]): void {
  if (!holds) throw new Error(`It does not hold that ${what}: ${seen.map((one) => JSON.stringify(one)).join(' and ')}`);
}

/** Guests come, some go again, and processes work and die. Returns how many members there are then. */
async function wave(scene: CrowdScene, guests: readonly string[]): Promise<number> {
  let isOver = false;
  const work = async () => {
    while (!isOver) {
      await scene
        .process()
        .services.billing.drain()
        .catch(() => undefined);
      await wait(1);
    }
  };
  const workers = [work(), work()];
  try {
    const waiting = [...guests];
    const client = async () => {
      for (let guest = waiting.pop(); guest !== undefined; guest = waiting.pop()) await comeAndMaybeGo(scene, guest);
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
  } finally {
    isOver = true;
    await Promise.all(workers);
  }
  await finish(scene);
  const [members] = await scene.stage.database.query(MEMBERS, [scene.name]);
  return members?.count ?? 0;
}

async function subscribe(scene: CrowdScene): Promise<string> {
  const { billing } = scene.immortal().as(`${scene.name}-owner`);
  const change = { workspaceId: scene.name, planId: 'team', interval: 'month' as const };
  await billing.createSetup({ workspaceId: scene.name });
  const { customerId } = (await findAccount(scene.stage.database, scene.name)) ?? {};
  await scene.stripe.paymentMethods.attach('pm_card_visa', { customer: customerId ?? '' });
  await billing.sync({ workspaceId: scene.name });
  const { quote } = await billing.preview(change);
  await billing.subscribe({ ...change, quote });
  return customerId ?? '';
}

/**
 * People come and go in parallel, in two waves of one moment each, while the processes that tell Stripe of it die
 * between any two of their steps. In the end Stripe bills each member, and what waits for the next bill is what the
 * seats cost for the rest of the period, to the minor unit: nothing was lost, and nothing charged twice.
 *
 * @throws Error with what differs, and the seed
 */
export async function comeAndGo(stage: CrowdStage, seed: number, crowd: Crowd): Promise<CrowdTally> {
  const { simulator, database } = stage;
  const scene = new CrowdScene(stage, `crowd-${seed}`, seed, crowd);
  const stop = simulator.onEvent(({ type }) => {
    if (type === 'customer.subscription.updated') scene.updates += 1;
  });
  try {
    await seedWorld(database, scene.world);
    const customer = await subscribe(scene);
    const guests = scene.world.users.slice(1).map(({ id }) => id);
    const half = Math.ceil(guests.length / 2);
    let [members, expected] = [1, 0];
    for (const group of [guests.slice(0, half), guests.slice(half)]) {
      simulator.clock.advanceTo(simulator.clock.now() + 5 * DAY + 12_345);
      const before = members;
      members = await wave(scene, group);
      const { data } = await scene.stripe.subscriptions.list({ customer, status: 'all' });
      const [item] = data[0]?.items.data ?? [];
      check(data.length === 1 && item?.quantity === members, 'Stripe bills each member', item?.quantity, members);
      const period = { start: item?.current_period_start ?? 0, end: item?.current_period_end ?? 0 };
      const now = simulator.clock.now();
      expected += prorated(members, period, now) - prorated(before, period, now);
    }
    const items = await scene.stripe.invoiceItems.list({ customer, limit: 100 }).autoPagingToArray({ limit: 10_000 });
    const waiting = items.reduce((sum, { amount }) => sum + amount, 0);
    check(waiting === expected, 'what waits for the next bill is what the seats cost', waiting, expected);
    const invoices = (await scene.stripe.invoices.list({ customer, limit: 100 })).data;
    check(
      invoices.length === 1,
      'nothing was charged besides',
      invoices.map(({ total }) => total),
    );
    return { members, deaths: scene.deaths, updates: scene.updates };
  } catch (error) {
    throw new Error(`Crowd ${seed} breaks.`, { cause: error });
  } finally {
    stop();
  }
}

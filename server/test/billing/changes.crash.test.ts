import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGuildhallError } from 'guildhall/contract';
import { findAccount } from '../../src/billing/accounts.js';
import { createSimulator } from '../../stripe-simulator/index.js';
import type { Simulator } from '../../stripe-simulator/index.js';
import type { World } from '../../../src/testing/world.js';
import type { BillingProcess } from '../support/billingStage.js';
import { createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { seedWorld } from '../support/seedWorld.js';
import { createFate } from '../soak/billing/mortal.js';
import { startMortal, stripeOf } from '../soak/billing/startMortal.js';
import { DAY } from './changesSupport.js';
import type { Change } from './changesSupport.js';

let simulator: Simulator;
let test: TestDatabase;
beforeAll(async () => {
  simulator = await createSimulator({ clock: 1_800_000_000, seed: 5 });
  test = await createTestDatabase('postgres');
});
afterAll(async () => {
  await simulator.close();
  await test.dispose();
});

type Wish = Omit<Change, 'workspaceId'>;
const team: Wish = { planId: 'team', interval: 'month' };
const more: Wish = { planId: 'business', interval: 'month', seats: 6 };
const fewer: Wish = { planId: 'business', interval: 'month', seats: 2 };

/** A workspace of one, which can pay. */
async function open(name: string): Promise<World> {
  const [owner, workspaceId] = [`${name}-owner`, name];
  const world: World = {
    now: new Date(simulator.clock.now() * 1000).toISOString(),
    users: [{ id: owner, email: `${owner}@crash.example`, name: owner }],
    workspaces: [{ id: name, name, members: [{ userId: owner, role: 'owner' }] }],
  };
  await seedWorld(test.database, world);
  const { billing } = immortal(world).as(owner);
  await billing.createSetup({ workspaceId });
  const { customerId: customer } = (await findAccount(test.database, name)) ?? {};
  await stripeOf(simulator).paymentMethods.attach('pm_card_visa', { customer: customer ?? '' });
  await billing.sync({ workspaceId });
  return world;
}

const surroundings = (world: World) => ({ simulator, database: test.database, world });
const immortal = (world: World) => startMortal(surroundings(world), createFate());
const nameOf = ({ workspaces: [workspace] }: World) => workspace?.id ?? '';
const billingOf = (process: BillingProcess, world: World) => process.as(world.users[0]?.id ?? '').billing;

async function change(world: World, wish: Wish): Promise<void> {
  const [billing, all] = [billingOf(immortal(world), world), { ...wish, workspaceId: nameOf(world) }];
  const { quote } = await billing.preview(all);
  await billing.subscribe({ ...all, quote });
}

/** Confirms an offer on a server that dies after so many steps, and again on another one. @returns whether it died */
async function confirmAndDie(world: World, wish: Wish, life: number): Promise<boolean> {
  const all = { ...wish, workspaceId: nameOf(world) };
  const { quote } = await billingOf(immortal(world), world).preview(all);
  const fate = createFate(life);
  const confirm = (process: BillingProcess) => billingOf(process, world).subscribe({ ...all, quote });
  await confirm(startMortal(surroundings(world), fate)).catch(() => undefined);
  await confirm(immortal(world)).catch((error: unknown) => {
    // It was made by the one who died, and could not say so.
    if (!isGuildhallError(error, 'conflict')) throw error;
  });
  return fate.isDead;
}

async function paidBy(world: World): Promise<number[]> {
  const { customerId } = (await findAccount(test.database, nameOf(world))) ?? {};
  const { data } = await stripeOf(simulator).charges.list({ customer: customerId ?? '', limit: 100 });
  return data.filter(({ status }) => status === 'succeeded').map(({ amount }) => amount);
}

describe('a server that dies between any two of its steps, and another that is asked the same', () => {
  it('begin a plan once, and charge for it once', { timeout: 300_000 }, async () => {
    let life = 1;
    for (let died = true; died; life += 1) {
      const world = await open(`begin-${life}`);
      died = await confirmAndDie(world, team, life);
      expect(await paidBy(world), `dead after ${life} steps`).toEqual([1_200]);
      const { plan, status } = await billingOf(immortal(world), world).get({ workspaceId: nameOf(world) });
      expect([plan?.id, status]).toEqual(['team', 'active']);
    }
    expect(life).toBeGreaterThan(20);
  });

  it('change to one that costs more once, and charge for it once', { timeout: 300_000 }, async () => {
    let life = 1;
    for (let died = true; died; life += 1) {
      const world = await open(`up-${life}`);
      await change(world, team);
      simulator.clock.advanceTo(simulator.clock.now() + 10 * DAY);
      died = await confirmAndDie(world, more, life);
      expect(await paidBy(world), `dead after ${life} steps`).toHaveLength(2);
      const { plan, seats } = await billingOf(immortal(world), world).get({ workspaceId: nameOf(world) });
      expect([plan?.id, seats.paid]).toEqual(['business', 6]);
    }
    expect(life).toBeGreaterThan(20);
  });

  it('put off one that costs less, whatever was done of that', { timeout: 300_000 }, async () => {
    let life = 1;
    for (let died = true; died; life += 1) {
      const world = await open(`down-${life}`);
      await change(world, more);
      died = await confirmAndDie(world, fewer, life);
      const { scheduled } = await billingOf(immortal(world), world).get({ workspaceId: nameOf(world) });
      expect(scheduled, `dead after ${life} steps`).toMatchObject({ planId: 'business', seats: 2 });
      expect(await paidBy(world)).toEqual([14_400]);
    }
    expect(life).toBeGreaterThan(20);
  });
});

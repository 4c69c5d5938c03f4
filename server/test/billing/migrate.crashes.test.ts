import { afterEach, beforeEach, expect, it } from 'vitest';
import { Mortal } from './migrateDeath.js';
import { createMoveStage, homeOf, idOf } from './migrateStage.js';
import type { MoveStage } from './migrateStage.js';

/** Milliseconds after which a process that says nothing is taken to be gone. */
const LEASE_MS = 20;

let stage: MoveStage;
beforeEach(async () => {
  stage = await createMoveStage('pglite');
});
afterEach(() => stage.dispose());

/** Runs the command in a process that dies after so many steps. Returns whether it died. */
async function runMortally(args: readonly string[], life: number): Promise<boolean> {
  const process = new Mortal(life);
  const { test, simulator } = stage;
  await stage
    .run(args, {
      database: process.database(test.database),
      fetch: process.fetch(simulator.fetch),
      leaseMs: LEASE_MS,
    })
    .catch((error: unknown) => {
      if (!process.isDead) throw error;
    });
  return process.isDead;
}

/** What people and the host see of it, wherever it was stopped in between. */
async function ends() {
  const accounts = await stage.sql(
    `select workspace_id, customer_id, subscription_id, plan->>'name' as plan, status, trial_used
       from guildhall.billing_accounts order by workspace_id`,
  );
  const { customers, subscriptions } = (await stage.picture()).atStripe;
  return { accounts, customers, subscriptions };
}
const openRuns = async () =>
  (
    await stage.sql<{ id: string }>(
      `select distinct run_id as id from guildhall.billing_moves where state <> 'reverted' order by 1`,
    )
  ).map(({ id }) => id);
const revertAll = async () => {
  for (const id of await openRuns()) await stage.run(['--revert', id], { leaseMs: LEASE_MS });
};

it('ends the same wherever it is killed and run again, and so does taking it back', { timeout: 240_000 }, async () => {
  // One whose workspace has a customer already, which holds nothing: the longest way there is.
  await stage.sql(`delete from app.profiles where user_id <> '${idOf('ann')}'`);
  await stage.pay('ann', stage.proPrice);
  await stage.as(idOf('ann')).billing.createSetup({ workspaceId: homeOf('ann') });
  await stage.as(idOf('ann')).billing.sync({ workspaceId: homeOf('ann') });
  const apply = ['--plan-map', 'pro_monthly=studio', '--apply'];
  // The first time the catalogue's own prices are made at Stripe.
  await stage.run(apply);
  const moved = await ends();
  await revertAll();
  const unmoved = await ends();
  expect(moved.accounts).toMatchObject([{ plan: 'Studio', status: 'active' }]);
  expect(unmoved.accounts).toMatchObject([{ plan: null, status: 'none' }]);

  let deaths = 0;
  let reversals = 0;
  for (let life = 1; ; life += 1) {
    const died = await runMortally(apply, life);
    const { rows, needsAPerson } = await stage.run(apply, { leaseMs: LEASE_MS });
    expect([life, needsAPerson, rows[0]?.status]).toEqual([
      life,
      false,
      expect.stringMatching(/^(moved|already_moved)$/),
    ]);
    expect(await ends(), `after a death at step ${life}`).toEqual(moved);
    // What was said of the price may be of the run that died, and the customer of the one after it.
    const [{ runId } = { runId: '' }] = await stage.sql<{ runId: string }>(
      `select run_id as "runId" from guildhall.billing_moves where state <> 'reverted' and customer_id is not null`,
    );
    if (await runMortally(['--revert', runId], life)) reversals += 1;
    await revertAll();
    expect(await ends(), `after a death at step ${life} of taking it back`).toEqual(unmoved);
    if (!died) break;
    deaths += 1;
  }
  expect(deaths).toBeGreaterThan(30);
  expect(reversals).toBeGreaterThan(20);
});

it('moves everybody once, however many were moved when it was killed', { timeout: 240_000 }, async () => {
  const payers = ['ann', 'ben', 'cat'] as const;
  for (const name of payers) await stage.pay(name, stage.proPrice);
  await stage.run(['--apply']);
  const moved = await ends();
  await revertAll();
  const unmoved = await ends();
  const partly = new Set<number>();
  for (let life = 5; ; life += 5) {
    const died = await runMortally(['--apply'], life);
    const { counts, needsAPerson } = await stage.run(['--apply'], { leaseMs: LEASE_MS });
    const before = counts['already_moved'] ?? 0;
    expect([needsAPerson, before + (counts['moved'] ?? 0)]).toEqual([false, payers.length]);
    expect(await ends(), `after a death at step ${life}`).toEqual(moved);
    await revertAll();
    expect(await ends(), `taken back, after a death at step ${life}`).toEqual(unmoved);
    if (!died) break;
    partly.add(before);
  }
  const between = [...partly].filter((before) => before > 0 && before < payers.length);
  expect(between.length, 'it was killed when some were moved, and some were not').toBeGreaterThan(0);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../support/databases.js';
import { createMoveStage, homeOf, idOf, statuses } from './migrateStage.js';
import type { MoveStage, Name, Told } from './migrateStage.js';

let stage: MoveStage;

const rowOf = ({ rows }: Told, name: Name) => rows.find(({ userId }) => userId === idOf(name));
const account = async (name: Name) => {
  const [row] = await stage.sql<{ customer: string | null; plan: string | null; status: string }>(
    `select customer_id as customer, plan->>'name' as plan, status from guildhall.billing_accounts where workspace_id = '${homeOf(name)}'`,
  );
  return row;
};
const customer = async (id: string) => {
  const found = await stage.stripe.customers.retrieve(id);
  return found.deleted ? expect.fail('it is there') : found;
};

/** Everything that can be with a profile, at once. */
async function setEverything(): Promise<Record<'ann' | 'shared' | 'eve' | 'fay' | 'gus' | 'hal', string>> {
  const ann = await stage.pay('ann', stage.proPrice);
  const shared = await stage.pay('cat', stage.proPrice);
  await stage.setCustomer('dan', shared);
  const eve = await stage.pay('eve', stage.proPrice);
  await stage.sql(`update guildhall.workspaces set deleted_at = now() where id = '${homeOf('eve')}'`);
  const fay = await stage.pay('fay', stage.proPrice);
  const gus = await stage.pay('gus', stage.proPrice);
  const hal = await stage.pay('hal', stage.proPrice);
  await stage.stripe.customers.del(hal);
  await stage.setCustomer('ivy', 'cus_of_another_account');
  return { ann, shared, eve, fay, gus, hal };
}

const SETTLED = {
  ann: 'moved',
  ben: 'nothing_to_move',
  cat: 'duplicate_customer',
  dan: 'duplicate_customer',
  eve: 'no_home_workspace',
  fay: 'conflicting_subscriptions',
  gus: 'moved',
  hal: 'customer_deleted',
  ivy: 'customer_missing',
};

describe.each(DATABASE_KINDS)('on %s, moving billing from people to their workspaces', (kind) => {
  beforeEach(async () => {
    stage = await createMoveStage(kind);
  });
  afterEach(() => stage.dispose());

  it('tells of every row what it would do, and changes nothing here or at Stripe', async () => {
    await setEverything();
    const before = await stage.picture();
    const told = await stage.run();
    expect(statuses(told)).toEqual({ ...SETTLED, ann: 'would_move', gus: 'would_move' });
    expect(told).toMatchObject({ mode: 'dry_run', needsAPerson: true });
    expect(rowOf(told, 'ann')).toMatchObject({ workspaceId: homeOf('ann'), plan: 'pro_monthly, kept', detail: null });
    expect(await stage.picture()).toEqual(before);
  });

  it('moves what is plain, and never guesses the rest', async () => {
    const ids = await setEverything();
    const hosts = await stage.sql('select * from app.profiles order by user_id');
    const told = await stage.run(['--apply']);
    expect(statuses(told)).toEqual(SETTLED);
    expect(told.counts).toMatchObject({ moved: 2, duplicate_customer: 2 });
    expect(rowOf(told, 'cat')?.detail).toContain(idOf('dan'));
    expect(rowOf(told, 'eve')?.detail).toContain('was deleted');
    expect(rowOf(told, 'fay')?.detail).toContain(ids.gus);
    expect(await account('ann')).toEqual({ customer: ids.ann, plan: 'Pro', status: 'active' });
    expect(await customer(ids.ann)).toMatchObject({
      name: 'ann Example',
      email: 'ann@pay.example',
      metadata: { workspace_id: homeOf('ann'), supabaseUUID: idOf('ann') },
    });
    expect((await customer(ids.shared)).metadata['workspace_id']).toBeUndefined();
    expect([await account('fay'), await account('cat')]).toEqual([undefined, undefined]);
    expect(await stage.sql('select * from app.profiles order by user_id')).toEqual(hosts);
    const billing = await stage.as(idOf('ann')).billing.get({ workspaceId: homeOf('ann') });
    expect(billing).toMatchObject({ status: 'active', plan: { name: 'Pro', prices: { month: 2_999 } } });
  });

  it('does nothing more when it is run again', async () => {
    await setEverything();
    await stage.run(['--apply']);
    const before = await stage.picture();
    const again = await stage.run(['--apply']);
    expect(statuses(again)).toEqual({ ...SETTLED, ann: 'already_moved', gus: 'already_moved' });
    expect(await stage.picture()).toEqual(before);
  });

  it('takes all of it back from its own journal, once', async () => {
    const { ann } = await setEverything();
    const before = await stage.picture();
    const { runId } = await stage.run(['--apply']);
    const reverted = await stage.run(['--revert', runId]);
    expect(reverted).toMatchObject({ counts: { reverted: 2 }, needsAPerson: false });
    expect(await account('ann')).toEqual({ customer: null, plan: null, status: 'none' });
    const after = await stage.picture();
    expect([after.atStripe.customers, after.atStripe.subscriptions]).toEqual([
      before.atStripe.customers,
      before.atStripe.subscriptions,
    ]);
    expect((await customer(ann)).metadata).toEqual({ supabaseUUID: idOf('ann') });
    expect((await stage.as(idOf('ann')).workspaces.get({ workspaceId: homeOf('ann') })).plan?.id).toBe('free');
    expect((await stage.run(['--revert', runId])).rows).toEqual([]);
    expect(statuses(await stage.run(['--apply']))).toEqual(SETTLED);
  });
});

describe('What a workspace has already', () => {
  beforeEach(async () => {
    stage = await createMoveStage('pglite');
  });
  afterEach(() => stage.dispose());

  /** A customer that Guildhall made for the home. */
  async function ownCustomer(name: Name): Promise<string> {
    await stage.as(idOf(name)).billing.createSetup({ workspaceId: homeOf(name) });
    return (await account(name))?.customer ?? expect.fail('it has one');
  }

  it('stays where it pays: a person says which of the two is to', async () => {
    const moving = await stage.pay('ann', stage.proPrice);
    const own = await ownCustomer('ann');
    await stage.stripe.subscriptions.create({
      customer: own,
      items: [{ price: stage.proPrice }],
      default_payment_method: (await stage.stripe.paymentMethods.attach('pm_card_visa', { customer: own })).id,
    });
    const told = await stage.run(['--apply']);
    expect(rowOf(told, 'ann')).toMatchObject({ status: 'conflicting_subscriptions', customerId: moving });
    expect(rowOf(told, 'ann')?.detail).toContain(`${own}, with a subscription`);
    expect((await account('ann'))?.customer).toBe(own);
  });

  it('stays where it has a card that somebody saved', async () => {
    await stage.pay('ann', stage.proPrice);
    const own = await ownCustomer('ann');
    await stage.stripe.paymentMethods.attach('pm_card_visa', { customer: own });
    expect(rowOf(await stage.run(), 'ann')?.detail).toContain(`${own}, with a payment method`);
  });

  it('gives way where it holds nothing, and is back after a revert', async () => {
    const moving = await stage.pay('ann', stage.proPrice);
    const own = await ownCustomer('ann');
    const { runId, ...told } = await stage.run(['--apply']);
    expect(rowOf({ runId, ...told }, 'ann')).toMatchObject({ status: 'moved' });
    expect(await account('ann')).toEqual({ customer: moving, plan: 'Pro', status: 'active' });
    await stage.run(['--revert', runId]);
    expect(await account('ann')).toEqual({ customer: own, plan: null, status: 'none' });
  });

  it('is told where another workspace has the customer', async () => {
    const moving = await stage.pay('ann', stage.proPrice);
    await stage.sql(
      `insert into guildhall.billing_accounts (workspace_id, customer_id, created_at) values ('${homeOf('ben')}', '${moving}', now())`,
    );
    const told = rowOf(await stage.run(['--apply']), 'ann');
    expect(told).toMatchObject({ status: 'conflicting_subscriptions' });
    expect(told?.detail).toContain(homeOf('ben'));
  });

  it('is told where the customer itself pays for two plans', async () => {
    const moving = await stage.pay('ann', stage.proPrice);
    const { data } = await stage.stripe.paymentMethods.list({ customer: moving });
    const { id } = await stage.stripe.subscriptions.create({
      customer: moving,
      items: [{ price: stage.proPrice }],
      default_payment_method: data[0]?.id ?? '',
    });
    const told = rowOf(await stage.run(['--apply']), 'ann');
    expect(told).toMatchObject({ status: 'conflicting_subscriptions' });
    expect(told?.detail).toContain(id);
  });

  it('is told where the app has two customers of one user that both pay', async () => {
    const first = await stage.pay('ann', stage.proPrice);
    await stage.sql('alter table app.profiles drop constraint profiles_user_id_key');
    await stage.sql(`insert into app.profiles (user_id) values ('${idOf('ann')}')`);
    await stage.sql(`update app.profiles set stripe_customer_id = null where user_id = '${idOf('ann')}'`);
    const second = await stage.pay('ben', stage.proPrice);
    await stage.setCustomer('ben', null);
    await stage.sql(`delete from app.profiles where user_id = '${idOf('ann')}'`);
    for (const id of [first, second])
      await stage.sql(`insert into app.profiles (user_id, stripe_customer_id) values ('${idOf('ann')}', '${id}')`);
    const { rows } = await stage.run(['--apply']);
    expect(rows.filter(({ userId }) => userId === idOf('ann')).map(({ status }) => status)).toEqual([
      'conflicting_subscriptions',
      'conflicting_subscriptions',
    ]);
  });
});

describe('A plan that the app sold before', () => {
  beforeEach(async () => {
    stage = await createMoveStage('pglite');
  });
  afterEach(() => stage.dispose());

  it('becomes the catalogue’s where that is said, at the old price, until it is taken back', async () => {
    await stage.pay('ann', stage.proPrice);
    await stage.sql(
      `insert into guildhall.members (id, workspace_id, user_id, role, joined_at) values ('m1', '${homeOf('ann')}', '${idOf('ben')}', 'member', now())`,
    );
    const map = ['--plan-map', 'pro_monthly=team'];
    expect(rowOf(await stage.run(map), 'ann')).toMatchObject({
      status: 'would_move',
      plan: 'Team',
      detail: 'It counts members: its quantity goes from 1 to 2.',
    });
    const { runId, rows } = await stage.run([...map, '--apply']);
    expect(rows[0]).toMatchObject({ status: 'moved', plan: 'Team' });
    expect(await stage.as(idOf('ann')).billing.get({ workspaceId: homeOf('ann') })).toMatchObject({
      plan: { id: 'team', prices: { month: 2_999 } },
    });
    await stage.run(['--revert', runId]);
    expect((await stage.stripe.prices.retrieve(stage.proPrice)).metadata).toEqual({});
  });

  it('is refused where nobody knows the price or the plan, and nothing is done', async () => {
    const before = await stage.picture();
    await expect(stage.run(['--plan-map', 'pro_weekly=team', '--apply'])).rejects.toThrow(
      'Stripe has no price with the id or the lookup key "pro_weekly"',
    );
    await expect(stage.run(['--plan-map', 'pro_monthly=tame', '--apply'])).rejects.toThrow(
      'sells no plan "tame". It sells: studio, team, business.',
    );
    expect(await stage.picture()).toEqual(before);
  });
});

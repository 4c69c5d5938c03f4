import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceDeps } from '../../src/services.js';
import { DATABASE_KINDS, clearDatabase } from '../support/databases.js';
import { PEOPLE, createMoveStage, idOf } from './migrateStage.js';
import type { MoveStage } from './migrateStage.js';

const TABLE: ServiceDeps['workspaces'] = { table: { schema: 'app', name: 'workspaces' } };
const USERS = {
  table: { schema: 'app', name: 'users' },
  id: 'id',
  email: 'email',
  name: 'name',
  verified: 'verified',
} as const;

/** A chat app as it was: profiles that pay, workspaces with `is_home`, and nothing of Guildhall's. */
describe.each(DATABASE_KINDS)('on %s, an app that comes with people who pay and workspaces of its own', (kind) => {
  let stage: MoveStage;
  beforeEach(async () => {
    stage = await createMoveStage(kind);
    await clearDatabase(stage.test.database);
    await stage.sql(
      'create table app.users (id uuid primary key, email text not null, name text, verified boolean default true)',
    );
    for (const name of PEOPLE)
      await stage.sql(
        `insert into app.users (id, email, name) values ('${idOf(name)}', '${name}@chat.example', '${name}')`,
      );
    await stage.sql(`insert into app.workspaces (user_id, name) values ('${idOf('ann')}', 'Ann & Co')`);
  });
  afterEach(() => stage.dispose());

  const adopt = async () => {
    const { workspaces } = stage.start({ workspaces: TABLE }).services.host;
    const told: string[] = [];
    for await (const { status } of workspaces.adoptAll({ people: USERS })) told.push(status);
    return told;
  };
  const workspacesOf = (name: (typeof PEOPLE)[number]) =>
    stage.sql<{ id: string; is_home: boolean }>(
      `select id::text, is_home from app.workspaces where user_id = '${idOf(name)}' order by is_home desc`,
    );
  const billingOf = (name: (typeof PEOPLE)[number], workspaceId = '') =>
    stage.as(idOf(name)).billing.get({ workspaceId });

  it('has each person’s billing in the home that they had, under the id that it had', async () => {
    const customerId = await stage.pay('ann', stage.proPrice);
    await stage.setCustomer('dan', await stage.pay('cat', stage.proPrice));
    expect((await adopt()).filter((status) => status === 'adopted_home')).toHaveLength(PEOPLE.length);
    const { rows } = await stage.run(['--apply']);
    const [home, other] = await workspacesOf('ann');
    expect(home).toMatchObject({ is_home: true });
    expect(rows.find(({ userId }) => userId === idOf('ann'))).toMatchObject({
      status: 'moved',
      workspaceId: home?.id,
      customerId,
    });
    expect(await billingOf('ann', home?.id)).toMatchObject({
      status: 'active',
      plan: { name: 'Pro' },
      paymentMethods: [{ last4: '4242', isDefault: true }],
    });
    expect(await billingOf('ann', other?.id)).toMatchObject({ status: 'none', paymentMethods: [] });
    const statusOf = (name: (typeof PEOPLE)[number]) => rows.find(({ userId }) => userId === idOf(name))?.status;
    expect([statusOf('ben'), statusOf('cat'), statusOf('dan')]).toEqual([
      'nothing_to_move',
      'duplicate_customer',
      'duplicate_customer',
    ]);
  });

  it('moves nobody before their workspaces are adopted, and everybody after', async () => {
    await stage.pay('ann', stage.proPrice);
    const early = await stage.run(['--apply']);
    expect(early.counts).toMatchObject({ no_home_workspace: 1 });
    expect(early.needsAPerson).toBe(true);
    await adopt();
    expect(await stage.run(['--apply'])).toMatchObject({ counts: { moved: 1 }, needsAPerson: false });
  });
});

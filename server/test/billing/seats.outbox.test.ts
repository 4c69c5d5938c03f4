import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '../../../src/testing/world.js';
import { claimJobs, completeJob, JOB_LEASE_MS, postponeJob } from '../../src/billing/jobs/queue.js';
import { billingAccounts, billingJobs } from '../../src/db/billingSchema.js';
import { createServicesInstance } from '../support/inProcess.js';
import { DATABASE_KINDS, clearDatabase, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { seedWorld } from '../support/seedWorld.js';

const NOW = '2026-03-02T09:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(NOW) + ms);
const owner = { userId: 'ada', role: 'owner' as const };
const world: World = {
  now: NOW,
  users: ['ada', 'ben', 'cleo', 'dan'].map((id) => ({ id, email: `${id}@kite.example`, name: id })),
  workspaces: [
    {
      id: 'kite',
      name: 'Kite',
      members: [owner, { id: 'kite-ben', userId: 'ben', role: 'member' }, { userId: 'cleo', role: 'member' }],
      invitations: [{ id: 'for-dan', email: 'dan@kite.example', role: 'member', invitedBy: 'ada' }],
    },
    { id: 'free', name: 'Free', members: [owner, { userId: 'ben', role: 'member' }] },
  ],
};

describe.each(DATABASE_KINDS)('on %s, what follows at Stripe from a change of members', (kind) => {
  let test: TestDatabase;
  let kite: ReturnType<typeof createServicesInstance>;

  beforeAll(async () => {
    test = await createTestDatabase(kind);
    kite = createServicesInstance(test.database, world, { clock: () => new Date(NOW) });
  });
  beforeEach(async () => {
    await clearDatabase(test.database);
    await seedWorld(test.database, world);
    await test.database.orm
      .insert(billingAccounts)
      .values({ workspaceId: 'kite', customerId: 'cus_kite', createdAt: new Date(NOW) });
  });
  afterAll(() => test.dispose());

  const jobs = async () => {
    const rows = await test.database.orm.select().from(billingJobs);
    return rows.map((row) => `${row.workspaceId} ${row.kind}`).toSorted();
  };

  it.each([
    ['joins', () => kite.as('dan').invitations.accept({ invitationId: 'for-dan' })],
    ['leaves', () => kite.as('ben').members.leave({ workspaceId: 'kite' })],
    ['is removed', () => kite.as('ada').members.remove({ workspaceId: 'kite', memberIds: ['kite-ben'] })],
    ['is deleted by the host', () => kite.services.host.users.delete('ben')],
  ])('is asked for when somebody %s', async (_how, act) => {
    await act();
    expect(await jobs()).toEqual(['kite seats']);
  });

  it('is one job, however many come and go', async () => {
    await kite.as('ben').members.leave({ workspaceId: 'kite' });
    await kite.as('cleo').members.leave({ workspaceId: 'kite' });
    await kite.as('dan').invitations.accept({ invitationId: 'for-dan' });
    expect(await jobs()).toEqual(['kite seats']);
  });

  it('is the end of its subscription when the workspace is deleted', async () => {
    await kite.as('ada').workspaces.delete({ workspaceId: 'kite' });
    expect(await jobs()).toEqual(['kite end_subscription']);
  });

  it('is nothing for a workspace that has no account at Stripe', async () => {
    await kite.as('ben').members.leave({ workspaceId: 'free' });
    await kite.as('ada').workspaces.delete({ workspaceId: 'free' });
    expect(await jobs()).toEqual([]);
  });

  it('is not forgotten with the workspace while it is not done', async () => {
    await kite.as('ada').workspaces.delete({ workspaceId: 'kite' });
    const muchLater = createServicesInstance(test.database, world, { clock: () => later(40 * 86_400_000) });
    await muchLater.services.purge();
    const [job] = await claimJobs(test.database, later(0), 1);
    expect(job).toMatchObject({ workspaceId: 'kite', kind: 'end_subscription', attempts: 1 });
    if (job) await completeJob(test.database, job);
    await muchLater.services.purge();
    expect(await test.database.orm.select().from(billingAccounts)).toEqual([]);
  });

  it('goes to one worker, and to another where that one dies', async () => {
    await kite.as('ben').members.leave({ workspaceId: 'kite' });
    const taken = await Promise.all([1, 2, 3].map(() => claimJobs(test.database, later(0), 5)));
    expect(taken.flat()).toHaveLength(1);
    expect(await claimJobs(test.database, later(JOB_LEASE_MS - 1), 5)).toEqual([]);
    expect(await claimJobs(test.database, later(JOB_LEASE_MS), 5)).toMatchObject([{ attempts: 2 }]);
  });

  it('stays to be done where it was asked for again while it was at work', async () => {
    await kite.as('ben').members.leave({ workspaceId: 'kite' });
    const [first] = await claimJobs(test.database, later(0), 1);
    await kite.as('cleo').members.leave({ workspaceId: 'kite' });
    if (first) await completeJob(test.database, first);
    const [second] = await claimJobs(test.database, later(0), 1);
    expect(second).toMatchObject({ workspaceId: 'kite', kind: 'seats', attempts: 1 });
    expect(second?.operationId).not.toBe(first?.operationId);
    if (second) await completeJob(test.database, second);
    expect(await jobs()).toEqual([]);
  });

  it('waits after it failed, unless it is asked for again', async () => {
    await kite.as('ben').members.leave({ workspaceId: 'kite' });
    const [job] = await claimJobs(test.database, later(0), 1);
    if (job) await postponeJob(test.database, job, later(5_000), 'Stripe cannot be reached.');
    expect(await claimJobs(test.database, later(4_999), 1)).toEqual([]);
    await kite.as('cleo').members.leave({ workspaceId: 'kite' });
    expect(await claimJobs(test.database, later(0), 1)).toHaveLength(1);
  });
});

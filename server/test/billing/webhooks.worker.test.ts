import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimEvents, keepEvent, purgeStripeEvents } from '../../src/billing/webhooks/queue.js';
import { createEventWorker } from '../../src/billing/webhooks/worker.js';
import { stripeEvents } from '../../src/db/billingSchema.js';
import { DATABASE_KINDS, clearDatabase, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';

const DAY = 24 * 3_600_000;

describe.each(DATABASE_KINDS)('on %s, whoever follows Stripe’s events', (kind) => {
  let test: TestDatabase;
  let now = 0;
  let errors: unknown[] = [];
  const clock = () => new Date(now);
  beforeAll(async () => {
    test = await createTestDatabase(kind);
  });
  beforeEach(async () => {
    await clearDatabase(test.database);
    now = Date.parse('2027-01-15T08:00:00.000Z');
    errors = [];
  });
  afterAll(() => test.dispose());

  const keep = (id: string, customerId: string | null) =>
    keepEvent(test.database, { id, type: 'invoice.paid', customerId, created: clock() }, clock());
  const worker = (syncCustomer: (customerId: string) => Promise<unknown>) =>
    createEventWorker({ database: test.database, clock, syncCustomer, onError: (error) => errors.push(error) });
  const waiting = async () =>
    (await test.database.orm.select().from(stripeEvents)).filter(({ processedAt }) => !processedAt).map(({ id }) => id);

  it('asks once about a customer of whom much is told', async () => {
    for (const id of ['evt_1', 'evt_2', 'evt_3']) await keep(id, 'cus_1');
    await keep('evt_4', 'cus_2');
    await keep('evt_5', null);
    const asked: string[] = [];
    await worker(async (customerId) => asked.push(customerId)).drain();
    expect(asked.toSorted()).toEqual(['cus_1', 'cus_2']);
    expect(await waiting()).toEqual([]);
  });

  it('comes back to one who could not be asked about, and holds up nobody else', async () => {
    await keep('evt_1', 'cus_1');
    await keep('evt_2', 'cus_2');
    let isAway = true;
    const asked: string[] = [];
    const { drain } = worker(async (customerId) => {
      if (isAway && customerId === 'cus_1') throw new Error('Stripe is away.');
      asked.push(customerId);
    });
    await drain();
    expect([asked, await waiting(), errors.length]).toEqual([['cus_2'], ['evt_1'], 1]);
    await drain();
    expect(errors, 'not at once').toHaveLength(1);
    now += 1_000;
    await drain();
    expect(errors, 'a second later').toHaveLength(2);
    now += 1_000;
    await drain();
    expect(errors, 'each time later').toHaveLength(2);
    isAway = false;
    now += 4_000;
    await drain();
    expect([asked, await waiting()]).toEqual([['cus_2', 'cus_1'], []]);
  });

  it('never gives one up', async () => {
    await keep('evt_1', 'cus_1');
    const { drain } = worker(() => Promise.reject(new Error('Stripe is away.')));
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await drain();
      now += 3_600_000;
    }
    expect([errors.length, await waiting()]).toEqual([20, ['evt_1']]);
  });

  it('takes up what a process that is gone had taken', async () => {
    await keep('evt_1', 'cus_1');
    expect(await claimEvents(test.database, clock(), 10)).toHaveLength(1);
    const asked: string[] = [];
    const { drain } = worker(async (customerId) => asked.push(customerId));
    await drain();
    expect(asked, 'whose it still is').toEqual([]);
    now += 180_000;
    await drain();
    expect([asked, await waiting()]).toEqual([['cus_1'], []]);
  });

  it('forgets after a month, but never what is still to be done', async () => {
    await keep('evt_1', 'cus_1');
    await worker(async () => undefined).drain();
    await keep('evt_2', 'cus_1');
    now += 31 * DAY;
    await purgeStripeEvents(test.database, clock());
    const left = await test.database.orm.select().from(stripeEvents);
    expect(left.map(({ id }) => id)).toEqual(['evt_2']);
  });
});

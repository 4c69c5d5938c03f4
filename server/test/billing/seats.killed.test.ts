import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createHttpAdapter } from 'guildhall/adapters/http';
import { isGuildhallError } from 'guildhall/contract';
import { expect, it, onTestFinished } from 'vitest';
import { ask } from '../../src/db/names.js';
import { createSimulator } from '../../stripe-simulator/index.js';
import type { World } from '../../../src/testing/world.js';
import type { BillingAdapter } from '../support/billingStage.js';
import { createTestDatabase } from '../support/databases.js';
import { seedWorld } from '../support/seedWorld.js';
import { stripeOf } from '../soak/billing/startMortal.js';

const START = 1_800_000_000;
const NOW = new Date(START * 1000).toISOString();
const GUESTS = Array.from({ length: 40 }, (_, index) => `guest-${index}`);
const PRICE = 1_200;
const crowd = { workspaceId: 'crowd' };
const change = { ...crowd, planId: 'team', interval: 'month' } as const;

const world: World = {
  now: NOW,
  users: ['olivia', ...GUESTS].map((id) => ({ id, email: `${id}@crowd.example`, name: id })),
  workspaces: [
    {
      id: 'crowd',
      name: 'Crowd',
      members: [{ userId: 'olivia', role: 'owner' }],
      invitations: GUESTS.map((id) => ({
        id,
        email: `${id}@crowd.example`,
        role: 'member',
        invitedBy: 'olivia',
        expiresAt: '2100-01-01T00:00:00.000Z',
      })),
    },
  ],
};

/** A server in a process of its own. */
async function startServer(databaseUrl: string, stripeUrl: string) {
  const child = fork(fileURLToPath(new URL('killedServer.ts', import.meta.url)), [databaseUrl, stripeUrl, NOW], {
    execArgv: ['--import', 'tsx'],
  });
  const ended = once(child, 'exit');
  const early = ended.then(() => Promise.reject(new Error('The server ended before it began.')));
  early.catch(() => undefined);
  const [baseUrl] = (await Promise.race([once(child, 'message'), early])) as [string];
  const as = (userId: string) =>
    createHttpAdapter({ baseUrl, headers: { 'x-user': userId } }) as unknown as BillingAdapter;
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { as, kill };
}

it(
  'forty join at once and some leave, while two servers are killed: each member is billed, once',
  { timeout: 180_000 },
  async () => {
    const simulator = await createSimulator({ clock: START, seed: 5 });
    onTestFinished(() => simulator.close());
    const test = await createTestDatabase('postgres');
    onTestFinished(() => test.dispose());
    await seedWorld(test.database, world);
    const stripe = stripeOf(simulator);
    const start = () => startServer(test.url ?? '', simulator.url);
    const [doomed, next, last] = await Promise.all([start(), start(), start()]);
    let [server, joined] = [doomed, 0];

    const { billing } = server.as('olivia');
    await billing.createSetup(crowd);
    const customer = (await stripe.customers.list({ limit: 1 })).data[0]?.id ?? '';
    await stripe.paymentMethods.attach('pm_card_visa', { customer });
    await billing.sync(crowd);
    await billing.subscribe({ ...change, quote: (await billing.preview(change)).quote });

    /** Asks again, of whoever lives, where nobody answered. */
    const persist = async (userId: string, act: (adapter: BillingAdapter) => Promise<unknown>): Promise<void> => {
      const asked = server;
      try {
        await act(asked.as(userId));
      } catch (error) {
        // It was done by a server that died before it said so.
        if (isGuildhallError(error, 'conflict') || isGuildhallError(error, 'not_found')) return;
        if (asked === server) throw error;
        await persist(userId, act);
      }
    };
    const comeAndMaybeGo = async (guest: string, index: number) => {
      await persist(guest, ({ invitations }) => invitations.accept({ invitationId: guest }));
      joined += 1;
      if (joined === 10 || joined === 25) {
        const killed = server;
        server = joined === 10 ? next : last;
        await killed.kill();
      }
      if (index % 3 === 0) await persist(guest, ({ members }) => members.leave(crowd));
    };
    await Promise.all(GUESTS.map(comeAndMaybeGo));

    const sql = <Row>(text: string) => test.database.query(ask<Row>(text), []);
    // As after half a minute: whoever was killed holds nothing any more. Whoever lives goes on, as after a stall.
    await sql('update guildhall.billing_accounts set lease_until = clock_timestamp()');
    /** What a dead server had taken, or was put off, is due. */
    const left = async () => {
      await sql(`update guildhall.billing_jobs set run_after = '2000-01-01', leased_until = null`);
      return sql('select id from guildhall.billing_jobs');
    };
    await expect.poll(left, { timeout: 90_000, interval: 500 }).toEqual([]);
    const [{ count: members } = { count: 0 }] = await sql<{ count: number }>(
      'select count(*)::int as count from guildhall.members',
    );
    expect(members, 'nobody is lost').toBe(1 + GUESTS.filter((_, index) => index % 3 !== 0).length);
    const { data } = await stripe.subscriptions.list({ customer, status: 'all' });
    expect(data.map(({ items }) => items.data[0]?.quantity)).toEqual([members]);
    const waiting = await stripe.invoiceItems.list({ customer, limit: 100 }).autoPagingToArray({ limit: 1_000 });
    expect(waiting.reduce((sum, { amount }) => sum + amount, 0)).toBe((members - 1) * PRICE);
    const invoices = (await stripe.invoices.list({ customer })).data;
    expect(invoices.map(({ total }) => total)).toEqual([PRICE]);
  },
);

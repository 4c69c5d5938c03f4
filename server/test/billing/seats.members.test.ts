import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '../../../src/testing/world.js';
import { createBillingSetup } from '../../src/billing/context.js';
import {
  addCard,
  billingWorld,
  createBillingStage,
  PLANS,
  SECRET_KEY,
  WEBHOOK_SECRET,
} from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import { DAY, acme, actingOn, business, studio, team, teamByYear } from './changesSupport.js';

const guests = Array.from({ length: 30 }, (_, index) => `guest-${index}`);
const world: World = {
  ...billingWorld,
  users: [...billingWorld.users, ...guests.map((id) => ({ id, email: `${id}@acme.example`, name: id }))],
  workspaces: billingWorld.workspaces.map((workspace) =>
    workspace.id === 'acme'
      ? {
          ...workspace,
          memberLimit: 40,
          invitations: guests.map((id) => ({
            id,
            email: `${id}@acme.example`,
            role: 'member' as const,
            invitedBy: 'olivia',
            expiresAt: '2028-01-01T00:00:00.000Z',
          })),
        }
      : workspace,
  ),
};

let stage: BillingStage;
let act: ReturnType<typeof actingOn>;

beforeEach(async () => {
  stage = await createBillingStage('postgres', world);
  act = actingOn(stage);
  await addCard(stage);
});
afterEach(() => stage.dispose());

const join = (index: number) => stage.as(`guest-${index}`).invitations.accept({ invitationId: `guest-${index}` });
const leave = (userId: string) => stage.as(userId).members.leave(acme);
const work = () => stage.services.billing.drain();
const seats = async () => (await act.billing().sync(acme)).seats;
const billed = async () => (await act.subscriptions()).map(({ items }) => items.data[0]?.quantity);

describe('the seats of a plan that counts its members', () => {
  it('follow whoever joins and leaves; what that costs is on the next bill', async () => {
    await act.subscribe(team);
    act.pass(10 * DAY);
    await join(0);
    await join(1);
    await work();
    const billing = await act.billing().get(acme);
    expect(billing.seats).toMatchObject({ members: 6, paid: 6 });
    expect(billing.nextBill?.lines).toMatchObject([
      { kind: 'plan', quantity: 6, amount: { amount: 7_200 } },
      { kind: 'remaining', quantity: 2, unitAmount: { amount: 1_200 } },
    ]);
    await leave('mia');
    await work();
    expect((await act.billing().get(acme)).seats.paid).toBe(5);
    expect(await act.invoices()).toHaveLength(1);
    const [bill] = [(await act.billing().get(acme)).nextBill];
    act.pass(22 * DAY);
    expect((await act.invoices()).map(({ total }) => total)).toEqual([bill?.total.amount, 4_800]);
  });

  it('make one bill a month, however many come and go', async () => {
    await act.subscribe(team);
    for (let index = 0; index < 26; index += 1) {
      act.pass(1.9 * DAY);
      await join(index);
      await work();
    }
    expect(await seats()).toMatchObject({ members: 30, paid: 30 });
    const reasons = (await act.invoices()).map(({ billing_reason: reason }) => reason);
    expect(reasons).toEqual(['subscription_cycle', 'subscription_create']);
  });

  it('are one change of the subscription, of all who came since', async () => {
    await act.subscribe(team);
    const updates: string[] = [];
    stage.simulator.onEvent(({ type }) => void (type === 'customer.subscription.updated' && updates.push(type)));
    await Promise.all([0, 1, 2, 3, 4].map(join));
    await work();
    expect(updates).toHaveLength(1);
    expect(await billed()).toEqual([9]);
  });

  it('cost nothing where as many left as came', async () => {
    await act.subscribe(team);
    await join(0);
    await leave('mia');
    await work();
    expect(await billed()).toEqual([4]);
    expect((await stage.stripe.invoiceItems.list({ limit: 10 })).data).toEqual([]);
  });

  it('follow while a change waits for the end of the period, on both sides of it', async () => {
    await act.subscribe(teamByYear);
    await act.subscribe(team);
    await join(0);
    await work();
    const billing = await act.billing().sync(acme);
    expect(billing).toMatchObject({ seats: { paid: 5 }, interval: 'year', scheduled: { interval: 'month', seats: 5 } });
    act.pass(366 * DAY);
    expect(await act.billing().sync(acme)).toMatchObject({ interval: 'month', seats: { paid: 5 }, scheduled: null });
    await leave('mia');
    await work();
    expect(await seats()).toMatchObject({ members: 4, paid: 4 });
  });

  it('follow those of a plan that waits, while the one that is paid has none', async () => {
    await act.subscribe(business(40));
    await act.subscribe(team);
    await join(0);
    await work();
    expect(await act.billing().sync(acme)).toMatchObject({
      seats: { paid: 40 },
      scheduled: { planId: 'team', seats: 5 },
    });
  });

  it('follow although a payment failed: whoever joined stays', async () => {
    await act.subscribe(team);
    await act.payWith('pm_card_chargeCustomerFail');
    act.pass(32 * DAY);
    await act.billing().sync(acme);
    await join(0);
    await work();
    expect(await act.billing().sync(acme)).toMatchObject({ status: 'past_due', seats: { members: 5, paid: 5 } });
  });

  it('follow once a first payment is confirmed, also those who joined before', async () => {
    await act.payWith('pm_card_authenticationRequired');
    const { payment } = await act.subscribe(team);
    await join(0);
    await work();
    await act.answerBank(payment, 'succeeded');
    await act.billing().sync(acme);
    await work();
    expect(await billed()).toEqual([5]);
  });

  it('give up a change that waits for the payer, since it was for other people', async () => {
    await act.subscribe(team);
    await act.payWith('pm_card_authenticationRequired');
    await act.subscribe(teamByYear);
    await join(0);
    await work();
    expect(await act.billing().sync(acme)).toMatchObject({ interval: 'month', seats: { paid: 5 } });
    expect((await act.invoices()).filter(({ status }) => status === 'open')).toEqual([]);
  });

  it('are set right where somebody changed them at Stripe', async () => {
    await act.subscribe(team);
    const [subscription] = await act.subscriptions();
    const items = [{ id: subscription?.items.data[0]?.id ?? '', quantity: 17 }];
    await stage.stripe.subscriptions.update(subscription?.id ?? '', { items });
    await stage.services.billing.reconcile();
    await work();
    expect(await billed()).toEqual([4]);
  });

  it('are none of a plan that sells them ahead, or has none', async () => {
    await act.subscribe(business(40));
    await join(0);
    await work();
    expect(await billed()).toEqual([40]);
    await stage.as('olivia').invitations.list(acme);
  });
});

describe('a workspace that is deleted', () => {
  const remove = () => stage.as('olivia').workspaces.delete(acme);

  it('ends what it pays for, now, without another bill', async () => {
    await act.subscribe(team);
    await join(0);
    await remove();
    await work();
    expect((await act.subscriptions()).map(({ status }) => status)).toEqual(['canceled']);
    act.pass(40 * DAY);
    expect(await act.invoices()).toHaveLength(1);
  });

  it('ends also what waits for its first payment', async () => {
    await act.payWith('pm_card_authenticationRequired');
    await act.subscribe(studio);
    await remove();
    await work();
    expect((await act.subscriptions()).map(({ status }) => status)).toEqual(['incomplete_expired']);
  });

  it('ends it once Stripe is back, however long it was away', async () => {
    await act.subscribe(team);
    let isAway = true;
    const stripe = { secretKey: SECRET_KEY, publishableKey: 'pk_test_simulator', webhookSecret: WEBHOOK_SECRET };
    const setup = createBillingSetup(
      { plans: PLANS, stripe: { ...stripe, apiBase: stage.simulator.url } },
      { isProduction: false, publicUrl: 'https://parley.example' },
    );
    const away = <T>(ask: () => Promise<T>) => (isAway ? Promise.reject(new Error('Stripe is away.')) : ask());
    const billing: typeof setup = {
      ...setup,
      stripe: {
        ...setup.stripe,
        read: (ask) => away(() => setup.stripe.read(ask)),
        write: (key, change) => away(() => setup.stripe.write(key, change)),
      },
    };
    const patient = stage.start({ billing });
    await patient.as('olivia').workspaces.delete(acme);
    for (let day = 0; day < 35; day += 1) {
      await patient.services.billing.drain();
      await patient.services.purge();
      act.pass(DAY);
    }
    expect((await act.subscriptions()).map(({ status }) => status)).toEqual(['active']);
    isAway = false;
    await patient.services.billing.drain();
    expect((await act.subscriptions()).map(({ status }) => status)).toEqual(['canceled']);
    expect(stage.errors.length).toBeGreaterThan(0);
  });

  it('ends it also where somebody subscribes at the same moment', async () => {
    const offer = await act.preview(team);
    await Promise.allSettled([act.confirm(team, offer), remove()]);
    await work();
    act.pass(3_600);
    await work();
    expect((await act.subscriptions()).filter(({ status }) => status === 'active')).toEqual([]);
  });
});

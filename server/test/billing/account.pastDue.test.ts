import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { events } from '../../src/db/schema.js';
import { addCard, createBillingStage } from '../support/billingStage.js';
import type { BillingProcess, BillingStage } from '../support/billingStage.js';
import { DATABASE_KINDS } from '../support/databases.js';

const acme = { workspaceId: 'acme' };
const DAY = 24 * 3_600;
const GRACE_DAYS = 14;

let stage: BillingStage;

/** A renewal that the bank refused a moment ago. */
async function failRenewal(): Promise<void> {
  const { stripe, simulator, as } = stage;
  await addCard(stage);
  await as('olivia').billing.sync(acme);
  const { quote } = await as('olivia').billing.preview({ ...acme, planId: 'team', interval: 'month' });
  const { billing } = await as('olivia').billing.subscribe({ ...acme, planId: 'team', interval: 'month', quote });
  const paymentMethodId = await addCard(stage, 'pm_card_chargeCustomerFail');
  await as('olivia').billing.setDefaultPaymentMethod({ ...acme, paymentMethodId });
  simulator.clock.advanceTo(Date.parse(billing.period?.end ?? '') / 1000 + 2 * 3_600);
  const { data } = await stripe.subscriptions.list();
  expect(data[0]?.status).toBe('past_due');
}
const workspaceEvents = async () => {
  const rows = await stage.test.database.orm.select().from(events);
  return rows.filter(({ stream, payload }) => stream === 'w:acme' && payload.topic === 'workspace').length;
};
const invite = ({ as }: BillingProcess) =>
  as('adam').invitations.create({ ...acme, invitations: [{ email: 'new@acme.example', role: 'member' }] });

describe.each(DATABASE_KINDS)('on %s, a payment that failed', (kind) => {
  beforeEach(async () => {
    stage = await createBillingStage(kind);
    await failRenewal();
  });
  afterEach(() => stage.dispose());

  it('is owed since its first failure, however often it fails again', async () => {
    const { as, simulator } = stage;
    const first = (await as('bill').billing.sync(acme)).pastDue;
    expect(first).toMatchObject({ attempts: 1, reason: 'declined', amount: { amount: 4_800 } });
    simulator.clock.advanceTo(Date.parse(first?.nextAttemptAt ?? '') / 1000 + 60);
    const again = (await as('bill').billing.sync(acme)).pastDue;
    expect(again?.attempts).toBe(2);
    expect([again?.since, again?.graceEndsAt]).toEqual([first?.since, first?.graceEndsAt]);
  });

  it('is told alike by a server that hears of it late', async () => {
    const { as, simulator, start } = stage;
    simulator.clock.advanceBy(4 * DAY);
    const late = (await start().as('bill').billing.sync(acme)).pastDue;
    const [invoice] = (await as('bill').billing.invoices(acme)).items;
    expect(late?.since.slice(0, 10), 'not when it was heard of').toBe(invoice?.date.slice(0, 10));
  });

  it('tells everybody once, at the end of the grace period, that nobody new can be invited', async () => {
    const { as, services, simulator } = stage;
    await as('bill').billing.sync(acme);
    await services.billing.drain();
    const before = await workspaceEvents();
    expect((await invite(stage)).outcomes).toMatchObject([{ status: 'invited' }]);
    const grace = stage.start({ graceMs: 2 * DAY * 1_000 });
    simulator.clock.advanceBy(2 * DAY + 60);
    await Promise.all([grace.services.billing.drain(), grace.services.billing.drain()]);
    await grace.services.billing.drain();
    expect(await workspaceEvents()).toBe(before + 1);
    expect((await grace.as('mia').workspaces.get(acme)).invitationsPaused).toBe(true);
    await expect(invite(grace)).rejects.toMatchObject({ code: 'payment_required', details: { reason: 'past_due' } });
    expect((await as('mia').workspaces.get(acme)).invitationsPaused, `a host who waits ${GRACE_DAYS} days`).toBe(false);
  });

  it('keeps nobody from paying with something else, or from cancelling', async () => {
    const { as, start, simulator } = stage;
    const { billing } = start({ graceMs: 0 }).as('bill');
    await billing.sync(acme);
    simulator.clock.advanceBy(60);
    const paymentMethodId = await addCard(stage, 'pm_card_mastercard');
    expect((await billing.setDefaultPaymentMethod({ ...acme, paymentMethodId })).status).toBe('past_due');
    expect(await billing.retryPayment(acme)).toMatchObject({
      payment: { status: 'succeeded' },
      billing: { status: 'active', pastDue: null },
    });
    expect((await as('mia').workspaces.get(acme)).invitationsPaused).toBe(false);
  });
});

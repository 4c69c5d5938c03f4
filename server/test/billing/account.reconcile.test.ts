import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billingAccounts } from '../../src/db/billingSchema.js';
import { addCard, createBillingStage, customerOf } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import { DATABASE_KINDS } from '../support/databases.js';

const acme = { workspaceId: 'acme' };
const MINUTE = 60;

describe.each(DATABASE_KINDS)('on %s, a pass that compares every account with Stripe', (kind) => {
  let stage: BillingStage;
  beforeEach(async () => {
    stage = await createBillingStage(kind);
  });
  afterEach(() => stage.dispose());

  it('finds what no event told of, and says what it was', async () => {
    const { as, stripe, services } = stage;
    const customer = await customerOf(stage);
    await customerOf(stage, 'other', 'petra');
    await as('olivia').billing.sync(acme);
    await as('petra').billing.sync({ workspaceId: 'other' });
    await stripe.customers.update(customer, { email: 'accounts@acme.example' });
    expect(await services.billing.reconcile()).toEqual({
      checked: 2,
      repaired: [{ workspaceId: 'acme', fields: ['snapshot'] }],
      failed: [],
    });
    expect((await as('bill').billing.get(acme)).details.email).toBe('accounts@acme.example');
    expect(await services.billing.reconcile()).toMatchObject({ checked: 2, repaired: [] });
  });

  it('forgets nothing where the keys are of another Stripe account, and goes on with the others', async () => {
    const { as, services, test } = stage;
    await addCard(stage);
    await as('olivia').billing.sync(acme);
    await customerOf(stage, 'other', 'petra');
    const mine = eq(billingAccounts.workspaceId, 'acme');
    await test.database.orm.update(billingAccounts).set({ customerId: 'cus_of_another_account' }).where(mine);
    const { checked, failed } = await services.billing.reconcile();
    expect([checked, failed.map(({ workspaceId }) => workspaceId)]).toEqual([2, ['acme']]);
    expect(String(failed[0]?.error)).toMatch(/resource_missing/);
    expect((await as('olivia').billing.get(acme)).paymentMethods).toHaveLength(1);
  });

  it('asks a minute later about what a process changed that is gone', async () => {
    const { as, services, simulator, stripe, test } = stage;
    const customer = await customerOf(stage);
    await as('olivia').billing.sync(acme);
    await stripe.customers.update(customer, { email: 'accounts@acme.example' });
    const mine = eq(billingAccounts.workspaceId, 'acme');
    await test.database.orm.update(billingAccounts).set({ dirtyAt: stage.clock() }).where(mine);
    await services.billing.drain();
    expect((await as('bill').billing.get(acme)).details.email, 'it may be at it still').toBeNull();
    simulator.clock.advanceBy(MINUTE + 1);
    await services.billing.drain();
    expect((await as('bill').billing.get(acme)).details.email).toBe('accounts@acme.example');
    const [row] = await test.database.orm.select().from(billingAccounts).where(mine);
    expect(row?.dirtyAt).toBeNull();
  });
});

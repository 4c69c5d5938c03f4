import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCard, createBillingStage, customerOf } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import { DATABASE_KINDS } from '../support/databases.js';

const acme = { workspaceId: 'acme' };

describe.each(DATABASE_KINDS)('on %s, a workspace’s customer at Stripe', (kind) => {
  let stage: BillingStage;
  beforeEach(async () => {
    stage = await createBillingStage(kind);
  });
  afterEach(() => stage.dispose());

  it('is one, however many ask for it at once, in whatever process', async () => {
    const { simulator, stripe, start, as } = stage;
    const second = start();
    await Promise.all(
      [as('olivia'), second.as('bill'), as('bill'), second.as('olivia')].map(({ billing }) =>
        billing.createSetup(acme),
      ),
    );
    const { data } = await stripe.customers.list();
    expect(data).toHaveLength(1);
    expect(data[0]?.metadata).toMatchObject({ workspace_id: 'acme' });
    expect(simulator.kernel.store.setupIntents.newest()).toHaveLength(4);
  });

  it('is found by its id alone, never by an address', async () => {
    const stranger = await stage.stripe.customers.create({ email: 'olivia@acme.example', name: 'Acme' });
    expect(await customerOf(stage)).not.toBe(stranger.id);
  });

  it('is made anew where it was deleted at Stripe', async () => {
    const before = await customerOf(stage);
    await stage.stripe.customers.del(before);
    expect(await stage.as('olivia').billing.sync(acme)).toMatchObject({ status: 'none', paymentMethods: [] });
    const { data } = await stage.stripe.customers.list();
    expect(data).toEqual([]);
    expect(await customerOf(stage)).not.toBe(before);
  });

  it('is called as the workspace is, until somebody says who pays', async () => {
    const { as, stripe } = stage;
    const id = await customerOf(stage);
    const nameAtStripe = async () => ((await stripe.customers.retrieve(id)) as { name?: string | null }).name;
    expect((await as('olivia').billing.sync(acme)).details.name).toBeNull();
    expect(await nameAtStripe()).toBe('Acme');
    await as('olivia').workspaces.update({ ...acme, name: 'Acme & Sons' });
    await as('olivia').billing.sync(acme);
    expect(await nameAtStripe()).toBe('Acme & Sons');
    expect((await as('bill').billing.updateDetails({ ...acme, name: 'Acme Holding' })).details.name).toBe(
      'Acme Holding',
    );
    await as('olivia').workspaces.update({ ...acme, name: 'Acme again' });
    await as('olivia').billing.sync(acme);
    expect(await nameAtStripe()).toBe('Acme Holding');
    expect((await as('bill').billing.updateDetails({ ...acme, name: null })).details.name).toBeNull();
    expect(await nameAtStripe()).toBe('Acme again');
  });
});

describe.each(DATABASE_KINDS)('on %s, what is paid with', (kind) => {
  let stage: BillingStage;
  beforeEach(async () => {
    stage = await createBillingStage(kind);
  });
  afterEach(() => stage.dispose());

  it('is the card that was confirmed in the browser, as soon as somebody asks for it', async () => {
    const id = await addCard(stage);
    const { paymentMethods } = await stage.as('bill').billing.sync(acme);
    expect(paymentMethods).toEqual([
      {
        id,
        type: 'card',
        brand: 'visa',
        last4: '4242',
        expiryMonth: expect.any(Number),
        expiryYear: expect.any(Number),
        isDefault: true,
      },
    ]);
    expect(await stage.as('olivia').billing.get(acme)).toMatchObject({ paymentMethods: [{ id }] });
  });

  it('is never a card of another workspace', async () => {
    const theirs = await addCard(stage, 'pm_card_visa', 'other', 'petra');
    const mine = await addCard(stage);
    const { billing } = stage.as('olivia');
    for (const act of [billing.setDefaultPaymentMethod, billing.removePaymentMethod]) {
      await expect(act({ ...acme, paymentMethodId: theirs })).rejects.toMatchObject({ code: 'not_found' });
      await expect(act({ ...acme, paymentMethodId: 'pm_of_nobody' })).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await billing.sync(acme)).paymentMethods.map(({ id }) => id)).toEqual([mine]);
    expect((await stage.as('petra').billing.sync({ workspaceId: 'other' })).paymentMethods).toMatchObject([
      { id: theirs },
    ]);
  });

  it('is another card, where the default one is removed', async () => {
    const [first, second] = [await addCard(stage), await addCard(stage)];
    const { billing } = stage.as('olivia');
    await billing.sync(acme);
    await billing.setDefaultPaymentMethod({ ...acme, paymentMethodId: second });
    const { paymentMethods } = await billing.removePaymentMethod({ ...acme, paymentMethodId: second });
    expect(paymentMethods).toMatchObject([{ id: first, isDefault: true }]);
  });
});

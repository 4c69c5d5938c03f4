import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLease } from '../../src/billing/lease.js';
import { claimAccount } from '../../src/billing/accounts.js';
import { addCard, createBillingStage, customerOf } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import { DATABASE_KINDS } from '../support/databases.js';

const acme = { workspaceId: 'acme' };

describe.each(DATABASE_KINDS)('on %s, an account that several work on at once', (kind) => {
  let stage: BillingStage;
  beforeEach(async () => {
    stage = await createBillingStage(kind);
  });
  afterEach(() => stage.dispose());

  it('keeps its last payment method, whoever removes which at the same time', async () => {
    const { as, start, stripe } = stage;
    const cards = [await addCard(stage), await addCard(stage, 'pm_card_mastercard')];
    await as('olivia').billing.sync(acme);
    const { quote } = await as('olivia').billing.preview({ ...acme, planId: 'studio', interval: 'month' });
    await as('olivia').billing.subscribe({ ...acme, planId: 'studio', interval: 'month', quote });
    const processes = [stage, start()];
    const removals = await Promise.allSettled(
      cards.map((paymentMethodId, index) =>
        processes[index]?.as('bill').billing.removePaymentMethod({ ...acme, paymentMethodId }),
      ),
    );
    expect(removals.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'conflict', details: { reason: 'last_payment_method' } } },
    ]);
    const { data } = await stripe.paymentMethods.list({ customer: await customerOf(stage) });
    const { paymentMethods } = await as('olivia').billing.get(acme);
    expect(paymentMethods).toMatchObject([{ id: data[0]?.id, isDefault: true }]);
  });

  it('is held by one at a time, and let go by one who is gone', async () => {
    const { database } = stage.test;
    await claimAccount(database, 'acme', stage.clock());
    const make = (leaseMs: number) => createLease({ executor: database, onError: () => undefined, leaseMs });
    const order: string[] = [];
    const [first, second] = [make(60_000), make(60_000)];
    let finish = () => {};
    const work = first('acme', async () => {
      order.push('first begins');
      await new Promise<void>((resolve) => (finish = resolve));
      order.push('first ends');
    });
    await expect.poll(() => order).toEqual(['first begins']);
    const waiting = second('acme', async () => void order.push('second begins'));
    finish();
    await Promise.all([work, waiting]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins']);
    // A process that died holds on to it, and renews nothing.
    await database.orm.execute(
      `update guildhall.billing_accounts set lease_holder = 'gone', lease_until = clock_timestamp() + interval '30 milliseconds'`,
    );
    await second('acme', async () => void order.push('third begins'));
    expect(order.at(-1)).toBe('third begins');
  });
});

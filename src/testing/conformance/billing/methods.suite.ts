import { describe, expect } from 'vitest';
import { scene } from '../stage.js';
import type { Subject } from '../stage.js';
import { accountOf, acme, addCard, payWith, subscribed } from './acts.js';
import { billed } from './worlds.js';

/** What is paid with. */
export function describeMethods(subject: Subject): void {
  describe('payment methods', () => {
    scene(
      subject,
      'are added through the payer’s browser, each time with a secret of its own',
      billed,
      async (stage) => {
        const { clientSecret } = await stage.call('bill', 'billing.createSetup', acme);
        const another = await stage.call('bill', 'billing.createSetup', acme);
        expect(clientSecret).toMatch(/\S{10}/u);
        expect(another.clientSecret).not.toBe(clientSecret);
        expect((await accountOf(stage)).paymentMethods, 'nothing is added by asking').toEqual([]);
      },
    );

    scene(subject, 'have one default, the first one unless another is chosen', billed, async (stage) => {
      const first = await addCard(stage, 'good');
      const second = await addCard(stage, 'good');
      const listed = async () => (await accountOf(stage)).paymentMethods.map(({ id, isDefault }) => [id, isDefault]);
      expect(await listed()).toEqual([
        [first, true],
        [second, false],
      ]);
      const chosen = { ...acme, paymentMethodId: second };
      const { paymentMethods } = await stage.call('bill', 'billing.setDefaultPaymentMethod', chosen);
      expect(paymentMethods.map(({ id }) => id)).toEqual([second, first]);
      expect(await listed()).toEqual([
        [second, true],
        [first, false],
      ]);
      const [card] = paymentMethods;
      expect(card).toMatchObject({ type: 'card', last4: expect.stringMatching(/^\d{4}$/u) as string });
      expect(card?.expiryMonth).toBeGreaterThan(0);
      expect(card?.expiryYear).toBeGreaterThan(2000);
    });

    scene(subject, 'pay from the moment on at which they are the default', billed, async (stage) => {
      await addCard(stage, 'declines');
      await payWith(stage, 'good');
      await subscribed(stage);
    });

    scene(subject, 'are removed, but for the last one of a workspace that pays', billed, async (stage) => {
      await subscribed(stage);
      const [first] = (await accountOf(stage)).paymentMethods;
      const last = { ...acme, paymentMethodId: first?.id ?? expect.fail('there is a card') };
      await stage.refused('olivia', 'billing.removePaymentMethod', last, {
        code: 'conflict',
        reason: 'last_payment_method',
      });
      const second = await addCard(stage, 'good');
      const { paymentMethods } = await stage.call('olivia', 'billing.removePaymentMethod', last);
      expect(paymentMethods, 'another one is the default then').toMatchObject([{ id: second, isDefault: true }]);
      await stage.refused('olivia', 'billing.removePaymentMethod', last, { code: 'not_found' });
      await stage.refused('olivia', 'billing.setDefaultPaymentMethod', last, { code: 'not_found' });
    });

    scene(subject, 'are all removed where nothing is paid', billed, async (stage) => {
      const paymentMethodId = await addCard(stage, 'good');
      const { paymentMethods } = await stage.call('olivia', 'billing.removePaymentMethod', {
        ...acme,
        paymentMethodId,
      });
      expect(paymentMethods).toEqual([]);
    });
  });
}

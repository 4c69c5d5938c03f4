import type { InputOf, OperationName } from '../../../contract/index.js';
import type { Stage } from '../stage.js';
import { NOW } from '../worlds.js';
import { TEAM, acme, addCard, pastDue, payWith, previewOf, subscribed } from './acts.js';

type BillingOperation = Extract<OperationName, `billing.${string}`>;
type Samples = {
  readonly [N in BillingOperation]: InputOf<N> | ((stage: Stage) => Promise<InputOf<N>>);
};

async function twoCards(stage: Stage) {
  await addCard(stage, 'good');
  return { ...acme, paymentMethodId: await addCard(stage, 'good') };
}

/** An input for each operation of billing that works in `acme`, and what has to be before. */
export const billingSamples: Samples = {
  'billing.catalogue': {},
  'billing.get': acme,
  'billing.sync': acme,
  'billing.preview': { ...acme, ...TEAM },
  'billing.subscribe': async (stage) => {
    await addCard(stage, 'good');
    const { quote } = await previewOf(stage, TEAM);
    return { ...acme, ...TEAM, quote };
  },
  'billing.cancel': async (stage) => {
    await subscribed(stage);
    return acme;
  },
  'billing.resume': async (stage) => {
    await subscribed(stage);
    return stage.call('olivia', 'billing.cancel', acme).then(() => acme);
  },
  'billing.invoices': acme,
  'billing.createSetup': acme,
  'billing.setDefaultPaymentMethod': twoCards,
  'billing.removePaymentMethod': twoCards,
  'billing.updateDetails': { ...acme, name: 'Acme Ltd' },
  'billing.retryPayment': async (stage) => {
    await pastDue(stage, Date.parse(NOW));
    await payWith(stage, 'good');
    return acme;
  },
  'billing.openPortal': { ...acme, returnPath: '/settings/billing' },
};

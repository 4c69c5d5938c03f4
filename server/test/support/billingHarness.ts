import { Stripe } from 'stripe';
import type { CardBehaviour, HarnessBilling, World } from '../../../src/testing/world.js';
import type { BillingOptions } from '../../src/billing/options.js';
import { createSimulator } from '../../stripe-simulator/index.js';
import type { EventObject, Simulator } from '../../stripe-simulator/index.js';
import { fingerprintOf } from '../../stripe-simulator/payments/bank.js';

const KEYS = {
  secretKey: 'sk_test_simulator',
  publishableKey: 'pk_test_simulator',
  webhookSecret: 'whsec_of_the_harness',
};

/** The card that somebody saves, and the number of the one that it behaves as from then on. */
const CARDS: Readonly<Record<CardBehaviour, { readonly token: string; readonly becomes?: string }>> = {
  good: { token: 'pm_card_visa' },
  declines: { token: 'pm_card_chargeCustomerFail' },
  // Had there been no money on it at first, its bank would not have let it be saved.
  insufficient_funds: { token: 'pm_card_visa', becomes: '4000000000009995' },
  needs_authentication: { token: 'pm_card_authenticationRequired' },
};

/** A Stripe for one world of the conformance suite, and the payer's browser and bank. */
export interface BillingHarness {
  readonly options: BillingOptions;
  /** Sends what happens at Stripe to where a server listens, signed and in order. */
  deliverTo(url: string): void;
  /** Lets it be that time at Stripe, and waits until the server has heard of all that happened. */
  advanceTo(ms: number): Promise<void>;
  readonly payer: HarnessBilling;
  /** Nothing more is sent. */
  settle(): Promise<void>;
  dispose(): Promise<void>;
}

/** Sends events one after the other. */
function createDelivery(stripe: Stripe, simulator: Simulator) {
  let url = '';
  let before: Promise<unknown> = Promise.resolve();
  const post = async (event: EventObject) => {
    const payload = JSON.stringify(event);
    const signature = stripe.webhooks.generateTestHeaderString({ payload, secret: KEYS.webhookSecret });
    const response = await fetch(url, { method: 'POST', body: payload, headers: { 'stripe-signature': signature } });
    if (!response.ok) throw new Error(`The webhook of ${event.type} was answered ${response.status}.`);
  };
  const stop = simulator.onEvent((event) => {
    if (url !== '') before = before.then(() => post(event));
  });
  return { begin: (to: string) => void (url = to), settled: () => before, stop };
}

async function addCard(stripe: Stripe, simulator: Simulator, workspaceId: string, behaviour: CardBehaviour) {
  const { data } = await stripe.customers.list({ limit: 100 });
  // Whoever opens the form has the customer made, if there is none.
  const known = data.find(({ metadata }) => metadata['workspace_id'] === workspaceId);
  if (!known) return false;
  const { token, becomes } = CARDS[behaviour];
  const { id } = await stripe.paymentMethods.attach(token, { customer: known.id });
  const { paymentMethods } = simulator.kernel.store;
  const { card } = paymentMethods.find(id);
  if (becomes !== undefined && card)
    paymentMethods.update(id, { card: { ...card, fingerprint: fingerprintOf(becomes) } });
  return true;
}

/**
 * Starts a Stripe at the time of a world.
 *
 * @param openForm asks for a SetupIntent, as the form does before a card is typed into it
 */
export async function createBillingHarness(
  { now, billing }: World,
  openForm: (workspaceId: string) => Promise<unknown>,
): Promise<BillingHarness> {
  const simulator = await createSimulator({ clock: Math.floor(Date.parse(now) / 1000) });
  const stripe = new Stripe(KEYS.secretKey, {
    host: '127.0.0.1',
    port: simulator.port,
    protocol: 'http',
    httpClient: Stripe.createFetchHttpClient(simulator.fetch),
  });
  const delivery = createDelivery(stripe, simulator);
  return {
    options: { plans: billing?.plans ?? [], graceMs: billing?.graceMs, stripe: { ...KEYS, apiBase: simulator.url } },
    deliverTo: delivery.begin,
    async advanceTo(ms) {
      simulator.clock.advanceTo(Math.floor(ms / 1000));
      await delivery.settled();
    },
    payer: {
      async addPaymentMethod(workspaceId, behaviour) {
        await openForm(workspaceId);
        if (!(await addCard(stripe, simulator, workspaceId, behaviour))) throw new Error('The form made no customer.');
      },
      async authenticate(clientSecret, answer) {
        const [intent = ''] = clientSecret.split('_secret_');
        await simulator.fetch(`${simulator.url}/_sim/3ds/${intent}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${KEYS.secretKey}` },
          body: `result=${answer === 'complete' ? 'succeeded' : 'failed'}`,
        });
      },
    },
    async settle() {
      delivery.stop();
      await delivery.settled();
    },
    dispose: () => simulator.close(),
  };
}

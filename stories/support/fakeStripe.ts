import type { Stripe } from '@stripe/stripe-js';
import type { MemoryBackend } from '../../src/adapters/memory/index.js';
import type { CardBehaviour } from '../../src/testing/world.js';

/** An element of Stripe's form: filled in as soon as it is there. */
const element = () => ({
  mount: () => undefined,
  update: () => undefined,
  destroy: () => undefined,
  off: () => undefined,
  on: (event: string, listener: () => void) => {
    if (event === 'ready') queueMicrotask(listener);
  },
});

/** What stands in for Stripe.js where there is no browser: its form is complete, and what it confirms a backend in memory has. */
export function fakeStripe(backend: MemoryBackend, behaviour: CardBehaviour = 'good'): Stripe {
  const elements = { create: element, getElement: () => null, update: () => undefined, submit: async () => ({}) };
  const unused = () => {
    throw new Error('Nothing here asks for this.');
  };
  const stripe = {
    elements: () => elements,
    createToken: unused,
    createPaymentMethod: unused,
    confirmCardPayment: unused,
    confirmSetup: async ({ clientSecret }: { clientSecret: string }) => {
      backend.billing.confirmSetup(clientSecret, behaviour);
      return { setupIntent: { status: 'succeeded' } };
    },
  };
  return stripe as unknown as Stripe;
}

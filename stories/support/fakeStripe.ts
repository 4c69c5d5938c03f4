import type { Stripe } from '@stripe/stripe-js';
import type { MemoryBackend } from '../../src/adapters/memory/index.js';
import type { CardBehaviour } from '../../src/testing/world.js';

/** What the form holds, in lines. Stripe says the words, so there are none. */
const FILLED = [['4242 4242 4242 4242'], ['12 / 34', '123']];

function standIn(): HTMLElement[] {
  return FILLED.map((texts) => {
    const line = document.createElement('div');
    line.style.cssText = 'display: flex; gap: 12px; margin-block-end: 12px';
    const fields = texts.map((text) => {
      const field = document.createElement('div');
      field.style.cssText =
        'flex: 1; padding: 12px; border: 1px solid var(--gray-6); border-radius: 6px; direction: ltr';
      field.textContent = text;
      return field;
    });
    line.append(...fields);
    return line;
  });
}

/** An element of Stripe's form: filled in as soon as it is there. */
const element = () => ({
  mount: (place: HTMLElement) => place.replaceChildren(...standIn()),
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

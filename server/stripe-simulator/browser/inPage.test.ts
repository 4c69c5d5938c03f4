// @vitest-environment jsdom
import { loadStripe } from '@stripe/stripe-js/pure';
import { userEvent } from '@testing-library/user-event';
import { within } from '@testing-library/dom';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installStripeStandIn } from './index.js';
import type { ConfirmedCard } from './intentsInPage.js';

let remove: () => void;
let accepted: ConfirmedCard[];
beforeEach(() => {
  accepted = [];
  remove = installStripeStandIn({
    confirm: (card) => {
      accepted.push(card);
    },
  });
});
afterEach(() => {
  remove();
  document.body.replaceChildren();
});

const clientSecret = 'seti_1_secret_2';

/** The form in its frame, as a test or a story without a browser of its own reaches it. */
async function openForm() {
  const stripe = await loadStripe('pk_test_stand_in');
  const elements = stripe?.elements({ mode: 'setup', currency: 'eur', locale: 'en' });
  if (!stripe || !elements) throw new Error('There is no Stripe.js.');
  const place = document.body.appendChild(document.createElement('div'));
  const payment = elements.create('payment');
  const ready = new Promise((resolve) => void payment.on('ready', resolve));
  payment.mount(place);
  await ready;
  const page = document.querySelector('iframe')?.contentDocument;
  if (!page) throw new Error('There is no frame.');
  const user = userEvent.setup({ document: page });
  const card = within(page.body);
  const type = async (number: string) => {
    await user.clear(card.getByLabelText('Card number'));
    await user.type(card.getByLabelText('Card number'), number);
    await user.type(card.getByLabelText('Expiration date'), '1234');
    await user.type(card.getByLabelText('Security code'), '123');
    await user.selectOptions(card.getByLabelText('Country'), 'DE');
  };
  const confirm = () => stripe.confirmSetup({ elements, clientSecret, redirect: 'if_required' });
  return { elements, payment, stripe, card, type, confirm };
}

it('tells the page of the card that was accepted', async () => {
  const { confirm, elements, type } = await openForm();
  await type('4000000000000341');
  expect(await elements.submit()).toEqual({ selectedPaymentMethod: 'card' });
  expect((await confirm()).setupIntent?.status).toBe('succeeded');
  expect(accepted).toMatchObject([
    { kind: 'setup', brand: 'visa', last4: '0341', expiryMonth: 12, expiryYear: 2034, declinesPayments: true },
  ]);
});

it('keeps to what Stripe.js asks of a page', async () => {
  const { confirm, elements, payment, stripe, type } = await openForm();
  await type('4242424242424242');
  await expect(confirm()).rejects.toThrow('elements.submit() must be called before');
  expect(() => elements.create('payment')).toThrow('Can only create one Element of type payment');
  await expect(stripe.confirmSetup({ clientSecret } as never)).rejects.toThrow('return_url');
  payment.destroy();
  expect(document.querySelector('iframe')).toBeNull();
  expect(elements.getElement('payment')).toBeNull();
  elements.create('payment');
});

it('shows a declined card, and takes a veto of the page', async () => {
  const { card, confirm, elements, type } = await openForm();
  await type('4000000000009995');
  await elements.submit();
  expect((await confirm()).error).toMatchObject({ decline_code: 'insufficient_funds', type: 'card_error' });
  expect(card.getByRole('alert').textContent).toBe('Your card has insufficient funds.');
  remove();
  remove = installStripeStandIn({ confirm: () => ({ type: 'card_error', message: 'Not here.' }) });
  document.body.replaceChildren();
  const other = await openForm();
  await other.type('4242424242424242');
  await other.elements.submit();
  expect((await other.confirm()).error?.message).toBe('Not here.');
});

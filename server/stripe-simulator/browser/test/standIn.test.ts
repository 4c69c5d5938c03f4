import axe from 'axe-core';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../../test/client.js';
import { startShop, typeCard } from './checkoutPage.js';
import type { Checkout, CheckoutOptions } from './checkoutPage.js';

let shop: Awaited<ReturnType<typeof startShop>>;
beforeAll(async () => {
  shop = await startShop();
});
afterAll(() => shop.close());

/** A shop's page with the script that the simulator serves, about to save a card for a new customer. */
async function openCheckout(query: CheckoutOptions['query'] = {}) {
  const { simulator, stripe } = await start();
  const { id: customer } = await stripe.customers.create();
  const intent = await stripe.setupIntents.create({ customer });
  const script = await (await fetch(`${simulator.url}/v3/stripe.js`)).text();
  const checkout = await shop.open({ secret: intent.client_secret ?? '', script, query });
  const cards = async () => (await stripe.paymentMethods.list({ customer })).data.map(({ card }) => card?.last4);
  return { ...checkout, stripe, customer, intent, cards };
}

const save = (page: Page) => page.getByRole('button', { name: 'Save card' }).click();
const outcome = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

/** What axe finds in a frame, on the colour that shows through it. The frame is no page: it needs no heading. */
async function violationsIn(frame: FrameLocator, behind = 'white'): Promise<string[]> {
  const root = frame.locator('html');
  await root.evaluate(
    (element, given) => {
      const script = element.ownerDocument.createElement('script');
      script.textContent = given.source;
      element.ownerDocument.head.append(script);
      element.style.background = given.behind;
    },
    { source: axe.source, behind },
  );
  return root.evaluate(async (element) => {
    const { axe: inFrame } = element.ownerDocument.defaultView as unknown as { axe: typeof axe };
    const { violations } = await inFrame.run(element.ownerDocument, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    element.style.background = '';
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.failureSummary}`));
  });
}

const expectQuiet = ({ complaints }: Checkout) => expect(complaints).toEqual([]);

describe('the stand-in for Stripe.js', () => {
  it('saves a good card', async () => {
    const checkout = await openCheckout();
    await typeCard(checkout.card, '4242 4242 4242 4242');
    await save(checkout.page);
    await outcome(checkout.page, 'It succeeded');
    expect(await checkout.cards()).toEqual(['4242']);
    expectQuiet(checkout);
    await checkout.page.close();
  });

  it("says what is missing in Stripe's words, and goes there", async () => {
    const checkout = await openCheckout();
    const { card, page } = checkout;
    await card.getByLabel('Card number').fill('4242 42');
    await card.getByLabel('Country').selectOption('US');
    await save(page);
    await outcome(page, 'incomplete_number: Your card number is incomplete.');
    expect(await card.getByRole('alert').allTextContents()).toEqual([
      'Your card number is incomplete.',
      "Your card's expiration date is incomplete.",
      "Your card's security code is incomplete.",
      'Your postal code is incomplete.',
    ]);
    const number = card.getByLabel('Card number');
    expect(await number.evaluate((input) => input.ownerDocument.activeElement === input)).toBe(true);
    expect(await number.getAttribute('aria-describedby')).toBe('number-error');
    await number.fill('4242 4242 4242 4241');
    await card.getByText('Your card number is invalid.').waitFor();
    await number.fill('4242 4242 4242 4242');
    await card.getByText('Your card number is invalid.').waitFor({ state: 'detached' });
    expect(await checkout.stripe.setupIntents.retrieve(checkout.intent.id)).toMatchObject({ latest_attempt: null });
    expectQuiet(checkout);
    await page.close();
  });

  it.each([
    ['4000 0000 0000 0002', 'card_declined: Your card was declined.'],
    ['4000 0000 0000 9995', 'card_declined: Your card has insufficient funds.'],
    ['4000 0000 0000 0069', 'expired_card: Your card has expired.'],
    ['4000 0000 0000 0127', "incorrect_cvc: Your card's security code is incorrect."],
  ])('keeps what was typed of the declined card %s, and takes another', async (number, said) => {
    const checkout = await openCheckout();
    const { card, page, cards } = checkout;
    await typeCard(card, number);
    await save(page);
    await outcome(page, said);
    expect(await card.getByRole('alert').allTextContents()).toContain(said.split(': ')[1]);
    expect(await card.getByLabel('Card number').inputValue()).toBe(number);
    expect(await card.getByLabel('Expiration date').inputValue()).toBe('12 / 34');
    await card.getByLabel('Card number').fill('5555555555554444');
    await save(page);
    await outcome(page, 'It succeeded');
    expect(await cards()).toEqual(['4444']);
    // The browser itself notes an answer of 402 in its console, as with the real Stripe.js.
    expect(checkout.complaints.filter((complaint) => !complaint.includes('402'))).toEqual([]);
    await page.close();
  });

  it('lets the bank ask: the answer is needed, by keyboard too, and nothing else can be reached', async () => {
    const checkout = await openCheckout();
    const { bank, card, cards, page } = checkout;
    await typeCard(card, '4000 0025 0000 3155');
    await page.getByRole('button', { name: 'Save card' }).press('Enter');
    await bank.getByRole('dialog', { name: '3D Secure 2 test page' }).waitFor();
    expect(await violationsIn(bank)).toEqual([]);
    const focused = () => bank.locator(':focus').textContent();
    expect(await focused()).toBe('Complete authentication');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Fail authentication');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Complete authentication');
    await page.keyboard.press('Enter');
    await outcome(page, 'It succeeded');
    expect(await page.locator(':focus').textContent()).toBe('Save card');
    expect(await cards()).toEqual(['3155']);
    expectQuiet(checkout);
    await page.close();
  });

  it('says that the bank did not see its customer, and asks again', async () => {
    const checkout = await openCheckout();
    const { bank, card, cards, page } = checkout;
    await typeCard(card, '4000 0027 6000 3184');
    await save(page);
    await bank.getByRole('button', { name: 'Fail authentication' }).click();
    await outcome(page, 'setup_intent_authentication_failure: We are unable to authenticate your payment method.');
    expect(await cards()).toEqual([]);
    await save(page);
    await bank.getByRole('button', { name: 'Complete authentication' }).click();
    await outcome(page, 'It succeeded');
    expect(await cards()).toEqual(['3184']);
    await page.close();
  });

  it('goes on with an intent that waits for its bank', async () => {
    const checkout = await openCheckout();
    const { bank, intent, page, stripe } = checkout;
    await stripe.setupIntents.confirm(intent.id, { payment_method: 'pm_card_authenticationRequiredOnSetup' });
    await page.getByRole('button', { name: 'Continue payment' }).click();
    await bank.getByRole('button', { name: 'Complete authentication' }).click();
    await outcome(page, 'It succeeded');
    expectQuiet(checkout);
    await page.close();
  });

  it.each([
    ['stripe', '#ffffff', 'rgb(223, 27, 65)'],
    ['night', '#1d1e26', 'rgb(254, 135, 161)'],
  ])('looks as its host says, and axe finds nothing: %s', async (theme, behind, danger) => {
    const checkout = await openCheckout({ theme, radius: '11px' });
    const { card, page } = checkout;
    const number = card.getByLabel('Card number');
    const style = () => number.evaluate((input) => getComputedStyle(input).borderRadius);
    const background = () => number.evaluate((input) => getComputedStyle(input).backgroundColor);
    expect(await style()).toBe('11px');
    const before = await background();
    expect(await violationsIn(card, behind)).toEqual([]);
    await save(page);
    await card.getByText('Your card number is incomplete.').waitFor();
    const date = card.getByLabel('Expiration date');
    const border = (input: Locator) => input.evaluate((field) => getComputedStyle(field).borderColor);
    await expect.poll(() => border(date)).toBe(danger);
    expect(await border(card.getByLabel('Country'))).toBe('rgb(1, 2, 3)');
    expect(await violationsIn(card, behind)).toEqual([]);
    await page.getByRole('button', { name: 'Other theme' }).click();
    await expect.poll(background).not.toBe(before);
    expectQuiet(checkout);
    await page.close();
  });

  it('is known to password managers, speaks German, and is submitted by Enter', async () => {
    const checkout = await openCheckout({ locale: 'de' });
    const { card, page } = checkout;
    const number = card.getByLabel('Kartennummer');
    expect(await number.getAttribute('autocomplete')).toBe('cc-number');
    expect(await card.getByLabel('Ablaufdatum').getAttribute('autocomplete')).toBe('cc-exp');
    expect(await card.getByLabel('Sicherheitscode').getAttribute('autocomplete')).toBe('cc-csc');
    await number.pressSequentially('378282246310005');
    expect(await number.inputValue()).toBe('3782 822463 10005');
    await number.press('Enter');
    await outcome(page, 'incomplete_expiry: Das Ablaufdatum Ihrer Karte ist unvollständig.');
    expectQuiet(checkout);
    await page.close();
  });

  it('needs no server where it lives in the page', async () => {
    const checkout = await shop.open({ secret: 'seti_any_secret_any' });
    const { bank, card, page } = checkout;
    await typeCard(card, '4000 0025 0000 3155');
    await save(page);
    await bank.getByRole('button', { name: 'Complete authentication' }).click();
    await outcome(page, 'It succeeded');
    expect(await page.locator('output').textContent()).toBe('visa 3155');
    await page.close();
  });
});

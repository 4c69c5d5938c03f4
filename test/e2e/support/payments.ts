import type { Page } from 'playwright-core';
import type { Parley } from './parley.js';

/** Stripe's test cards: https://docs.stripe.com/testing */
export const CARDS = {
  good: '4242424242424242',
  other: '5555555555554444',
  /** The bank wants to see its holder at every payment. */
  asks: '4000002760003184',
  /** It cannot be saved. */
  declined: '4000000000000002',
  /** It is saved, and then has no money. */
  empty: '4000000000000341',
} as const;

/** The fields of Stripe’s form, which is in a frame of its own. */
export const cardForm = (page: Page) =>
  page.getByRole('dialog').frameLocator('iframe[title="Secure payment input frame"]');

/** What is typed into the number's field. */
export const cardNumber = (page: Page) => cardForm(page).getByRole('textbox', { name: 'Card number' });

/** Types a card into Stripe's form, which is in a frame of its own, and saves it. */
export async function typeCard(page: Page, number: string): Promise<void> {
  const fields = cardForm(page);
  await cardNumber(page).fill(number);
  await fields.getByRole('textbox', { name: 'Expiration date' }).fill('12/31');
  await fields.getByRole('textbox', { name: 'Security code' }).fill('123');
  await fields.getByLabel('Country').selectOption('DE');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
}

/** Answers the bank's question, which it asks in a dialog of its own. */
export async function answerBank(page: Page, answer: 'Complete' | 'Fail'): Promise<void> {
  await page
    .frameLocator('iframe[title="3D Secure 2 test page"]')
    .getByRole('button', { name: `${answer} authentication` })
    .click();
}

/** Does something to the simulated Stripe, as its own page would. */
export async function simulate(parley: Parley, what: string, fields: Record<string, string>): Promise<void> {
  const response = await fetch(`${parley.stripeUrl}/_sim/${what}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  if (!response.ok) throw new Error(`${what}: ${response.status} ${await response.text()}`);
}

import { expect, vi } from 'vitest';
import type { Bill, Billing, InputOf, Invoice } from '../../../contract/index.js';
import type { CardBehaviour } from '../../world.js';
import type { Stage } from '../stage.js';

export const acme = { workspaceId: 'acme' };
/** What somebody wants of a plan. */
export type Change = Omit<InputOf<'billing.preview'>, 'workspaceId'>;
export const TEAM: Change = { planId: 'team', interval: 'month' };
export const BUSINESS: Change = { planId: 'business', interval: 'month', seats: 10 };

/** How long a backend may take to hear of what happened at its payment provider, in milliseconds. */
const PATIENCE_MS = 10_000;

const sumOf = (amounts: readonly { amount: { amount: number } }[]) =>
  amounts.reduce((sum, { amount }) => sum + amount.amount, 0);

/** Every bill adds up, line by line. */
function expectAddsUp({ lines, subtotal, tax, total, creditUsed, due }: Bill): void {
  expect(subtotal.amount, 'the lines make the subtotal').toBe(sumOf(lines));
  expect(total.amount, 'with the tax it is the total').toBe(subtotal.amount + tax.amount);
  expect(creditUsed.amount).toBeGreaterThanOrEqual(0);
  expect(due.amount, 'what is left is due, and never below zero').toBe(Math.max(0, total.amount - creditUsed.amount));
  expect(new Set(lines.map(({ id }) => id)).size, 'each line once').toBe(lines.length);
}

/** A workspace's account, with its bill checked. */
export async function accountOf(stage: Stage, who = 'olivia', workspaceId = 'acme'): Promise<Billing> {
  const billing = await stage.call(who, 'billing.get', { workspaceId });
  if (billing.nextBill) expectAddsUp(billing.nextBill);
  return billing;
}

/** The account as soon as this holds of it. What happens at a payment provider is heard of a little later. */
export async function accountOnce(
  stage: Stage,
  holds: (billing: Billing) => boolean,
  who = 'olivia',
): Promise<Billing> {
  return vi.waitFor(
    async () => {
      const billing = await accountOf(stage, who);
      if (holds(billing)) return billing;
      return expect.fail(`Waited in vain. The account: ${JSON.stringify(billing)}`);
    },
    { timeout: PATIENCE_MS, interval: 50 },
  );
}

/** What does not change where nothing does. */
export async function pictureOfAccount(stage: Stage): Promise<unknown> {
  const { seq: _account, ...billing } = await accountOf(stage);
  const { seq: _list, ...invoices } = await stage.call('olivia', 'billing.invoices', acme);
  const stable = ({ hostedUrl: _page, pdfUrl: _file, ...invoice }: Invoice) => invoice;
  return { billing, invoices: { ...invoices, items: invoices.items.map(stable) } };
}

/** Adds a card, and answers its id. */
export async function addCard(stage: Stage, behaviour: CardBehaviour, who = 'olivia', workspaceId = 'acme') {
  stage.needs('payments');
  const before = (await accountOf(stage, who, workspaceId)).paymentMethods.map(({ id }) => id);
  await stage.addPaymentMethod(workspaceId, behaviour);
  const { paymentMethods } = await stage.call(who, 'billing.sync', { workspaceId });
  const added = paymentMethods.find(({ id }) => !before.includes(id));
  return added?.id ?? expect.fail('the card was added');
}

/** Pays with a new card from now on. */
export async function payWith(stage: Stage, behaviour: CardBehaviour): Promise<string> {
  const paymentMethodId = await addCard(stage, behaviour);
  await stage.call('olivia', 'billing.setDefaultPaymentMethod', { ...acme, paymentMethodId });
  return paymentMethodId;
}

/** What a change would cost, with its bills checked. */
export async function previewOf(stage: Stage, to: Change, who = 'olivia') {
  const preview = await stage.call(who, 'billing.preview', { ...acme, ...to });
  expectAddsUp(preview.next);
  if (preview.now) expectAddsUp(preview.now);
  return preview;
}

/** Shows what a change costs, and confirms it. */
export async function change(stage: Stage, to: Change, who = 'olivia') {
  const preview = await previewOf(stage, to, who);
  const answer = await stage.call(who, 'billing.subscribe', { ...acme, ...to, quote: preview.quote });
  return { preview, ...answer };
}

/** Begins a plan with a good card. */
export async function subscribed(stage: Stage, to: Change = TEAM) {
  await addCard(stage, 'good');
  const answer = await change(stage, to);
  expect(answer.billing.status).toBe('active');
  return answer;
}

/** All invoices but those that were never asked to be paid. */
export async function invoicesOf(stage: Stage) {
  const { items } = await stage.call('olivia', 'billing.invoices', { ...acme, limit: 200 });
  return items.filter(({ status }) => status !== 'void' && status !== 'draft');
}

/** Lets the period end, and what a provider does within two hours of it. */
export async function endPeriod(stage: Stage, now: number): Promise<number> {
  const { period } = await accountOf(stage);
  const end = Date.parse(period?.end ?? expect.fail('something is paid'));
  const ms = end - now + 2 * 3_600_000;
  await stage.advance(ms);
  return now + ms;
}

/** A workspace whose renewal was refused by the bank. Answers the time. */
export async function pastDue(stage: Stage, now: number): Promise<number> {
  await subscribed(stage);
  await payWith(stage, 'declines');
  const then = await endPeriod(stage, now);
  await accountOnce(stage, ({ status }) => status === 'past_due');
  return then;
}

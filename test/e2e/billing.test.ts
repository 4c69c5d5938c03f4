import { describe, expect, it } from 'vitest';
import type { Member, Page as Listed } from 'guildhall/contract';
import type { Page } from 'playwright-core';
import { violationsOn } from './support/axe.js';
import { answerBank, cardNumber, CARDS, simulate, typeCard } from './support/payments.js';
import type { Somebody } from './support/people.js';
import { useParley } from './support/session.js';
import { freshWorkspace } from './support/workspaces.js';

const openBilling = (page: Page, workspaceId: string) => page.goto(`/w/${workspaceId}/settings/billing`);
const plan = (page: Page, name: string) => page.getByRole('heading', { name: `${name} plan`, exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** From a free workspace to the screen that confirms a plan, with a card of this number. */
async function choose(page: Page, name: string, card: string): Promise<void> {
  await button(page, /^(Choose a|Change) plan$/).click();
  await button(page, `Choose ${name}`).click();
  await button(page, 'Add a payment method').click();
  await typeCard(page, card);
}

async function startTeam(page: Page, workspaceId: string): Promise<void> {
  await openBilling(page, workspaceId);
  await choose(page, 'Team', CARDS.good);
  await button(page, /^Start Team and pay/).click();
  await plan(page, 'Team').waitFor();
}

/** Makes a card the default, by its menu. */
async function payWith(page: Page, last4: string): Promise<void> {
  await button(page, `Actions for Visa ending ${last4}`).click();
  await page.getByRole('menuitem', { name: 'Pay with this one' }).click();
  await page.getByText(`Bills are paid with Visa ending ${last4} from now on.`).waitFor({ state: 'attached' });
}

async function makeBillingContact(owner: Somebody, workspaceId: string, userId: string): Promise<void> {
  const members = `/guildhall/workspaces/${workspaceId}/members`;
  const { items } = await owner.ask<Listed<Member>>(members);
  const member = items.find((one) => one.userId === userId) ?? expect.fail(`${userId} is no member`);
  await owner.ask(`${members}/${member.id}`, 'PATCH', { billingContact: true });
}

/** A browser notes each answer that is no success; a bank's refusal is one. */
function expectRefusal({ complaints }: Somebody): void {
  expect(complaints.splice(0)).toEqual([expect.stringMatching(/status of 40[02]/)]);
}

describe('Paying for a workspace', () => {
  const session = useParley();

  it('is begun by an owner, and seen by the billing contact without a reload', async () => {
    const owner = await session.enter('amara');
    const contact = await session.enter('tomas');
    const { id } = await freshWorkspace(owner, 'Bridge team', [
      { person: contact, email: 'tomas@northwind.example', role: 'member' },
    ]);
    await makeBillingContact(owner, id, 'tomas');
    await openBilling(contact.page, id);
    await plan(contact.page, 'Free').waitFor();

    await openBilling(owner.page, id);
    await choose(owner.page, 'Team', CARDS.good);
    expect(await violationsOn(owner.page)).toEqual([]);
    await button(owner.page, 'Start Team and pay $24.00').click();
    await plan(owner.page, 'Team').waitFor();
    await plan(contact.page, 'Team').waitFor();

    // The invoice is there for both, and is a PDF.
    const link = contact.page.getByRole('link', { name: /^Download invoice/ });
    await link.waitFor();
    const pdf = await contact.context.request.get((await link.getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('keeps what was typed where a bank says no, and asks the payer where it wants to', async () => {
    const owner = await session.enter('amara');
    const { id } = await freshWorkspace(owner, 'Careful bank');
    await openBilling(owner.page, id);
    await choose(owner.page, 'Team', CARDS.declined);
    const dialog = owner.page.getByRole('dialog');
    await dialog
      .getByRole('alert')
      .getByText(/declined/i)
      .waitFor();
    expect(await cardNumber(owner.page).inputValue()).toBe('4000 0000 0000 0002');
    expectRefusal(owner);

    // Another card: its bank asks when it is saved, and again when it pays.
    await typeCard(owner.page, CARDS.asks);
    await answerBank(owner.page, 'Complete');
    await button(owner.page, /^Start Team and pay/).click();
    await answerBank(owner.page, 'Complete');
    await plan(owner.page, 'Team').waitFor();
  });

  it('says that nothing was charged where the payer does not confirm', async () => {
    const owner = await session.enter('amara');
    const { id } = await freshWorkspace(owner, 'Second thoughts');
    await openBilling(owner.page, id);
    await choose(owner.page, 'Team', CARDS.asks);
    await answerBank(owner.page, 'Complete');
    await button(owner.page, /^Start Team and pay/).click();
    await answerBank(owner.page, 'Fail');
    await owner.page
      .getByRole('alert')
      .getByText(/Nothing was/)
      .waitFor();
    expectRefusal(owner);
  });

  it('for seats that are bought shows the amount before it is paid', async () => {
    const owner = await session.enter('amara');
    const { id } = await freshWorkspace(owner, 'Growing firm');
    await startTeam(owner.page, id);
    await button(owner.page, 'Change plan').click();
    await button(owner.page, 'Choose Business').click();
    await button(owner.page, /^Upgrade and pay/).click();
    await plan(owner.page, 'Business').waitFor();
    await button(owner.page, 'Change seats').click();
    const dialog = owner.page.getByRole('dialog', { name: 'Change seats' });
    await dialog.getByRole('textbox', { name: 'Seats' }).fill('4');
    const pay = dialog.getByRole('button', { name: /^Add 3 seats and pay \$\d+\.\d\d$/ });
    await pay.waitFor();
    expect(await violationsOn(owner.page)).toEqual([]);
    await pay.click();
    await owner.page.getByText('4 seats at $24.00 each, billed monthly').first().waitFor();
  });

  it('that fails is made good from the notice, and everybody keeps working', async () => {
    const owner = await session.enter('amara');
    const { id } = await freshWorkspace(owner, 'Hard month');
    await startTeam(owner.page, id);
    // A card that can be saved and has no money: bills are paid with it from now on.
    await button(owner.page, 'Add payment method').click();
    await typeCard(owner.page, CARDS.empty);
    await payWith(owner.page, '0341');
    // An invoice that renews a plan is a draft for an hour.
    await simulate(session.parley, 'clock', { months: '1' });
    await simulate(session.parley, 'clock', { advance_by: '7200' });

    const notice = owner.page.getByRole('alert').filter({ hasText: 'did not go through' });
    await notice.waitFor();
    await owner.page
      .getByRole('link', { name: /^Billing/ })
      .getByText('Past due')
      .waitFor();
    expect(await violationsOn(owner.page)).toEqual([]);
    await payWith(owner.page, '4242');
    await notice.getByRole('button', { name: /^Pay/ }).click();
    await expect.poll(() => notice.count(), { timeout: 20_000 }).toBe(0);
    await owner.page.getByRole('cell', { name: 'Paid' }).nth(1).waitFor();
  });

  it('is cancelled at the end of the period, and resumed', async () => {
    const owner = await session.enter('amara');
    const { id } = await freshWorkspace(owner, 'Pausing');
    await startTeam(owner.page, id);
    await button(owner.page, 'Cancel plan').click();
    await owner.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Cancel on/ })
      .click();
    await owner.page.getByText(/^Team ends on/).waitFor();
    await button(owner.page, 'Resume Team').click();
    await expect.poll(() => owner.page.getByText(/^Team ends on/).count()).toBe(0);
  });

  it('is nobody else’s to see', async () => {
    const admin = await session.enter('priya');
    await openBilling(admin.page, 'northwind-studio');
    await admin.page.getByRole('link', { name: 'Ask Amara' }).waitFor();
    expect(await admin.page.getByRole('navigation', { name: 'Workspace settings' }).getByText('Billing').count()).toBe(
      0,
    );
    await expect(admin.ask('/guildhall/workspaces/northwind-studio/billing')).rejects.toThrow('403');
  });
});

import type { Locator, Page } from 'playwright-core';
import { wordsFor } from '../../../server/stripe-simulator/browser/words.js';
import { cardForm } from '../support/payments.js';
import type { Somebody } from '../support/people.js';
import { freshWorkspace, invite, linkOf } from '../support/workspaces.js';
import type { Hand } from './hand.js';
import type { Words } from './words.js';

/** Somebody who walks, and what they walk with. */
export interface Walker {
  /** An owner, on the page that is watched. */
  readonly owner: Somebody;
  /** A colleague, who only asks the server. */
  readonly colleague: Somebody;
  /** Their address. */
  readonly address: string;
  readonly hand: Hand;
  /** The language of the screen. */
  readonly locale: string;
  readonly words: Words;
}

/** Something that people come for. */
export interface Flow {
  readonly name: string;
  walk(walker: Walker): Promise<void>;
}

type Role = Parameters<Page['getByRole']>[0];

/** What is found by its role and by its name in the walker's language. */
const finder =
  ({ owner: { page }, words }: Walker, within: Locator | Page = page) =>
  (role: Role, namespace: string, key: string) =>
    within.getByRole(role, { name: words(namespace, key) });

const visit = ({ owner }: Walker, workspaceId: string, section: string) =>
  owner.page.goto(`/w/${workspaceId}/settings/${section}`);

/** A workspace of two. */
const shared = ({ owner, colleague, address }: Walker, name: string, role: 'member' | 'admin' = 'member') =>
  freshWorkspace(owner, name, [{ person: colleague, email: address, role }]);

const dialogOf = ({ owner: { page } }: Walker, role: 'dialog' | 'alertdialog' = 'dialog') =>
  page.getByRole(role).last();

const rowOfColleague = ({ owner: { page } }: Walker) => page.getByRole('row').filter({ hasText: 'Tomás Herrera' });

/** Opens the menu of the colleague's row, and takes an entry of it. */
async function act(walker: Walker, key: string): Promise<void> {
  const { hand } = walker;
  const row = rowOfColleague(walker);
  await hand.press(finder(walker, row)('button', 'membersTable', 'actionsFor'));
  await hand.choose(finder(walker)('menuitem', 'membersTable', key));
}

async function inviting(walker: Walker): Promise<void> {
  const { owner, hand } = walker;
  const { id } = await freshWorkspace(owner, 'Lantern');
  await visit(walker, id, 'members');
  await hand.press(finder(walker)('button', 'membersTable', 'invite').first());
  const dialog = finder(walker, dialogOf(walker));
  await hand.write(dialog('textbox', 'inviteDialog', 'addresses'), 'mina@walks.example, joe@walks.example ');
  await hand.press(dialog('button', 'inviteDialog', 'send'));
  await dialog('heading', 'inviteDialog', 'sentTitle').waitFor();
  await hand.press(dialog('button', 'inviteDialog', 'done'));
  await owner.page.getByText('mina@walks.example').waitFor();
}

async function accepting(walker: Walker): Promise<void> {
  const { owner, colleague, hand } = walker;
  const { id } = await freshWorkspace(colleague, 'Meadow');
  const invitation = await invite(colleague, id, 'amara@northwind.example');
  await owner.page.goto(await linkOf(colleague, invitation, id));
  await hand.press(finder(walker)('button', 'acceptInvitation', 'join'));
  await owner.page.waitForURL(`**/w/${id}`);
}

async function changingRole(walker: Walker): Promise<void> {
  const { id } = await shared(walker, 'Orchard');
  await visit(walker, id, 'members');
  const { owner, hand, words } = walker;
  const row = rowOfColleague(walker);
  await row.waitFor();
  await act(walker, 'changeRole');
  // Owner, admin, member.
  await hand.choose(owner.page.getByRole('menuitemradio').nth(1));
  await row.getByText(words('roles', 'admin')).waitFor();
}

async function removing(walker: Walker): Promise<void> {
  const { id } = await shared(walker, 'Pebble');
  await visit(walker, id, 'members');
  const { hand } = walker;
  const row = rowOfColleague(walker);
  await row.waitFor();
  await act(walker, 'remove');
  await hand.press(finder(walker, dialogOf(walker, 'alertdialog'))('button', 'membersTable', 'removePerson'));
  await row.waitFor({ state: 'detached' });
}

async function transferring(walker: Walker): Promise<void> {
  const { id } = await shared(walker, 'Quarry');
  await visit(walker, id, 'members');
  const { hand, words } = walker;
  const row = rowOfColleague(walker);
  await row.waitFor();
  await act(walker, 'transfer');
  await hand.press(finder(walker, dialogOf(walker, 'alertdialog'))('button', 'membersTable', 'transferConfirm'));
  await row.getByText(words('roles', 'owner')).waitFor();
  await finder(walker)('link', 'workspaceSettings', 'billing').waitFor({ state: 'detached' });
}

async function leaving(walker: Walker): Promise<void> {
  const { owner, colleague, hand } = walker;
  const { id } = await freshWorkspace(colleague, 'River', [
    { person: owner, email: 'amara@northwind.example', role: 'member' },
  ]);
  await visit(walker, id, 'general');
  await hand.press(finder(walker)('button', 'generalSettings', 'leave'));
  await hand.press(finder(walker, dialogOf(walker, 'alertdialog'))('button', 'generalSettings', 'leaveConfirm'));
  await owner.page.waitForURL((url) => !url.pathname.includes(id));
}

/** Types a card into Stripe's form: its words are Stripe's. */
async function writeCard({ owner: { page }, hand, words, locale }: Walker): Promise<void> {
  const form = cardForm(page);
  const { number, expiry, cvc, country } = wordsFor(locale);
  await hand.write(form.getByRole('textbox', { name: number }), '4242424242424242');
  await hand.write(form.getByRole('textbox', { name: expiry }), '12/31');
  await hand.write(form.getByRole('textbox', { name: cvc }), '123');
  await hand.select(form.getByLabel(country), 'DE');
  await hand.press(page.getByRole('dialog').getByRole('button', { name: words('paymentMethods', 'save') }));
}

async function subscribing(walker: Walker): Promise<void> {
  const { id } = await freshWorkspace(walker.owner, 'Summit');
  await visit(walker, id, 'billing');
  await subscribe(walker);
  await finder(walker)('link', 'invoiceHistory', 'download').first().waitFor();
}

async function subscribe(walker: Walker): Promise<void> {
  const { hand } = walker;
  const find = finder(walker);
  await hand.press(find('button', 'billingPanel', 'choosePlan').or(find('button', 'billingPanel', 'changePlan')));
  // The second plan is called the same in every language.
  await hand.press(find('button', 'planPicker', 'choose').filter({ hasText: 'Team' }));
  await hand.press(find('button', 'confirmPlan', 'addMethod'));
  await writeCard(walker);
  await hand.press(find('button', 'confirmPlan', 'startAndPay'));
  await find('button', 'billingPanel', 'cancel').waitFor();
}

async function addingCard(walker: Walker): Promise<void> {
  const { owner, hand } = walker;
  const { id } = await freshWorkspace(owner, 'Thistle');
  await visit(walker, id, 'billing');
  await hand.press(finder(walker)('button', 'paymentMethods', 'addLabel'));
  await writeCard(walker);
  await finder(walker)('button', 'paymentMethods', 'actions').first().waitFor();
}

/** What paying workspaces do, one after the other: it takes a plan to cancel it. */
async function cancellingAndResuming(walker: Walker): Promise<void> {
  const { owner, hand } = walker;
  const { id } = await freshWorkspace(owner, 'Umber');
  await visit(walker, id, 'billing');
  await subscribe(walker);
  const find = finder(walker);
  await Promise.all([
    owner.page.waitForEvent('download'),
    hand.press(find('link', 'invoiceHistory', 'download').first()),
  ]);
  await hand.press(find('button', 'billingPanel', 'cancel'));
  await hand.press(finder(walker, dialogOf(walker, 'alertdialog'))('button', 'billingDialogs', 'cancelOn'));
  await hand.press(find('button', 'billingNotices', 'resume'));
  await find('button', 'billingPanel', 'cancel').waitFor();
}

/** The switcher; on a phone it is in the menu. */
async function openSwitcher(walker: Walker): Promise<void> {
  const { owner, hand } = walker;
  const menu = owner.page.getByRole('button', { name: 'Open menu' });
  const switcher = owner.page.locator('.gh-switcher-trigger');
  await menu.or(switcher).first().waitFor();
  if (await menu.isVisible()) await hand.press(menu);
  await hand.press(switcher);
}

async function switching(walker: Walker): Promise<void> {
  const { owner, hand, locale } = walker;
  // The same person walks in every language.
  const name = `Violet ${hand.name} ${locale}`;
  const { id } = await freshWorkspace(owner, name);
  await owner.page.goto('/w/northwind-studio');
  await openSwitcher(walker);
  const option = owner.page.getByRole('option', { name });
  if (hand.name === 'touch') await hand.press(option);
  else {
    await hand.write(finder(walker)('combobox', 'workspaceSwitcher', 'search'), name.toLowerCase());
    await option.waitFor();
    await owner.page.keyboard.press('Enter');
  }
  await owner.page.waitForURL(`**/w/${id}`);
}

async function creating(walker: Walker): Promise<void> {
  const { owner, hand } = walker;
  await owner.page.goto('/w/northwind-studio');
  await openSwitcher(walker);
  await hand.press(finder(walker)('button', 'workspaceSwitcher', 'create'));
  const dialog = finder(walker, dialogOf(walker));
  await hand.write(dialog('textbox', 'createWorkspace', 'name'), 'Willow');
  await hand.press(dialog('button', 'createWorkspace', 'create'));
  await owner.page.waitForURL((url) => url.pathname.startsWith('/w/ws_'));
}

async function renaming(walker: Walker): Promise<void> {
  const { owner, hand } = walker;
  const { id } = await freshWorkspace(owner, 'Xylem');
  await visit(walker, id, 'general');
  await hand.write(finder(walker)('textbox', 'generalSettings', 'name'), 'Yarrow');
  await hand.press(finder(walker)('button', 'generalSettings', 'save'));
  await owner.page.getByText(walker.words('generalSettings', 'nameSaved')).first().waitFor({ state: 'attached' });
}

async function deleting(walker: Walker): Promise<void> {
  const { owner, hand } = walker;
  const { id } = await freshWorkspace(owner, 'Zephyr');
  await visit(walker, id, 'general');
  await hand.press(finder(walker)('button', 'generalSettings', 'delete'));
  const dialog = finder(walker, dialogOf(walker, 'alertdialog'));
  await hand.write(dialogOf(walker, 'alertdialog').getByRole('textbox'), 'Zephyr');
  await hand.press(dialog('button', 'generalSettings', 'deleteConfirm'));
  await owner.page.waitForURL((url) => !url.pathname.includes(id));
}

async function sharing(walker: Walker): Promise<void> {
  const { owner, hand } = walker;
  const { id } = await freshWorkspace(owner, 'Alder');
  await owner.ask(`/workspaces/${id}/chats`, 'POST', { name: 'Roof garden', assistantId: null });
  await visit(walker, id, 'items');
  const row = owner.page.getByRole('row').filter({ hasText: 'Roof garden' });
  const find = finder(walker);
  await hand.press(finder(walker, row)('button', 'sharedItems', 'actionsFor'));
  await hand.choose(find('menuitem', 'sharedItems', 'makePublic'));
  await hand.press(finder(walker, dialogOf(walker, 'alertdialog'))('button', 'sharedItems', 'confirmPublic'));
  await row.locator('[data-sharing=public]').waitFor();
}

async function openingItem(walker: Walker): Promise<void> {
  const { owner, hand } = walker;
  await visit(walker, 'northwind-studio', 'items');
  await hand.press(owner.page.getByRole('row').getByRole('link', { name: 'Autumn campaign tone of voice' }));
  await owner.page.waitForURL('**/chats/autumn-campaign');
}

/** All that people come for, each on a workspace of its own. */
export const FLOWS: readonly Flow[] = [
  { name: 'inviting', walk: inviting },
  { name: 'accepting an invitation', walk: accepting },
  { name: 'changing a role', walk: changingRole },
  { name: 'removing somebody', walk: removing },
  { name: 'transferring ownership', walk: transferring },
  { name: 'leaving', walk: leaving },
  { name: 'subscribing', walk: subscribing },
  { name: 'adding a card', walk: addingCard },
  { name: 'downloading an invoice, cancelling and resuming', walk: cancellingAndResuming },
  { name: 'switching', walk: switching },
  { name: 'creating a workspace', walk: creating },
  { name: 'renaming it', walk: renaming },
  { name: 'deleting it', walk: deleting },
  { name: 'sharing an item', walk: sharing },
  { name: 'opening an item', walk: openingItem },
];

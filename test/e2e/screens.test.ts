import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOn } from './support/axe.js';
import { openMembers } from './support/screens.js';
import { useParley } from './support/session.js';
import { freshWorkspace, invite, linkOf } from './support/workspaces.js';

const SIZES = [
  { name: 'a desk', viewport: { width: 1280, height: 860 } },
  { name: 'a phone', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
];
const NORTHWIND = '/w/northwind-studio';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** The sidebar stands behind a button on a phone. */
async function showSidebar(page: Page): Promise<void> {
  const menu = button(page, 'Open menu');
  if (await menu.isVisible()) await menu.click();
}

/** Opens the menu of somebody's row, once the invitations above it have come and nothing moves any more. */
async function openRowMenu(page: Page): Promise<void> {
  await page.getByRole('table', { name: 'Invited' }).getByText('yuki.tan@northwind.example').waitFor();
  await button(page, 'Actions for Jonas Lindqvist').click();
}

/** Every screen of Parley that somebody who is signed in can see: how to get there, and what it has when it is there. */
const SCREENS: {
  name: string;
  path: string;
  open?: (page: Page) => Promise<void>;
  shows: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'a new chat',
    path: NORTHWIND,
    shows: (page) => page.getByRole('textbox', { name: 'Message Parley' }).waitFor(),
  },
  {
    name: 'a chat of one’s own',
    path: `${NORTHWIND}/chats/autumn-campaign`,
    shows: (page) => page.getByRole('textbox', { name: 'Write a reply' }).waitFor(),
  },
  {
    name: 'a chat of somebody else',
    path: `${NORTHWIND}/chats/spring-line`,
    shows: (page) => page.getByText('writes in this chat').waitFor(),
  },
  {
    name: 'an assistant',
    path: `${NORTHWIND}/assistants/brief-writer`,
    shows: (page) => page.getByRole('link', { name: 'Start a chat' }).waitFor(),
  },
  {
    name: 'a file',
    path: `${NORTHWIND}/files/rates`,
    shows: (page) => page.getByText('role,day rate').waitFor(),
  },
  {
    name: 'what was found',
    path: `${NORTHWIND}/search?q=lighthouse`,
    shows: (page) =>
      page
        .getByRole('main')
        .getByRole('link', { name: /^Motion brief/ })
        .waitFor(),
  },
  {
    name: 'who sees a chat',
    path: `${NORTHWIND}/chats/autumn-campaign`,
    open: (page) => button(page, 'Only this workspace').click(),
    shows: (page) => page.getByRole('switch', { name: 'Anyone with the link can read it' }).waitFor(),
  },
  {
    name: 'moving a chat',
    path: `${NORTHWIND}/chats/autumn-campaign`,
    open: (page) => button(page, 'Move to another workspace').click(),
    shows: (page) => page.getByRole('radio', { name: 'Atlas Research Lab' }).waitFor(),
  },
  {
    name: 'shared items',
    path: `${NORTHWIND}/settings/items`,
    shows: (page) => page.getByRole('row', { name: /Autumn campaign/ }).waitFor(),
  },
  {
    name: 'something public',
    path: '/shared/chats/spring-line',
    shows: (page) => page.getByText('Nagori').waitFor(),
  },
  {
    name: 'a prompt',
    path: `${NORTHWIND}/prompts/weekly-update`,
    shows: (page) => page.getByRole('link', { name: 'Use this prompt' }).waitFor(),
  },
  {
    name: 'general settings',
    path: `${NORTHWIND}/settings/general`,
    shows: (page) => page.getByRole('textbox', { name: 'Name' }).waitFor(),
  },
  {
    name: 'members',
    path: `${NORTHWIND}/settings/members`,
    shows: (page) => page.getByRole('table', { name: 'Members' }).getByText('Jonas Lindqvist').waitFor(),
  },
  {
    name: 'activity',
    path: `${NORTHWIND}/settings/activity`,
    shows: (page) => page.getByRole('heading', { name: 'Activity', level: 2 }).waitFor(),
  },
  {
    name: 'inviting',
    path: `${NORTHWIND}/settings/members`,
    open: (page) => button(page, 'Invite people').click(),
    shows: (page) => page.getByRole('textbox', { name: 'Email addresses' }).waitFor(),
  },
  {
    name: 'a row’s menu',
    path: `${NORTHWIND}/settings/members`,
    open: openRowMenu,
    shows: (page) => page.getByRole('menuitem', { name: 'Copy email address' }).waitFor(),
  },
  {
    name: 'removing somebody',
    path: `${NORTHWIND}/settings/members`,
    open: async (page) => {
      await openRowMenu(page);
      await page.getByRole('menuitem', { name: 'Remove from workspace…' }).click();
    },
    shows: (page) => page.getByRole('alertdialog', { name: /^Remove Jonas/ }).waitFor(),
  },
  {
    name: 'the switcher',
    path: NORTHWIND,
    open: async (page) => {
      await showSidebar(page);
      await button(page, /Northwind Studio/).click();
    },
    // Found by role within the dialog: what stands open is also there for those who do not see it.
    shows: (page) =>
      page.getByRole('dialog', { name: 'Workspaces' }).getByRole('heading', { name: 'Waiting for you' }).waitFor(),
  },
  {
    name: 'the account menu',
    path: NORTHWIND,
    open: async (page) => {
      await showSidebar(page);
      await button(page, 'Amara Okafor').click();
    },
    shows: (page) => page.getByRole('menuitem', { name: 'Sign out' }).waitFor(),
  },
  {
    name: 'making an assistant',
    path: NORTHWIND,
    open: async (page) => {
      await showSidebar(page);
      await button(page, 'New assistant').click();
    },
    shows: (page) => page.getByRole('dialog', { name: 'New assistant' }).waitFor(),
  },
];

/** What axe finds in light, and in dark, which Parley follows at once. */
async function violationsInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`.radix-themes.${colorScheme}`).first().waitFor();
    found.push(...(await violationsOn(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

describe.each(SIZES)('Every screen on $name, in light and dark', ({ name: _name, ...size }) => {
  const session = useParley();

  it.each(SCREENS)('has nothing for axe to find: $name', async ({ path, open, shows }) => {
    const { page } = await session.enter('amara', size);
    await page.goto(path);
    await page.getByRole('main').waitFor();
    await open?.(page);
    await shows(page);
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('has nothing for axe to find: signing in', async () => {
    const { page } = await session.enter(null, size);
    await page.goto('/');
    await button(page, /Amara Okafor/).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it.each([
    ['its addressee', 'yuki', 'Join Kelp'],
    ['somebody else', 'sofia', 'This invitation is for another account'],
    ['nobody', null, 'Sign in to join Kelp'],
  ])('has nothing for axe to find: an invitation, to %s', async (_whom, account, title) => {
    const owner = await session.enter('amara');
    const workspace = await freshWorkspace(owner, 'Kelp');
    const invitation = await invite(owner, workspace.id, 'yuki.tan@northwind.example');
    const { page } = await session.enter(account, size);
    await page.goto(await linkOf(owner, invitation, workspace.id));
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('has nothing for axe to find: after a workspace was lost', async () => {
    const owner = await session.enter('amara');
    const tomas = await session.enter('tomas', size);
    const workspace = await freshWorkspace(owner, 'Ebb', [
      { person: tomas, email: 'tomas@northwind.example', role: 'member' },
    ]);
    await openMembers(tomas.page, workspace.id);
    // Nothing is on its way any more: what is asked too late is refused, and the browser says so in its console.
    await tomas.page.getByRole('link', { name: 'Shared items' }).waitFor();
    // A phone has no sidebar until it is opened.
    if (await tomas.page.getByRole('navigation', { name: 'Workspace', exact: true }).isVisible())
      await tomas.page.getByRole('heading', { name: 'Files' }).waitFor();
    await owner.ask(`/guildhall/workspaces/${workspace.id}`, 'DELETE');
    await tomas.page.getByText('You are no longer in Ebb.').waitFor();
    expect(await violationsInBoth(tomas.page)).toEqual([]);
  });
});

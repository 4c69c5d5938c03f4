import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Parley } from './parley.js';
import type { Somebody } from './people.js';

/** Opens the members of a workspace, and waits until they are there. */
export async function openMembers(page: Page, workspaceId: string): Promise<void> {
  await page.goto(`/w/${workspaceId}/settings/members`);
  await page.getByRole('heading', { name: 'Members', level: 2 }).waitFor();
  await page.getByRole('table', { name: 'Members' }).getByRole('row').nth(1).waitFor();
}

/** The row of somebody in the members' table. */
export function memberRow(page: Page, name: string): Locator {
  return page.getByRole('table', { name: 'Members' }).getByRole('row').filter({ hasText: name });
}

/** The row of an address among the invitations. */
export function invitationRow(page: Page, email: string): Locator {
  return page.getByRole('table', { name: 'Invited' }).getByRole('row').filter({ hasText: email });
}

/** Puts a text on the clipboard and pastes it where the focus is, as people do. */
export async function paste({ page, context }: Somebody, text: string): Promise<void> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Opens the latest mail for an address in the outbox, and answers with what the mail shows. */
export async function openMail(page: Page, parley: Parley, email: string): Promise<FrameLocator> {
  await page.goto(parley.outboxUrl);
  await page.getByRole('link').filter({ hasText: email }).first().click();
  return page.frameLocator('iframe');
}

/** Signs in with an address of one's own, on the page that asks for it. */
export async function signInWith(page: Page, name: string, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

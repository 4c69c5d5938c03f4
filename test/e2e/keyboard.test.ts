import { describe, expect, it } from 'vitest';
import { choose, press, tabTo } from './support/keyboard.js';
import { invitationRow, memberRow, openMail, openMembers, paste } from './support/screens.js';
import { useParley } from './support/session.js';
import { freshWorkspace, invite, linkOf } from './support/workspaces.js';

const PASTED = 'mina@keys.example; ola@@keys.example; tomas@northwind.example\npia@keys.example, joe@keys.example';

describe('By keyboard alone', () => {
  const session = useParley();

  it('an owner invites, a guest arrives, rises and goes', async () => {
    const owner = await session.enter('amara');
    const tomas = await session.enter('tomas');
    const workspace = await freshWorkspace(owner, 'Keyboard works', [
      { person: tomas, email: 'tomas@northwind.example', role: 'member' },
    ]);
    const guest = await session.enter(null);

    await openMembers(owner.page, workspace.id);
    await press(owner.page, owner.page.getByRole('button', { name: 'Invite people' }));
    const dialog = owner.page.getByRole('dialog');
    await tabTo(owner.page, dialog.getByRole('textbox', { name: 'Email addresses' }));
    await paste(owner, PASTED);
    await dialog.getByText('3 ready, 1 to fix, 1 left out', { exact: true }).waitFor();
    await press(owner.page, dialog.getByRole('button', { name: 'Send 3 invitations' }));
    await dialog.getByRole('heading', { name: /3 invitations sent/ }).waitFor();
    await press(owner.page, dialog.getByRole('button', { name: 'Done' }));
    await invitationRow(owner.page, 'mina@keys.example').waitFor();

    // Links in the frame of a mail are opened by Enter, too.
    const mail = await openMail(guest.page, session.parley, 'mina@keys.example');
    const link = mail.getByRole('link', { name: 'See the invitation' });
    await link.focus();
    await guest.page.keyboard.press('Enter');
    await press(guest.page, guest.page.getByRole('button', { name: 'Sign in to accept' }));
    await tabTo(guest.page, guest.page.getByRole('textbox', { name: 'Name' }));
    await guest.page.keyboard.type('Mina Sato');
    await tabTo(guest.page, guest.page.getByRole('textbox', { name: 'Email' }));
    await guest.page.keyboard.type('mina@keys.example');
    await guest.page.keyboard.press('Enter');
    await press(guest.page, guest.page.getByRole('button', { name: 'Join Keyboard works' }));
    await guest.page.waitForURL(`**/w/${workspace.id}`);

    const mina = memberRow(owner.page, 'Mina Sato');
    await mina.waitFor();
    await press(guest.page, guest.page.getByRole('link', { name: 'Settings' }));
    await memberRow(guest.page, 'Mina Sato').waitFor();

    await press(owner.page, mina.getByRole('button', { name: 'Role of Mina Sato' }));
    await choose(owner.page, owner.page.getByRole('menuitemradio', { name: /^Admin/ }));
    await mina.getByRole('button', { name: 'Role of Mina Sato' }).filter({ hasText: 'Admin' }).waitFor();
    await guest.page.getByRole('button', { name: 'Invite people' }).waitFor();

    await press(owner.page, mina.getByRole('button', { name: 'Actions for Mina Sato' }));
    await choose(owner.page, owner.page.getByRole('menuitem', { name: 'Remove from workspace…' }));
    await press(owner.page, owner.page.getByRole('alertdialog').getByRole('button', { name: /^Remove Mina/ }));
    await guest.page.getByText('You are no longer in Keyboard works.').waitFor();
    await expect.poll(() => mina.count()).toBe(0);
    // Whoever works by keyboard is still somewhere on the page.
    await expect.poll(() => owner.page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });

  it('somebody switches workspaces, and accepts what waits there', async () => {
    const owner = await session.enter('lena');
    const guest = await session.enter('daniel');
    const workspace = await freshWorkspace(owner, 'Quay');
    await guest.page.goto('/w/northwind-studio');
    await guest.page.getByRole('link', { name: 'New chat' }).waitFor();
    await invite(owner, workspace.id, 'daniel@northwind.example');

    await press(guest.page, guest.page.getByRole('button', { name: /Northwind Studio.*1 invitation is waiting/s }));
    await press(guest.page, guest.page.getByRole('button', { name: 'Accept the invitation to Quay' }));
    const quay = guest.page.getByRole('option', { name: /Quay/ });
    await quay.waitFor();
    await tabTo(guest.page, guest.page.getByRole('combobox', { name: 'Find a workspace' }), 'Shift+Tab');
    await guest.page.keyboard.type('quay');
    await expect.poll(() => guest.page.getByRole('option').count()).toBe(1);
    await guest.page.keyboard.press('Enter');
    await guest.page.waitForURL(`**/w/${workspace.id}`);
    expect(await guest.page.getByRole('button', { name: /^Quay/ }).count()).toBe(1);
  });

  it('an owner takes an invitation back, and the wrong account is changed for the right one', async () => {
    const owner = await session.enter('amara');
    const workspace = await freshWorkspace(owner, 'Sluice');
    const invitation = await invite(owner, workspace.id, 'ute@keys.example');
    const link = await linkOf(owner, invitation, workspace.id);
    const guest = await session.enter('sofia');
    await guest.page.goto(link);
    await press(guest.page, guest.page.getByRole('button', { name: 'Switch account' }));
    await tabTo(guest.page, guest.page.getByRole('textbox', { name: 'Name' }));
    await guest.page.keyboard.type('Ute Kern');
    await guest.page.keyboard.press('Tab');
    await guest.page.keyboard.type('ute@keys.example');
    await guest.page.keyboard.press('Enter');
    await guest.page.getByRole('button', { name: 'Join Sluice' }).waitFor();

    await openMembers(owner.page, workspace.id);
    const row = invitationRow(owner.page, 'ute@keys.example');
    await press(owner.page, row.getByRole('button', { name: 'Actions for ute@keys.example' }));
    await choose(owner.page, owner.page.getByRole('menuitem', { name: 'Revoke invitation…' }));
    await press(owner.page, owner.page.getByRole('alertdialog').getByRole('button', { name: 'Revoke invitation' }));
    await guest.page.getByRole('heading', { name: 'This invitation was revoked' }).waitFor();
    expect(await guest.page.getByRole('button', { name: 'Join Sluice' }).count()).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { invitationRow, memberRow, openMail, openMembers, paste, signInWith } from './support/screens.js';
import { useParley } from './support/session.js';
import { freshWorkspace } from './support/workspaces.js';

const PASTED = [
  'Lena Fischer <lena.fischer@studio-kite.example>',
  'kai@@north.example',
  'tomas@northwind.example',
  'rosa@studio-kite.example',
  'ben@studio-kite.example',
].join(', ');

describe('An owner and somebody they invite', () => {
  const session = useParley();

  it('see each other arrive, change and go, without a reload', async () => {
    const owner = await session.enter('amara');
    const tomas = await session.enter('tomas');
    const workspace = await freshWorkspace(owner, 'Harbour sprint', [
      { person: tomas, email: 'tomas@northwind.example', role: 'member' },
    ]);
    const guest = await session.enter(null);

    // The owner pastes five addresses: one is none, one is in already.
    await openMembers(owner.page, workspace.id);
    await owner.page.getByRole('button', { name: 'Invite people' }).click();
    const dialog = owner.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Email addresses' }).focus();
    await paste(owner, PASTED);
    await dialog.getByText('3 ready, 1 to fix, 1 left out', { exact: true }).waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'kai@@north.example' }).getByText('more than one @').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'tomas@' }).getByText('Already a member').waitFor();
    await dialog.getByRole('button', { name: 'Send 3 invitations' }).click();
    await dialog.getByRole('heading', { name: /3 invitations sent/ }).waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await invitationRow(owner.page, 'lena.fischer@studio-kite.example').waitFor();

    // The mail lands in the outbox. Who it is for opens its link, signs in and accepts.
    const mail = await openMail(guest.page, session.parley, 'lena.fischer@studio-kite.example');
    await mail.getByRole('link', { name: 'See the invitation' }).click();
    await guest.page.getByRole('heading', { name: 'Sign in to join Harbour sprint' }).waitFor();
    await guest.page.getByRole('button', { name: 'Sign in to accept' }).click();
    await signInWith(guest.page, 'Lena Fischer', 'lena.fischer@studio-kite.example');
    await guest.page.getByRole('button', { name: 'Join Harbour sprint' }).click();
    await guest.page.getByRole('heading', { name: 'New chat' }).waitFor();
    expect(new URL(guest.page.url()).pathname).toBe(`/w/${workspace.id}`);

    // The owner's page has stood still all the time, and shows who came.
    const lena = memberRow(owner.page, 'Lena Fischer');
    await lena.waitFor();
    await expect.poll(() => invitationRow(owner.page, 'lena.fischer@').count()).toBe(0);

    // A change of role is seen where it matters: what an admin may do appears.
    await openMembers(guest.page, workspace.id);
    await expect.poll(() => guest.page.getByRole('button', { name: 'Invite people' }).count()).toBe(0);
    await lena.getByRole('button', { name: 'Role of Lena Fischer' }).click();
    await owner.page.getByRole('menuitemradio', { name: /^Admin/ }).click();
    await guest.page.getByRole('button', { name: 'Invite people' }).waitFor();
    await memberRow(guest.page, 'Lena Fischer').getByText('Admin').waitFor();

    // Whoever is removed is told at once, and what they saw is gone from their screen.
    await lena.hover();
    await lena.getByRole('button', { name: 'Actions for Lena Fischer' }).click();
    await owner.page.getByRole('menuitem', { name: 'Remove from workspace…' }).click();
    await owner.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Remove Lena/ })
      .click();
    await guest.page.getByText('You are no longer in Harbour sprint.').waitFor();
    expect(new URL(guest.page.url()).pathname).not.toContain(workspace.id);
    await expect.poll(() => lena.count()).toBe(0);
    await expect(guest.ask(`/workspaces/${workspace.id}/items`)).rejects.toThrow('404');
  });
});

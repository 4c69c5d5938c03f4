import { describe, expect, it } from 'vitest';
import { invitationRow, openMembers, signInWith } from './support/screens.js';
import { useParley } from './support/session.js';
import { freshWorkspace, invite, linkOf } from './support/workspaces.js';

const account = (name: string, emailVerified = true) => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@links.example`,
  emailVerified,
});

describe("An invitation's link", () => {
  const session = useParley();

  /** A workspace of Amara's with one invitation, and its link. */
  async function invited(workspaceName: string, email: string) {
    const owner = await session.enter('amara');
    const workspace = await freshWorkspace(owner, workspaceName);
    const invitation = await invite(owner, workspace.id, email);
    return { owner, workspace, invitation, link: await linkOf(owner, invitation, workspace.id) };
  }

  it('says to its addressee that it was taken back, also while they look at it', async () => {
    const ida = account('Ida Moe');
    const { owner, workspace, link } = await invited('Lighthouse', ida.email);
    const guest = await session.enter(ida);
    await guest.page.goto(link);
    await guest.page.getByRole('button', { name: 'Join Lighthouse' }).waitFor();

    await openMembers(owner.page, workspace.id);
    const row = invitationRow(owner.page, ida.email);
    await row.hover();
    await row.getByRole('button', { name: `Actions for ${ida.email}` }).click();
    await owner.page.getByRole('menuitem', { name: 'Revoke invitation…' }).click();
    await owner.page.getByRole('alertdialog').getByRole('button', { name: 'Revoke invitation' }).click();

    await guest.page.getByRole('heading', { name: 'This invitation was revoked' }).waitFor();
    await guest.page.goto(link);
    await guest.page.getByRole('heading', { name: 'This invitation was revoked' }).waitFor();
    expect(await guest.page.getByRole('button', { name: 'Join Lighthouse' }).count()).toBe(0);
  });

  it('says nothing of a revoked invitation to somebody else', async () => {
    const { owner, workspace, invitation, link } = await invited('Quiet harbour', 'ove@links.example');
    await owner.ask(`/guildhall/workspaces/${workspace.id}/invitations/${invitation.id}`, 'DELETE');
    const stranger = await session.enter(account('Una Roy'));
    await stranger.page.goto(link);
    await stranger.page.getByRole('heading', { name: 'This invitation link does not work' }).waitFor();
    expect(await stranger.page.getByText('Quiet harbour').count()).toBe(0);
    // The browser itself tells of every answer that is not a success.
    expect(stranger.complaints.splice(0)).toEqual([expect.stringContaining('404')]);
  });

  it('lets somebody with another account switch, and accept', async () => {
    const rosa = account('Rosa Lind');
    const { link, workspace } = await invited('Saltworks', rosa.email);
    const guest = await session.enter(account('Rosa Other'));
    await guest.page.goto(link);
    await guest.page.getByRole('heading', { name: 'This invitation is for another account' }).waitFor();
    expect(await guest.page.getByText(rosa.email).count()).toBe(0);
    await guest.page.getByText('r•••@links.example').waitFor();

    await guest.page.getByRole('button', { name: 'Switch account' }).click();
    await signInWith(guest.page, rosa.name, rosa.email);
    await guest.page.getByRole('button', { name: 'Join Saltworks' }).click();
    await guest.page.waitForURL(`**/w/${workspace.id}`);
  });

  it('waits for an address to be verified', async () => {
    const nils = account('Nils Berg', false);
    const { link, workspace } = await invited('Tidepool', nils.email);
    const guest = await session.enter(nils);
    await guest.page.goto(link);
    await guest.page.getByRole('heading', { name: 'Verify your email address first' }).waitFor();
    expect(await guest.page.getByRole('button', { name: 'Join Tidepool' }).count()).toBe(0);
    await guest.page.getByRole('button', { name: 'Verify email address' }).click();
    await guest.page.getByRole('button', { name: 'Join Tidepool' }).click();
    await guest.page.waitForURL(`**/w/${workspace.id}`);
  });

  it('leaves its token neither in the address bar nor on the wire of a page', async () => {
    const eva = account('Eva Holm');
    const { link } = await invited('Breakwater', eva.email);
    const guest = await session.enter(eva);
    const asked: string[] = [];
    guest.page.on('request', (request) => asked.push(request.url()));
    await guest.page.goto(link);
    await guest.page.getByRole('button', { name: 'Join Breakwater' }).waitFor();
    const token = new URL(link).hash.slice('#token='.length);
    expect(token.length).toBeGreaterThan(20);
    expect(guest.page.url()).not.toContain(token);
    expect(asked.filter((url) => url.split('#')[0]?.includes(token))).toEqual([]);
  });
});

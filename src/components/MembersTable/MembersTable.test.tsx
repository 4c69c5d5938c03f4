import { composeStories } from '@storybook/react-vite';
import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/MembersTable.stories.js';
import { Stage } from '../../../stories/support/Stage.js';
import { crowd, manyInvitations, northwind, NOW } from '../../../stories/support/northwind.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import { GuildhallError } from '../../contract/index.js';
import type { GuildhallAdapter } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';
import { MembersTable } from './MembersTable.js';

// Finding by role reads the whole document, which takes its time where other work is going on.
configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const Stories = composeStories(stories);

const row = (name: string) => screen.findByRole('row', { name: new RegExp(name) });
const rowOf = async (name: string) => within(await row(name));

async function openMenu(user: ReturnType<typeof userEvent.setup>, name: string) {
  await user.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
  return within(await screen.findByRole('menu'));
}

async function chooseRole(user: ReturnType<typeof userEvent.setup>, name: string, role: string) {
  await user.click(await screen.findByRole('button', { name: new RegExp(`Role of ${name}`) }));
  await user.click(await screen.findByRole('menuitemradio', { name: new RegExp(`^${role}`) }));
}

describe('what an owner sees', () => {
  it('has the invitations first, then the members, each in a table of its own', async () => {
    render(<Stories.Default />);
    await screen.findByRole('table', { name: 'Invited' });
    const [first, second] = screen.getAllByRole('table');
    expect(first).toHaveAccessibleName('Invited');
    expect(second).toHaveAccessibleName('Members');
    expect(within(first as HTMLElement).getAllByRole('row')).toHaveLength(4);
    expect(second).toHaveAttribute('aria-rowcount', '15');
    expect(await screen.findByText('(you)')).toBeVisible();
    expect((await rowOf('Jonas Lindqvist')).getByText('Billing contact')).toBeVisible();
  });

  it('says when invitations end, and which were not delivered', async () => {
    render(<Stories.ExpiringInvitations />);
    await userEvent.click(await screen.findByRole('button', { name: 'Show all 12' }));
    expect((await rowOf('yuki.tan')).getByText('Expires in 5 days')).toBeVisible();
    expect((await rowOf('bruno')).getByText('Expires tomorrow')).toHaveAttribute('data-tone', 'warning');
    expect((await rowOf('sasha')).getByText('Expired 2 days ago')).toHaveAttribute('data-tone', 'error');
    expect((await rowOf('no-such-box')).getByText('Not delivered')).toHaveAttribute('data-tone', 'error');
  });

  it('finds people by name and by address, and offers to invite an address that nobody has', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    const search = await screen.findByRole('searchbox');
    await user.type(search, 'herrera');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Priya Raghunathan/ })).not.toBeInTheDocument());
    expect(await row('Tomás Herrera')).toBeVisible();
    await user.clear(search);
    await user.type(search, 'leah@kite.studio');
    expect(await screen.findByRole('button', { name: 'Invite leah@kite.studio' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(search).toHaveValue('');
    expect(await row('Priya Raghunathan')).toBeVisible();
  });

  it('shows one role alone', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    await user.click(await screen.findByRole('button', { name: 'Show roles: All roles' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Admins' }));
    await waitFor(() => expect(screen.getByRole('table', { name: 'Members' })).toHaveAttribute('aria-rowcount', '3'));
    expect(screen.queryByRole('table', { name: 'Invited' })).not.toBeInTheDocument();
  });

  it('sorts by a column, and the other way round', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    const people = within(await screen.findByRole('table', { name: 'Members' }));
    const head = people.getByRole('columnheader', { name: 'Joined' });
    expect(head).toHaveAttribute('aria-sort', 'ascending');
    await user.click(within(head).getByRole('button'));
    await waitFor(() => expect(people.getAllByRole('rowheader')[0]).toHaveTextContent('Noah Fischer'));
    expect(head).toHaveAttribute('aria-sort', 'descending');
  });

  it('has few rows in the document, however many there are', async () => {
    const { container } = render(
      <Stage memory={{ world: crowd(1000) }}>
        <MembersTable />
      </Stage>,
    );
    await screen.findAllByRole('rowheader');
    await waitFor(() =>
      expect(screen.getByRole('table', { name: 'Members' })).toHaveAttribute('aria-rowcount', '1001'),
    );
    expect(container.querySelectorAll('*').length).toBeLessThan(340);
  });
});

describe('changing a role', () => {
  it('shows the new role at once, and says so', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    await chooseRole(user, 'Tomás Herrera', 'Admin');
    expect(await screen.findByRole('button', { name: 'Role of Tomás Herrera: Admin' })).toHaveFocus();
    expect(await screen.findByText('Tomás Herrera is now Admin.')).toBeInTheDocument();
  });

  it('sets the role back with a sentence in its row when the server refuses', async () => {
    const user = userEvent.setup();
    const refusal = new GuildhallError('conflict', { details: { reason: 'last_owner' } });
    render(
      <Stage adapt={(adapter) => failOn(adapter, 'members.update', refusal)}>
        <MembersTable />
      </Stage>,
    );
    await chooseRole(user, 'Tomás Herrera', 'Admin');
    expect(await (await rowOf('Tomás Herrera')).findByText(/Not changed. A workspace needs an owner/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Role of Tomás Herrera: Member' })).toBeVisible();
  });

  it('is fixed for the only owner, whose menu says why they cannot leave', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    const own = await rowOf('Amara Okafor');
    expect(own.queryByRole('button', { name: /Role of/ })).not.toBeInTheDocument();
    const menu = await openMenu(user, 'Amara Okafor');
    const leave = menu.getByRole('menuitem', { name: /Leave workspace/ });
    expect(leave).toHaveAttribute('aria-disabled', 'true');
    expect(leave).toHaveTextContent('A workspace needs an owner');
    await user.click(leave);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  });

  it('offers what is refused with its reason, and does not do it', async () => {
    const user = userEvent.setup();
    const update = vi.fn<NonNullable<GuildhallAdapter['members']['update']>>();
    const oneOwner = northwind({
      members: [
        { userId: 'amara', role: 'owner' },
        { userId: 'jonas', role: 'admin' },
      ],
    });
    render(
      <Stage
        memory={{ world: oneOwner }}
        adapt={(adapter) => ({ ...adapter, members: { ...adapter.members, update } })}
      >
        <MembersTable />
      </Stage>,
    );
    const menu = await openMenu(user, 'Amara Okafor');
    await user.click(menu.getByRole('menuitem', { name: 'Change role' }));
    const member = await screen.findByRole('menuitemradio', { name: /^Member/ });
    expect(member).toHaveTextContent('A workspace needs an owner');
    await user.click(member);
    expect(update).not.toHaveBeenCalled();
  });

  it('makes a billing contact, and no longer one', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    await user.click((await openMenu(user, 'Tomás Herrera')).getByRole('menuitem', { name: 'Make billing contact' }));
    expect(await (await rowOf('Tomás Herrera')).findByText('Billing contact')).toBeVisible();
  });
});

describe('removing people', () => {
  it('says what will happen, starts on keeping, and removes after that', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    await user.click((await openMenu(user, 'Tomás Herrera')).getByRole('menuitem', { name: 'Remove from workspace…' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Remove Tomás Herrera?' }));
    expect(dialog.getByText('Tomás loses access to Northwind Studio right away.')).toBeVisible();
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Keep Tomás' })).toHaveFocus());
    await user.click(dialog.getByRole('button', { name: 'Remove Tomás' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /Tomás/ })).not.toBeInTheDocument());
    expect(await screen.findByText('Tomás Herrera was removed.')).toBeInTheDocument();
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  });

  it('gives the focus back to where it was asked when the person is kept', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    await user.click((await openMenu(user, 'Tomás Herrera')).getByRole('menuitem', { name: 'Remove from workspace…' }));
    await user.click(await screen.findByRole('button', { name: 'Keep Tomás' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Actions for Tomás Herrera' })).toHaveFocus());
  });

  it('stays open with the reason when it fails, and the person is back', async () => {
    const user = userEvent.setup();
    render(
      <Stage adapt={(adapter) => failOn(adapter, 'members.remove')}>
        <MembersTable />
      </Stage>,
    );
    await user.click((await openMenu(user, 'Tomás Herrera')).getByRole('menuitem', { name: 'Remove from workspace…' }));
    await user.click(await screen.findByRole('button', { name: 'Remove Tomás' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('You seem to be offline');
    await user.click(screen.getByRole('button', { name: 'Keep Tomás' }));
    expect(await row('Tomás Herrera')).toBeVisible();
  });

  it('removes several that were selected; Escape lets them go', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    await user.click(await screen.findByRole('checkbox', { name: 'Select Tomás Herrera' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select Mei-Ling Chen' }));
    expect(await screen.findByRole('group', { name: '2 people selected' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('searchbox')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Select Tomás Herrera' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select Mei-Ling Chen' }));
    await user.click(await screen.findByRole('button', { name: 'Remove…' }));
    await user.click(await screen.findByRole('button', { name: 'Remove 2 people' }));
    await waitFor(() => expect(screen.getByRole('table', { name: 'Members' })).toHaveAttribute('aria-rowcount', '13'));
  });

  it('never selects oneself, and says why', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    const own = await screen.findByRole('checkbox', { name: 'Select Amara Okafor' });
    expect(own).toHaveAccessibleDescription(/leave the workspace instead/);
    await user.click(own);
    expect(own).not.toBeChecked();
  });
});

describe('what others may do', () => {
  it('lets an admin manage members, but neither the owner nor a billing contact', async () => {
    const user = userEvent.setup();
    render(<Stories.AsAdmin />);
    const owner = (await openMenu(user, 'Amara Okafor')).getByRole('menuitem', { name: /Remove from workspace/ });
    expect(owner).toHaveTextContent('whose role is above yours');
    await user.keyboard('{Escape}');
    const contact = (await openMenu(user, 'Jonas Lindqvist')).getByRole('menuitem', { name: /Remove from workspace/ });
    expect(contact).toHaveTextContent('Only an owner can do that');
    expect(screen.queryByRole('menuitem', { name: /billing contact/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('menuitem', { name: /Transfer/ })).not.toBeInTheDocument();
  });

  it('shows a member who is here, and lets them leave after asking', async () => {
    const user = userEvent.setup();
    const onLeft = vi.fn<() => undefined>();
    render(<Stories.AsMember onLeft={onLeft} />);
    await row('Amara Okafor');
    expect(screen.queryByRole('table', { name: 'Invited' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Invite people' })).not.toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    await user.click((await openMenu(user, 'Tomás Herrera')).getByRole('menuitem', { name: 'Leave workspace…' }));
    await user.click(await screen.findByRole('button', { name: 'Leave workspace' }));
    await waitFor(() => expect(onLeft).toHaveBeenCalledOnce());
  });

  it('hides what the adapter cannot do', async () => {
    const user = userEvent.setup();
    render(<Stories.FewFeatures />);
    await row('Tomás Herrera');
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Role of/ })).not.toBeInTheDocument();
    const menu = await openMenu(user, 'Tomás Herrera');
    expect(menu.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Copy email address']);
  });
});

describe('invitations', () => {
  it('sends again, copies the link, and revokes after asking', async () => {
    const user = userEvent.setup();
    render(<Stories.Default />);
    const email = 'sasha.ivanova@gmail.com';
    expect(
      (await openMenu(user, email)).queryByRole('menuitem', { name: 'Copy invitation link' }),
    ).not.toBeInTheDocument();
    await user.click(screen.getByRole('menuitem', { name: 'Send again' }));
    expect(await (await rowOf('sasha')).findByText('Expires in 7 days')).toBeVisible();
    await user.click((await openMenu(user, email)).getByRole('menuitem', { name: 'Copy invitation link' }));
    expect(await (await rowOf('sasha')).findByText('Link copied')).toBeVisible();
    expect(await navigator.clipboard.readText()).toMatch(/#token=/);
    await user.click((await openMenu(user, email)).getByRole('menuitem', { name: 'Revoke invitation…' }));
    await user.click(await screen.findByRole('button', { name: 'Revoke invitation' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /sasha/ })).not.toBeInTheDocument());
  });

  it('shows three, then all', async () => {
    const user = userEvent.setup();
    render(
      <Stage memory={{ world: northwind({ invitations: manyInvitations }) }}>
        <MembersTable />
      </Stage>,
    );
    const table = within(await screen.findByRole('table', { name: 'Invited' }));
    expect(table.getAllByRole('rowheader')).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Show all 12' }));
    expect(table.getAllByRole('rowheader')).toHaveLength(12);
  });
});

describe('when something is in the way', () => {
  it('says that the list did not load, and loads it when tried again', async () => {
    const user = userEvent.setup();
    const once = { times: 1 };
    render(
      <Stage adapt={(adapter) => failOn(adapter, 'members.list', new GuildhallError('internal'), once)}>
        <MembersTable />
      </Stage>,
    );
    expect(await screen.findByText('The member list did not load')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row('Tomás Herrera')).toBeVisible();
  });

  it('says so where the invitations alone did not load', async () => {
    render(
      <Stage adapt={(adapter) => failOn(adapter, 'invitations.list', new GuildhallError('internal'))}>
        <MembersTable />
      </Stage>,
    );
    expect(await screen.findByText(/The invitations did not load/)).toBeVisible();
    expect(await row('Tomás Herrera')).toBeVisible();
  });

  it('keeps the last data while offline, and says so', async () => {
    render(<Stories.Offline />);
    expect(await row('Tomás Herrera')).toBeVisible();
    expect(await screen.findByText(/You are offline/)).toBeVisible();
  });

  it('shows no members to those who are not among them', async () => {
    render(<Stories.Forbidden />);
    expect(await screen.findByText('You cannot see these members')).toBeVisible();
  });
});

describe('what others change meanwhile', () => {
  it('appears in place, and leaves the focus where it is', async () => {
    const user = userEvent.setup();
    const backend = createMemoryBackend(northwind(), { now: () => NOW });
    const jonas = backend.as('jonas');
    render(
      <Stage adapt={() => backend.as('amara')}>
        <MembersTable />
      </Stage>,
    );
    const search = await screen.findByRole('searchbox');
    const tomas = await row('Tomás Herrera');
    await user.click(search);
    await act(() => jonas.members.update?.({ workspaceId: 'northwind', memberId: 'northwind.tomas', role: 'admin' }));
    await waitFor(() => expect(tomas).toHaveAttribute('data-changed'));
    expect(within(tomas).getByRole('button', { name: 'Role of Tomás Herrera: Admin' })).toBeVisible();
    expect(search).toHaveFocus();
  });
});

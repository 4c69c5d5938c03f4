import { composeStories } from '@storybook/react-vite';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import { Stage } from '../../../stories/support/Stage.js';
import { paying } from '../../../stories/support/paying.js';
import { studios } from '../../../stories/support/studios.js';
import * as stories from '../../../stories/WorkspaceSettings.stories.js';
import { WorkspaceSettings } from './WorkspaceSettings.js';

const { Default, WithLinks, AsMember, Loading, ForbiddenSection, NeverThere, Failed, Offline, WithoutActivity } =
  composeStories(stories);
// Loaded on demand in an app; here it would be the first test that pays for it.
beforeAll(() =>
  Promise.all([
    import('../MembersTable/MembersTable.js'),
    import('../BillingPanel/BillingPanel.js'),
    import('../ActivityLog/ActivityLog.js'),
  ]),
);

const nav = () => within(screen.getByRole('navigation', { name: 'Workspace settings' }));
const sections = (role: 'button' | 'link') =>
  nav()
    .getAllByRole(role)
    .map((item) => item.textContent);

describe('the sections', () => {
  it('are general, members, billing and activity, and open where they stand', async () => {
    render(<Default />);
    expect(await screen.findByRole('heading', { name: 'General' })).toBeInTheDocument();
    expect(await nav().findByRole('button', { name: 'Activity' })).toBeInTheDocument();
    expect(sections('button')).toEqual(['General', 'Members', 'Billing', 'Activity']);
    await userEvent.click(nav().getByRole('button', { name: 'Members' }));
    expect(nav().getByRole('button', { name: 'Members' })).toHaveAttribute('aria-current', 'page');
    expect(await screen.findByText('Tomás Herrera')).toBeInTheDocument();
    await userEvent.click(nav().getByRole('button', { name: 'Activity' }));
    expect(await screen.findByText('Who did what in Northwind Studio.')).toBeInTheDocument();
  });

  it('are links where the host has addresses, and the host decides what is open', async () => {
    const onSectionChange = vi.fn<(section: string) => void>();
    render(
      <Stage memory={{ world: studios() }}>
        <WorkspaceSettings section="general" hrefForSection={(name) => `#/${name}`} onSectionChange={onSectionChange} />
      </Stage>,
    );
    const link = await screen.findByRole('link', { name: 'Members' });
    expect(link).toHaveAttribute('href', '#/members');
    await userEvent.click(link);
    expect(onSectionChange).toHaveBeenCalledExactlyOnceWith('members');
    expect(screen.getByRole('link', { name: 'General' })).toHaveAttribute('aria-current', 'page');
  });

  it('follow the address where nobody listens to the links', async () => {
    render(<WithLinks />);
    const link = await screen.findByRole('link', { name: 'Members' });
    await userEvent.click(link);
    expect(window.location.hash).toBe('#/settings/members');
  });

  it('leave out what the adapter has not', async () => {
    render(<WithoutActivity />);
    await screen.findByRole('textbox', { name: 'Name' });
    expect(sections('button')).toEqual(['General', 'Members', 'Billing']);
  });

  it('leave out what is not for this viewer', async () => {
    render(<AsMember />);
    await screen.findByRole('textbox', { name: 'Name' });
    expect(sections('button')).toEqual(['General', 'Members']);
  });

  it('say whom to ask when one is opened by its address', async () => {
    render(<ForbiddenSection />);
    expect(await screen.findByText(/ask Amara Okafor, Jonas Lindqvist, or Priya Raghunathan/)).toBeInTheDocument();
  });
});

describe('billing', () => {
  it('is where the settings say in words that a payment has failed', async () => {
    render(<Default memory={{ world: paying('past_due') }} />);
    expect(await screen.findByRole('button', { name: 'Billing Past due' })).toBeInTheDocument();
  });

  it('says that it is not set up, and nothing else breaks', async () => {
    render(<Default />);
    await userEvent.click(await screen.findByRole('button', { name: 'Billing' }));
    expect(await screen.findByText('Billing is not set up')).toBeInTheDocument();
  });
});

describe('a workspace that is lost', () => {
  it('by removal: says so at once, by its name, and leads away', async () => {
    const backend = createMemoryBackend(studios());
    const onLeave = vi.fn<() => void>();
    render(
      <Stage adapt={() => backend.as('tomas')}>
        <WorkspaceSettings onLeave={onLeave} />
      </Stage>,
    );
    await screen.findByRole('textbox', { name: 'Name' });
    await backend.as('amara').members.remove?.({ workspaceId: 'northwind', memberIds: ['northwind.tomas'] });
    expect(await screen.findByText('You no longer have access to Northwind Studio')).toBeInTheDocument();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Go to another workspace' }));
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('by its deletion: says so at once', async () => {
    const backend = createMemoryBackend(studios());
    render(
      <Stage adapt={() => backend.as('tomas')}>
        <WorkspaceSettings />
      </Stage>,
    );
    await screen.findByRole('textbox', { name: 'Name' });
    await backend.as('amara').workspaces.delete?.({ workspaceId: 'northwind' });
    expect(await screen.findByText('You no longer have access to Northwind Studio')).toBeInTheDocument();
  });

  it('by leaving it, where nothing is live: says so too', async () => {
    render(
      <Stage memory={{ world: studios(), viewerId: 'tomas', omit: ['subscribe'] }}>
        <WorkspaceSettings />
      </Stage>,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Leave workspace…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Leave workspace' }));
    expect(await screen.findByText('You no longer have access to Northwind Studio')).toBeInTheDocument();
  });

  it('never known: names nothing', async () => {
    render(<NeverThere />);
    expect(await screen.findByText('You have no access to this workspace')).toBeInTheDocument();
  });
});

it('keeps the room of its sections and of the page while the workspace is on its way', async () => {
  const { container } = render(<Loading />);
  expect(sections('button')).toEqual(['General', 'Members', 'Shared items']);
  expect(nav().getAllByRole('listitem', { hidden: true })).toHaveLength(5);
  await waitFor(() => expect(container.querySelectorAll('.gh-general-section')).toHaveLength(3));
});

it('says that the workspace did not load, and tries again', async () => {
  render(<Failed />);
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('textbox', { name: 'Name' })).toBeInTheDocument();
});

it('says that one is offline, and blocks nothing', async () => {
  render(<Offline />);
  expect(await screen.findByText(/You are offline/)).toBeInTheDocument();
  expect(await screen.findByRole('textbox', { name: 'Name' })).toBeInTheDocument();
});

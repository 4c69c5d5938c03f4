import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { holding, KIND_WORDS } from '../../stories/support/holding.js';
import { northwind, NOW } from '../../stories/support/northwind.js';
import { paying } from '../../stories/support/paying.js';
import { createMemoryAdapter } from '../adapters/memory/index.js';
import type { MemoryAdapterOptions } from '../adapters/memory/index.js';
import { BillingForbidden, MembersTable, SharedItems, WorkspaceSettings } from '../index.js';
import type { AvatarOverrideProps, EmptyStateOverrideProps, LinkOverrideProps } from './components.js';
import { GuildhallProvider } from './GuildhallProvider.js';
import type { GuildhallProviderProps } from './GuildhallProvider.js';

function Stage({ memory, ...props }: Partial<GuildhallProviderProps> & { memory?: MemoryAdapterOptions }) {
  const [adapter] = useState(() => createMemoryAdapter({ world: northwind(), viewerId: 'amara', ...memory }));
  return (
    <GuildhallProvider adapter={adapter} workspaceId="northwind" timeZone="UTC" now={() => NOW} {...props}>
      {props.children}
    </GuildhallProvider>
  );
}

const Face = ({ name, kind, imageUrl }: AvatarOverrideProps) => (
  <i data-testid="face" data-kind={kind} data-url={imageUrl}>
    {name}
  </i>
);

const navigate = vi.fn<(to: string) => void>();

/** A link as a router has it. */
function RouterLink({ href, onClick, children, ...rest }: LinkOverrideProps) {
  return (
    <a
      {...rest}
      href={href}
      data-router=""
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented) return;
        event.preventDefault();
        navigate(href);
      }}
    >
      {children}
    </a>
  );
}

const Nothing = ({ title, children, actions }: EmptyStateOverrideProps) => (
  <figure>
    <figcaption>{title}</figcaption>
    {children}
    {actions}
  </figure>
);

describe('the host’s own components', () => {
  it('are every avatar, with who it stands for, and are not read out beside the name', async () => {
    render(
      <Stage components={{ Avatar: Face }}>
        <MembersTable />
      </Stage>,
    );
    const row = await screen.findByRole('row', { name: /Tomás Herrera/ });
    const face = within(row).getByTestId('face');
    expect(face).toHaveTextContent('Tomás Herrera');
    expect(face).toHaveAttribute('data-kind', 'person');
    expect(face.closest('.gh-avatar')).toHaveAttribute('aria-hidden', 'true');
    expect(within(row).getByRole('rowheader')).toHaveAccessibleName(/^Select Tomás Herrera Tomás Herrera/);
  });

  it('are the links through the app: items and sections', async () => {
    render(
      <Stage components={{ Link: RouterLink }} memory={{ world: holding() }} entityKinds={KIND_WORDS}>
        <WorkspaceSettings hrefForSection={(section) => `/settings/${section}`} section="items" />
      </Stage>,
    );
    await userEvent.click(await screen.findByRole('link', { name: 'Members' }));
    expect(navigate).toHaveBeenLastCalledWith('/settings/members');
    await userEvent.click(await screen.findByRole('link', { name: 'Launch plan, spring range' }));
    expect(navigate).toHaveBeenLastCalledWith('#/chats/launch');
  });

  it('are told where Guildhall has done what a press asks for', async () => {
    const onSectionChange = vi.fn<(section: string) => void>();
    navigate.mockClear();
    render(
      <Stage components={{ Link: RouterLink }}>
        <WorkspaceSettings
          hrefForSection={(section) => `/settings/${section}`}
          section="members"
          onSectionChange={onSectionChange}
        />
      </Stage>,
    );
    await userEvent.click(await screen.findByRole('link', { name: 'General' }));
    expect(onSectionChange).toHaveBeenCalledWith('general');
    expect(navigate).not.toHaveBeenCalled();
  });

  it('are no links out of the app: a router would not know them', async () => {
    render(
      <Stage components={{ Link: RouterLink }} memory={{ world: paying('healthy'), viewerId: 'tomas' }}>
        <BillingForbidden />
      </Stage>,
    );
    const mail = await screen.findByRole('link', { name: 'Ask Amara' });
    expect(mail).toHaveAttribute('href', expect.stringMatching(/^mailto:/));
    expect(mail).not.toHaveAttribute('data-router');
  });

  it('are what an empty list says, with the way on', async () => {
    render(
      <Stage components={{ EmptyState: Nothing }} memory={{ world: holding() }} entityKinds={KIND_WORDS}>
        <SharedItems />
      </Stage>,
    );
    await userEvent.type(await screen.findByRole('searchbox'), 'no such thing');
    const figure = await screen.findByRole('figure');
    expect(figure).toHaveTextContent('no such thing');
    await userEvent.click(within(figure).getByRole('button', { name: 'Clear search' }));
    expect(await screen.findAllByRole('row')).not.toHaveLength(0);
    expect(screen.queryByRole('figure')).not.toBeInTheDocument();
  });

  it('keep what they hold when the host renders again with the object written inline', async () => {
    const mounted = vi.fn<() => void>();
    function Remembering({ name }: AvatarOverrideProps) {
      useState(mounted);
      return <i>{name}</i>;
    }
    const table = <MembersTable />;
    const adapter = createMemoryAdapter({ world: northwind(), viewerId: 'amara' });
    const host = () => (
      <GuildhallProvider adapter={adapter} workspaceId="northwind" components={{ Avatar: Remembering }}>
        {table}
      </GuildhallProvider>
    );
    const { rerender } = render(host());
    await screen.findByRole('row', { name: /Tomás Herrera/ });
    const before = mounted.mock.calls.length;
    expect(before).toBeGreaterThan(5);
    rerender(host());
    expect(mounted).toHaveBeenCalledTimes(before);
  });
});

describe('the density', () => {
  it('is comfortable, and holds in overlays too where it is compact', async () => {
    const { rerender } = render(<Stage density="compact" />);
    expect(document.querySelector('[data-density]')).toHaveAttribute('data-density', 'compact');
    rerender(
      <Stage density="compact">
        <MembersTable />
      </Stage>,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Actions for Tomás Herrera' }));
    expect(await screen.findByRole('menu')).toHaveAttribute('data-density', 'compact');
    rerender(<Stage />);
    expect(document.querySelector('[data-density]')).toHaveAttribute('data-density', 'comfortable');
  });
});

import { composeStories } from '@storybook/react-vite';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { GuildhallError } from '../../contract/index.js';
import type { GuildhallAdapter, Workspace } from '../../contract/index.js';
import * as stories from '../../../stories/WorkspaceSwitcher.stories.js';
import { branches, studios } from '../../../stories/support/studios.js';

const { Closed, AcceptRefused, FewFeatures, NoneOpen, Failed, InASheet } = composeStories(stories);

const user = () => userEvent.setup();

async function open(name = /Northwind Studio/) {
  await user().click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog', { name: 'Workspaces' });
}

describe('the button', () => {
  it('says which workspace is open, and how many invitations wait', async () => {
    render(<Closed />);
    const button = await screen.findByRole('button', { name: /Northwind Studio/ });
    expect(button).toHaveTextContent('14 members');
    expect(await screen.findByText('1 invitation is waiting for you')).toBeInTheDocument();
  });

  it('asks to choose where none is open', async () => {
    render(<NoneOpen />);
    expect(await screen.findByRole('button', { name: /Choose a workspace/ })).toBeInTheDocument();
  });

  it('says that the workspace did not load, and still leads to the others', async () => {
    render(<Failed />);
    const switcher = await open(/Did not load/);
    expect(await within(switcher).findByRole('option', { name: /Atlas/ })).toBeInTheDocument();
  });
});

describe('switching by keyboard', () => {
  it('moves with the arrow keys, switches with Enter, and gives the focus back', async () => {
    const onSwitch = vi.fn<(workspace: Workspace) => void>();
    render(<Closed onSwitch={onSwitch} />);
    const keys = user();
    (await screen.findByRole('button', { name: /Northwind Studio/ })).focus();
    await keys.keyboard('{Enter}');
    const search = await screen.findByRole('combobox', { name: 'Find a workspace' });
    await waitFor(() => expect(search).toHaveFocus());
    const current = await screen.findByRole('option', { name: /Northwind Studio/ });
    expect(current).toHaveAttribute('aria-selected', 'true');
    expect(search).toHaveAttribute('aria-activedescendant', current.id);

    await keys.keyboard('{ArrowUp}');
    expect(search).toHaveAttribute('aria-activedescendant', screen.getByRole('option', { name: /Field Notes/ }).id);
    await keys.keyboard('{Enter}');
    expect(onSwitch).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'field' }));
    const button = await screen.findByRole('button', { name: /Field Notes Co-op/ });
    await waitFor(() => expect(button).toHaveFocus());
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('closes on Escape without switching', async () => {
    const onSwitch = vi.fn<(workspace: Workspace) => void>();
    render(<Closed onSwitch={onSwitch} />);
    await open();
    await user().keyboard('{ArrowUp}{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(onSwitch).not.toHaveBeenCalled();
  });

  it('takes what was typed and not what was shown before, when Enter comes ahead of the answer', async () => {
    const onSwitch = vi.fn<(workspace: Workspace) => void>();
    render(<Closed onSwitch={onSwitch} />);
    await open();
    await user().keyboard('atlas{Enter}');
    await waitFor(() => expect(onSwitch).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'atlas' })));
  });

  it('moves in the list itself where workspaces cannot be searched', async () => {
    const onSwitch = vi.fn<(workspace: Workspace) => void>();
    render(<FewFeatures onSwitch={onSwitch} />);
    await open();
    await waitFor(() => expect(screen.getByRole('listbox', { name: 'Your workspaces' })).toHaveFocus());
    await user().keyboard('{Home}{Enter}');
    expect(onSwitch).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'home' }));
  });

  it('has shortcuts where the host wants them', async () => {
    const onSwitch = vi.fn<(workspace: Workspace) => void>();
    render(<Closed onSwitch={onSwitch} shortcuts />);
    await open();
    expect(await screen.findByRole('option', { name: /Atlas/ })).toHaveAttribute('aria-keyshortcuts', 'Control+2');
    await user().keyboard('{Control>}2{/Control}');
    expect(onSwitch).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'atlas' }));
  });
});

describe('an invitation that waits', () => {
  it('is accepted: the workspace joins the list, and the focus stays in the switcher', async () => {
    render(<Closed />);
    await open();
    await user().click(await screen.findByRole('button', { name: 'Accept the invitation to Harbour & Pine' }));
    expect(await screen.findByRole('option', { name: /Harbour & Pine/ })).toHaveTextContent('Member');
    expect(screen.queryByRole('button', { name: /Harbour & Pine/ })).not.toBeInTheDocument();
    expect(screen.getByText('You are in Harbour & Pine now.')).toBeInTheDocument();
    expect(screen.getByRole('combobox')).toHaveFocus();
    expect(screen.queryByText('1 invitation is waiting for you')).not.toBeInTheDocument();
  });

  it('is declined and gone', async () => {
    render(<Closed />);
    await open();
    await user().click(await screen.findByRole('button', { name: 'Decline the invitation to Harbour & Pine' }));
    expect(await screen.findByText('You declined the invitation to Harbour & Pine.')).toBeInTheDocument();
    expect(screen.queryByText('Waiting for you')).not.toBeInTheDocument();
  });

  it('stays, with the reason, when it cannot be accepted', async () => {
    render(<AcceptRefused />);
    await open();
    const accept = await screen.findByRole('button', { name: 'Accept the invitation to Harbour & Pine' });
    await user().click(accept);
    expect(await screen.findByText('This workspace is full: 10 of 10 places are taken.')).toBeInTheDocument();
    expect(accept).toHaveFocus();
    expect(accept).not.toHaveAttribute('aria-disabled');
  });
});

describe('the list', () => {
  it('says that it did not load, and tries again', async () => {
    let isDown = true;
    const adapt = (adapter: GuildhallAdapter): GuildhallAdapter => ({
      ...adapter,
      workspaces: {
        ...adapter.workspaces,
        list: async (input, call) => {
          if (isDown) throw new GuildhallError('internal');
          return adapter.workspaces.list(input, call);
        },
      },
    });
    render(<Closed adapt={adapt} />);
    const switcher = await open();
    expect(await within(switcher).findByText(/Your workspaces did not load/)).toBeInTheDocument();
    isDown = false;
    await user().click(within(switcher).getByRole('button', { name: 'Try again' }));
    expect(await within(switcher).findByRole('option', { name: /Atlas/ })).toBeInTheDocument();
    expect(within(switcher).queryByText(/did not load/)).not.toBeInTheDocument();
  });

  it('has more than a page of them', async () => {
    render(<Closed memory={{ world: studios(branches(120)) }} />);
    await open();
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(50));
    await user().click(screen.getByRole('button', { name: 'Loading more' }));
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(100));
  });
});

describe('a new workspace', () => {
  it('is made from here and opened', async () => {
    const onSwitch = vi.fn<(workspace: Workspace) => void>();
    render(<Closed onSwitch={onSwitch} />);
    await open();
    await user().click(screen.getByRole('button', { name: 'Create workspace' }));
    const dialog = await screen.findByRole('dialog', { name: 'Create a workspace' });
    const keys = user();
    await keys.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Kestrel{Enter}');
    expect(await screen.findByRole('button', { name: /Kestrel/ })).toHaveTextContent('Only you');
    expect(onSwitch).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'Kestrel' }));
  });

  it('is not offered where the adapter cannot make one', async () => {
    render(<FewFeatures />);
    await open();
    await screen.findByRole('option', { name: /Atlas/ });
    expect(screen.queryByRole('button', { name: 'Create workspace' })).not.toBeInTheDocument();
  });
});

describe('the shortcut', () => {
  const withNote = (shortcut?: 'mod+k') => (
    <>
      <textarea aria-label="Note" />
      <div role="group" aria-label="Host">
        <Closed shortcut={shortcut} />
      </div>
    </>
  );

  it('opens the switcher from a text field too, closes it, and gives the focus back', async () => {
    render(withNote('mod+k'));
    const button = await screen.findByRole('button', { name: /Northwind Studio/ });
    expect(button).toHaveAttribute('aria-keyshortcuts', 'Control+K');
    const note = screen.getByRole('textbox', { name: 'Note' });
    note.focus();
    const keys = user();
    await keys.keyboard('{Control>}k{/Control}');
    const search = await screen.findByRole('combobox', { name: 'Find a workspace' });
    await waitFor(() => expect(search).toHaveFocus());
    await keys.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(note).toHaveFocus();
    expect(note).toHaveValue('');
    await keys.keyboard('{Control>}k{/Control}');
    await waitFor(async () => expect(await screen.findByRole('combobox')).toHaveFocus());
    await keys.keyboard('{Escape}');
    await waitFor(() => expect(note).toHaveFocus());
  });

  it('is that alone: with Shift, without Ctrl or where the host wants none, nothing opens', async () => {
    const { rerender } = render(withNote('mod+k'));
    await screen.findByRole('button', { name: /Northwind Studio/ });
    const keys = user();
    await keys.keyboard('k{Control>}{Shift>}k{/Shift}{/Control}');
    rerender(withNote());
    await keys.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('opens nothing above another dialog', async () => {
    render(withNote('mod+k'));
    await screen.findByRole('button', { name: /Northwind Studio/ });
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    await user().keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('dialog', { name: 'Workspaces' })).not.toBeInTheDocument();
    dialog.remove();
  });
});

it('opens inside a modal of the host, where everything else is inert', async () => {
  render(<InASheet />);
  const sheet = await screen.findByRole('dialog', { name: 'Menu' });
  await user().click(await within(sheet).findByRole('button', { name: /Northwind Studio/ }));
  await user().click(await within(sheet).findByRole('option', { name: /Atlas/ }));
  expect(await within(sheet).findByRole('button', { name: /Atlas Research Lab/ })).toBeInTheDocument();
});

it('opens in a modal of the host where people can reach it, also when overlays go elsewhere otherwise', async () => {
  const page = document.body.appendChild(document.createElement('main'));
  render(<InASheet portalContainer={page} />);
  const sheet = await screen.findByRole('dialog', { name: 'Menu' });
  await user().click(await within(sheet).findByRole('button', { name: /Northwind Studio/ }));
  expect(await screen.findByRole('option', { name: /Atlas/ })).toBeInTheDocument();
  page.remove();
});

it('is a sheet where it is narrow, without a search for fewer than eight', async () => {
  vi.spyOn(window, 'matchMedia').mockImplementation((media) => ({
    media,
    matches: media.includes('max-width'),
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }));
  render(<Closed />);
  const sheet = await open();
  expect(within(sheet).getByRole('button', { name: 'Close' })).toBeInTheDocument();
  expect(await within(sheet).findByRole('option', { name: /Atlas/ })).toBeInTheDocument();
  expect(within(sheet).queryByRole('combobox')).not.toBeInTheDocument();
});

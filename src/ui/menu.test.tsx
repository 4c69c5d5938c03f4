import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Button } from './Button.js';
import { MenuButton } from './MenuButton.js';
import { choice } from './menuEntry.js';
import type { MenuEntry } from './menuEntry.js';
import { SelectField } from './SelectField.js';

const rename = vi.fn<() => void>();
const remove = vi.fn<() => void>();
const chooseRole = vi.fn<(role: string) => void>();

const roles = choice({
  label: 'Role',
  value: 'member',
  options: [
    { value: 'owner', label: 'Owner', reason: 'Only an owner can do that.' },
    { value: 'admin', label: 'Admin' },
    { value: 'member', label: 'Member' },
  ],
  onChoose: chooseRole,
});

// The first import is compiled, and may take its time.
beforeAll(() => import('./MenuContent.js'));

const ENTRIES: MenuEntry[] = [
  { kind: 'action', label: 'Rename', onSelect: rename },
  { kind: 'branch', label: 'Change role', entries: [roles] },
  { kind: 'separator' },
  { kind: 'action', label: 'Remove', reason: 'The last owner stays.', onSelect: remove },
];

const show = () => {
  vi.clearAllMocks();
  render(
    <>
      <MenuButton label="Actions" entries={() => ENTRIES} />
      <Button>Elsewhere</Button>
    </>,
  );
  return screen.getByRole('button', { name: 'Actions' });
};

const item = (name: string | RegExp) => screen.findByRole('menuitem', { name });

describe('a menu', () => {
  it('opened by the keyboard has the focus on its first entry, goes round by arrows, and gives it back by Escape', async () => {
    const button = show();
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await waitFor(async () => expect(await item('Rename')).toHaveFocus());
    await userEvent.keyboard('{ArrowUp}');
    expect(await item(/^Remove/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(await item('Rename')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
    expect(button).toHaveFocus();
  });

  it('has the focus on its first entry as soon as it is there, so that the next key cannot choose another', async () => {
    show().focus();
    await userEvent.setup({ delay: null }).keyboard('{Enter}');
    expect(screen.getByRole('menuitem', { name: 'Rename' })).toHaveFocus();
  });

  it('opens by the arrow down too', async () => {
    show().focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(async () => expect(await item('Rename')).toHaveFocus());
  });

  it('gives the focus back before it does what was chosen', async () => {
    const button = show();
    await userEvent.click(button);
    let focused: Element | null = null;
    rename.mockImplementation(() => {
      focused = document.activeElement;
    });
    await userEvent.click(await item('Rename'));
    expect(rename).toHaveBeenCalledOnce();
    expect(focused).toBe(button);
  });

  it('closes by its button, and by a press elsewhere, which keeps the focus', async () => {
    const button = show();
    await userEvent.click(button);
    await screen.findByRole('menu');
    await userEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
    await userEvent.click(button);
    await screen.findByRole('menu');
    await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
    expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
  });

  it('says why an entry is refused, stays open, and does not do it', async () => {
    await userEvent.click(show());
    const refused = await item(/^Remove/);
    expect(refused).toHaveTextContent('The last owner stays.');
    expect(refused).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(refused);
    expect(remove).not.toHaveBeenCalled();
    expect(screen.getByRole('menu')).toBeInTheDocument();
  });

  it('has a choice in a menu of its own: the chosen one marked, a refused one not taken, another one is', async () => {
    show().focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(async () => expect(await item('Rename')).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(await screen.findByRole('menuitemradio', { name: 'Member' })).toBeChecked();
    await userEvent.click(screen.getByRole('menuitemradio', { name: /^Owner/ }));
    expect(chooseRole).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Admin' }));
    expect(chooseRole).toHaveBeenCalledExactlyOnceWith('admin');
  });
});

describe('a select field', () => {
  it('says what is chosen, and what is chosen anew', async () => {
    function Roles() {
      const [role, setRole] = useState('member');
      const options = ['admin', 'member'].map((value) => ({ value, label: value }));
      return <SelectField label="Role" value={role} options={options} onChange={setRole} />;
    }
    render(<Roles />);
    await userEvent.click(screen.getByRole('button', { name: 'Role: member' }));
    await userEvent.click(await screen.findByRole('menuitemradio', { name: 'admin' }));
    expect(await screen.findByRole('button', { name: 'Role: admin' })).toHaveFocus();
  });
});

import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Avatar } from './Avatar.js';
import { Button } from './Button.js';
import { CopyButton } from './CopyButton.js';
import { IconButton } from './IconButton.js';
import { SearchField } from './SearchField.js';
import { TextField } from './TextField.js';

describe('a button', () => {
  it('does not submit the form that it happens to stand in', async () => {
    const onSubmit = vi.fn<() => void>();
    render(
      <form onSubmit={onSubmit}>
        <Button>Press</Button>
      </form>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Press' }));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it.each([
    ['is pending', { pending: true }],
    ['has a reason', { reason: 'You cannot remove yourself.' }],
  ])('that %s keeps the focus and refuses presses', async (_, state) => {
    const onClick = vi.fn<() => void>();
    render(
      <Button {...state} onClick={onClick}>
        Remove
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Remove' });
    await userEvent.tab();
    expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(button).toHaveAttribute('aria-disabled', 'true');
  });

  it('says why it cannot be pressed', () => {
    render(<IconButton label="Remove" reason="You cannot remove yourself." />);
    const button = screen.getByRole('button', { name: 'Remove' });
    expect(button).toHaveAccessibleDescription('You cannot remove yourself.');
    expect(button).toHaveAttribute('title', 'You cannot remove yourself.');
  });
});

describe('a text field', () => {
  it('says what is wrong instead of what helps, and that it is wrong', () => {
    const field = (problem: string | null) => <TextField label="Name" hint="Everybody sees it." problem={problem} />;
    const { rerender } = render(field(null));
    const input = screen.getByRole('textbox', { name: 'Name' });
    expect(input).toHaveAccessibleDescription('Everybody sees it.');
    expect(input).not.toBeInvalid();
    rerender(field('Too long.'));
    expect(input).toHaveAccessibleDescription('Too long.');
    expect(input).toBeInvalid();
  });
});

describe('a search', () => {
  function Search({ onEscape }: { onEscape?: () => void }) {
    const [value, setValue] = useState('');
    return (
      // A dialog, say, that would close.
      <div role="presentation" onKeyDown={(event) => event.key === 'Escape' && onEscape?.()}>
        <SearchField label="Search" clearLabel="Clear search" value={value} onChange={setValue} />
      </div>
    );
  }

  it('is emptied by its cross, which then is gone, and keeps the focus', async () => {
    render(<Search />);
    const input = screen.getByRole('searchbox', { name: 'Search' });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    await userEvent.type(input, 'ada');
    await userEvent.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(input).toHaveValue('');
    expect(input).toHaveFocus();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is emptied by Escape, which reaches what is around it once there is nothing to empty', async () => {
    const onEscape = vi.fn<() => void>();
    render(<Search onEscape={onEscape} />);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'ada{Escape}');
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(onEscape).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onEscape).toHaveBeenCalledOnce();
  });
});

describe('a button that copies', () => {
  it('asks for the text when it is pressed, and says that it is copied', async () => {
    const user = userEvent.setup();
    render(
      <CopyButton value={() => 'https://example.com/link'} copiedLabel="Copied">
        Copy link
      </CopyButton>,
    );
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Copied');
    expect(await navigator.clipboard.readText()).toBe('https://example.com/link');
  });

  it('tells of a text that did not come', async () => {
    const onFailure = vi.fn<(error: unknown) => void>();
    const refusal = new Error('gone');
    const user = userEvent.setup();
    render(
      <CopyButton value={() => Promise.reject(refusal)} copiedLabel="Copied" onFailure={onFailure}>
        Copy link
      </CopyButton>,
    );
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledWith(refusal));
    expect(screen.getByRole('button', { name: 'Copy link' })).toBeInTheDocument();
  });
});

describe('an avatar', () => {
  it('shows initials where the picture cannot be shown, and says nothing to assistive technology', () => {
    const { container } = render(<Avatar id="u" name="Oluwaseun Adeyemi" imageUrl="/gone.png" />);
    const picture = container.querySelector('img');
    expect(picture).not.toBeNull();
    if (picture) fireEvent.error(picture);
    expect(screen.getByText('OA')).toHaveAttribute('aria-hidden', 'true');
  });
});

import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Button } from './Button.js';
import { ConfirmDialog } from './ConfirmDialog.js';
import type { ConfirmDialogProps } from './ConfirmDialog.js';
import { Dialog } from './Dialog.js';
import type { DialogProps } from './Dialog.js';

/** A page with a button that opens a dialog, and something else on it. */
function Page({ children, ...props }: Partial<DialogProps>) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Open</Button>
      <Button>Elsewhere</Button>
      {isOpen ? (
        <Dialog title="Rename" closeLabel="Close" onClose={() => setIsOpen(false)} {...props}>
          {children ?? <input aria-label="Name" />}
        </Dialog>
      ) : null}
    </>
  );
}

const open = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  return screen.findByRole('dialog');
};

describe('a dialog', () => {
  it('is named by its title and described by what stands below it', async () => {
    render(<Page description="What everybody sees." />);
    expect(await open()).toHaveAccessibleName('Rename');
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription('What everybody sees.');
  });

  it('keeps the focus inside, round and round', async () => {
    render(<Page />);
    const dialog = await open();
    for (let presses = 0; presses < 5; presses += 1) {
      await userEvent.tab();
      expect(dialog).toContainElement(document.activeElement as HTMLElement);
    }
  });

  it.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['its cross', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
  ])('closes by %s, and the focus goes back to what opened it', async (_, close) => {
    render(<Page />);
    await open();
    await close();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus());
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('gives the focus to what should have it first, and last', async () => {
    function Steered() {
      const first = useRef<HTMLInputElement>(null);
      const returnFocus = () => screen.getByRole('button', { name: 'Elsewhere' });
      return (
        <Page initialFocus={first} returnFocus={returnFocus}>
          <input aria-label="Name" />
          <input aria-label="Address" ref={first} />
        </Page>
      );
    }
    render(<Steered />);
    await open();
    expect(screen.getByRole('textbox', { name: 'Address' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus());
  });

  it('that is a form is submitted by Enter, and the page around it is not', async () => {
    const onSubmit = vi.fn<() => void>();
    const onOuterSubmit = vi.fn<() => void>();
    render(
      <form onSubmit={onOuterSubmit}>
        <Page onSubmit={onSubmit} footer={<Button type="submit">Save</Button>} />
      </form>,
    );
    await open();
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Kite{Enter}');
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(onOuterSubmit).not.toHaveBeenCalled();
  });
});

describe('a question before what cannot be undone', () => {
  const ask = (props: Partial<ConfirmDialogProps> = {}) => {
    const asked = { onConfirm: vi.fn<() => void>(), onClose: vi.fn<() => void>() };
    render(<ConfirmDialog title="Remove Ben?" keepLabel="Keep Ben" confirmLabel="Remove Ben" {...asked} {...props} />);
    return asked;
  };

  it('has the focus on what keeps, so that Enter does no harm', async () => {
    const { onConfirm, onClose } = ask();
    expect(await screen.findByRole('alertdialog', { name: 'Remove Ben?' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Keep Ben' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it('is not answered by pressing beside it', async () => {
    const { onClose } = ask();
    await userEvent.click(document.querySelector('.gh-dialog-overlay') ?? document.body);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('takes no second answer while the first is done, and stays with what went wrong', async () => {
    const { onConfirm } = ask({ pending: true, problem: 'The server is restarting.' });
    await userEvent.click(screen.getByRole('button', { name: 'Remove Ben' }));
    expect(onConfirm).not.toHaveBeenCalled();
    expect(screen.getByRole('alert')).toHaveTextContent('The server is restarting.');
  });
});

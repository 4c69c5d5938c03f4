import { act, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Stage } from '../../../stories/support/Stage.js';
import { MembersTable } from './MembersTable.js';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

// Loaded already, the table listens to the page by the time that it shows its rows.
beforeAll(() => import('./pageKeys.js'));

const menuOf = (name: string) => screen.findByRole('button', { name: `Actions for ${name}` });
const namesInOrder = () =>
  screen.getAllByRole('button', { name: /^Actions for/ }).map((button) => button.getAttribute('aria-label'));

describe('the focus of a row that is gone', () => {
  it('is in the next row after one was removed by its menu', async () => {
    const user = userEvent.setup();
    render(
      <Stage>
        <MembersTable />
      </Stage>,
    );
    const menu = await menuOf('Tomás Herrera');
    const names = namesInOrder();
    const next = names[names.indexOf('Actions for Tomás Herrera') + 1] ?? '';
    await user.click(menu);
    await user.click(await screen.findByRole('menuitem', { name: 'Remove from workspace…' }));
    await user.click(await screen.findByRole('button', { name: 'Remove Tomás' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole('button', { name: next })).toHaveFocus());
  });

  it('is in the next row when a button that has just got it vanishes', async () => {
    render(
      <Stage>
        <MembersTable />
      </Stage>,
    );
    const menu = await menuOf('Tomás Herrera');
    const names = namesInOrder();
    const next = names[names.indexOf('Actions for Tomás Herrera') + 1] ?? '';
    await act(async () => menu.focus());
    const row = menu.closest('[role="row"]');
    row?.parentElement?.removeChild(row);
    await waitFor(() => expect(screen.getByRole('button', { name: next })).toHaveFocus());
  });

  it('stays nowhere for whoever let go of it', async () => {
    const user = userEvent.setup();
    render(
      <Stage>
        <MembersTable />
      </Stage>,
    );
    const menu = await menuOf('Tomás Herrera');
    act(() => menu.focus());
    await user.click(document.body);
    expect(document.body).toHaveFocus();
  });
});

describe('the slash', () => {
  const withNote = (searchesBySlash?: boolean) => (
    <Stage>
      <textarea aria-label="Note" />
      <MembersTable searchesBySlash={searchesBySlash} />
    </Stage>
  );

  it('leads to the search, where it is a letter again', async () => {
    const user = userEvent.setup();
    render(withNote());
    const search = await screen.findByRole('searchbox');
    await menuOf('Tomás Herrera');
    await user.keyboard('/');
    expect(search).toHaveFocus();
    expect(search).toHaveValue('');
    await user.keyboard('/');
    expect(search).toHaveValue('/');
  });

  it('is a letter in another text field', async () => {
    const user = userEvent.setup();
    render(withNote());
    await menuOf('Tomás Herrera');
    const note = screen.getByRole('textbox', { name: 'Note' });
    await user.type(note, 'either/or');
    expect(note).toHaveValue('either/or');
    expect(note).toHaveFocus();
  });

  it('does nothing where the host has switched it off', async () => {
    const user = userEvent.setup();
    render(withNote(false));
    const menu = await menuOf('Tomás Herrera');
    act(() => menu.focus());
    await user.keyboard('/');
    expect(menu).toHaveFocus();
  });
});

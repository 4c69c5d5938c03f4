import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { crowd } from '../../../stories/support/northwind.js';
import { Stage } from '../../../stories/support/Stage.js';
import { GuildhallError } from '../../contract/index.js';
import type { GuildhallAdapter } from '../../contract/index.js';
import { MembersTable } from './MembersTable.js';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

// Loaded already, the table listens to the page by the time that it shows its rows.
beforeAll(() => import('./pageKeys.js'));

const boxes = () =>
  within(screen.getByRole('table', { name: 'Members' })).getAllByRole<HTMLInputElement>('checkbox', {
    name: /^Select /,
  });
const checked = () => boxes().flatMap((box, index) => (box.checked ? [index] : []));

async function show(adapt?: (adapter: GuildhallAdapter) => GuildhallAdapter, members?: number) {
  const user = userEvent.setup();
  render(
    <Stage adapt={adapt} memory={members === undefined ? undefined : { world: crowd(members) }}>
      <MembersTable />
    </Stage>,
  );
  await screen.findByRole('table', { name: 'Members' });
  await waitFor(() => expect(boxes().length).toBeGreaterThan(5));
  return user;
}
const box = (index: number) => boxes()[index] as HTMLInputElement;

describe('selecting a range', () => {
  it('takes all between two clicks, the second with Shift, and lets them go the same way', async () => {
    const user = await show();
    await user.click(box(2));
    await screen.findByRole('group', { name: '1 person selected' });
    await user.keyboard('{Shift>}');
    await user.click(box(5));
    expect(checked()).toEqual([2, 3, 4, 5]);
    await user.click(box(3));
    expect(checked()).toEqual([2]);
    await user.keyboard('{/Shift}');
  });

  it('goes upwards too, and does not take oneself along', async () => {
    const user = await show();
    await user.click(box(3));
    await screen.findByRole('group', { name: '1 person selected' });
    await user.keyboard('{Shift>}');
    await user.click(box(1));
    await user.keyboard('{/Shift}');
    expect(checked()).toEqual([1, 2, 3]);
    expect(box(0)).toHaveAccessibleDescription('You cannot select yourself: leave the workspace instead.');
  });

  it('works with Shift and Space', async () => {
    const user = await show();
    act(() => box(2).focus());
    await user.keyboard(' ');
    await screen.findByRole('group', { name: '1 person selected' });
    act(() => box(4).focus());
    await user.keyboard('{Shift>} {/Shift}');
    expect(checked()).toEqual([2, 3, 4]);
  });

  it('goes from checkbox to checkbox by arrows, and selects with Shift', async () => {
    const user = await show();
    act(() => box(2).focus());
    await user.keyboard('{ArrowDown}');
    expect(box(3)).toHaveFocus();
    await user.keyboard('{ArrowUp} ');
    expect(checked()).toEqual([2]);
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(box(4)).toHaveFocus();
    expect(checked()).toEqual([2, 3, 4]);
  });

  it('is let go by Escape, which leaves the focus where it is; by the button it returns to the row', async () => {
    const user = await show();
    await user.click(box(2));
    await screen.findByRole('group', { name: '1 person selected' });
    await user.keyboard('{Escape}');
    expect(checked()).toEqual([]);
    expect(box(2)).toHaveFocus();
    await user.keyboard(' ');
    await user.click(await screen.findByRole('button', { name: /^Clear/ }));
    await waitFor(() => expect(box(2)).toHaveFocus());
  });
});

describe('selecting all that match', () => {
  it('selects those too who are not loaded, once all that are loaded are', async () => {
    const user = await show(undefined, 450);
    await user.click(box(2));
    expect(screen.queryByRole('button', { name: 'Select all that match' })).not.toBeInTheDocument();
    await user.click(await screen.findByRole('checkbox', { name: 'Select all that are loaded' }));
    await user.click(await screen.findByRole('button', { name: 'Select all that match' }));
    await screen.findByRole('group', { name: '449 people selected' });
    await user.click(screen.getByRole('button', { name: 'Remove…' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Remove 449 people?' }));
    await user.click(dialog.getByRole('button', { name: 'Remove 449 people' }));
    await waitFor(() => expect(screen.getByRole('table', { name: 'Members' })).toHaveAttribute('aria-rowcount', '2'));
  });

  it('says why where a page does not come, and keeps what was selected', async () => {
    const fails = (adapter: GuildhallAdapter): GuildhallAdapter => ({
      ...adapter,
      members: {
        ...adapter.members,
        list: (input, call) =>
          input.limit === 200 && input.cursor !== undefined
            ? Promise.reject(new GuildhallError('unavailable', { details: { reason: 'network' } }))
            : adapter.members.list(input, call),
      },
    });
    const user = await show(fails, 450);
    await user.click(box(2));
    await user.click(await screen.findByRole('checkbox', { name: 'Select all that are loaded' }));
    const before = screen.getByRole('group', { name: /people selected/ }).getAttribute('aria-label') ?? '';
    await user.click(await screen.findByRole('button', { name: 'Select all that match' }));
    expect(await screen.findByText(/^The rest could not be selected\./)).toBeVisible();
    expect(screen.getByRole('group', { name: before })).toBeVisible();
  });
});

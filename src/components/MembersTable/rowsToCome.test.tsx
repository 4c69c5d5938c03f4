import { composeStories } from '@storybook/react-vite';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/MembersTable.stories.js';
import type * as Ui from '../../ui/index.js';

const { Default } = composeStories(stories);

const { loads } = vi.hoisted(() => ({ loads: [] as { arrive: () => void; fail: (error: Error) => void }[] }));

vi.mock('../../ui/index.js', async (original) => {
  const ui = await original<typeof Ui>();
  const heldBack: typeof ui.onDemand = (load, fallback) =>
    ui.onDemand(
      !/\/Lists\b/.test(String(load))
        ? load
        : () => new Promise((resolve, fail) => loads.push({ arrive: () => resolve(load()), fail })),
      fallback,
    );
  return { ...ui, onDemand: heldBack };
});

const jonas = { name: /Jonas Lindqvist/ };

describe('the rows, which are loaded while their data is', () => {
  it('that cannot be loaded are said to be missing, and come with another try', async () => {
    const onError = vi.fn<(error: unknown) => void>();
    const user = userEvent.setup();
    render(<Default onError={onError} />);
    expect(await screen.findByRole('button', { name: 'Invite people' })).toBeVisible();
    expect(screen.queryByRole('row', jonas)).not.toBeInTheDocument();
    const failure = new TypeError('Failed to fetch dynamically imported module');
    await act(async () => loads.at(-1)?.fail(failure));
    expect(await screen.findByRole('alert')).toHaveTextContent('The member list did not load');
    expect(onError).toHaveBeenCalledWith(failure);

    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await act(async () => loads.at(-1)?.arrive());
    expect(await screen.findByRole('row', jonas)).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

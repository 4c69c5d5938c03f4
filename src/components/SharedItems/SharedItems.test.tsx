import { composeStories } from '@storybook/react-vite';
import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { holding, KIND_WORDS, someChats } from '../../../stories/support/holding.js';
import { Stage } from '../../../stories/support/Stage.js';
import * as stories from '../../../stories/SharedItems.stories.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import { SharedItems } from './SharedItems.js';

// Finding by role reads the whole document, which takes its time where other work is going on.
configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const Stories = composeStories(stories);

const rowOf = async (title: string) => within(await screen.findByRole('row', { name: new RegExp(title) }));
const titles = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

async function choose(title: string, action: string) {
  await userEvent.click(await screen.findByRole('button', { name: `Actions for ${title}` }));
  await userEvent.click(await screen.findByRole('menuitem', { name: new RegExp(`^${action}`) }));
}

/** A list on a backend that others change too. */
function showTo(viewerId: string, onOpen?: () => void) {
  const backend = createMemoryBackend(holding());
  render(
    <Stage entityKinds={KIND_WORDS} adapt={() => backend.as(viewerId)}>
      <SharedItems onOpen={onOpen} />
    </Stage>,
  );
  return backend;
}

describe('what a workspace holds', () => {
  it('stands kind by kind in the host’s order, with how many there are', async () => {
    render(<Stories.Default />);
    await screen.findAllByRole('rowheader');
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
      'Chats 12',
      'Assistants 3',
      'Prompts 1',
      'Files 0',
    ]);
    expect(titles().slice(0, 2)).toEqual(['Launch plan, spring range', 'Customer interviews, round 2']);
    const first = await rowOf('Launch plan');
    expect(first.getByText('Amara')).toBeVisible();
    expect(first.getByText('Just now')).toBeVisible();
    expect(first.getByText('Anyone with the link')).toBeVisible();
    expect((await rowOf('Customer interviews')).getByText('12 minutes ago')).toBeVisible();
  });

  it('is another kind by its tab, or by the arrow keys', async () => {
    render(<Stories.Default />);
    await userEvent.click(await screen.findByRole('tab', { name: /Assistants/ }));
    expect(await screen.findByText('Brand editor')).toBeVisible();
    expect(screen.getByRole('tabpanel', { name: /Assistants/ })).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: /Prompts/ })).toHaveFocus();
    expect(await screen.findByText('Summarise a call')).toBeVisible();
  });

  it('is searched, and the search is cleared where it finds nothing', async () => {
    render(<Stories.Default />);
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Search 12 chats' }), 'press');
    await waitFor(() => expect(titles()).toEqual(['Press kit, draft 3']));
    await userEvent.type(screen.getByRole('searchbox'), ' winter');
    expect(await screen.findByText(/Nothing here matches/)).toHaveTextContent('press winter');
    const [, clear] = screen.getAllByRole('button', { name: 'Clear search' });
    await userEvent.click(clear as HTMLElement);
    expect(await screen.findByText('Launch plan, spring range')).toBeVisible();
  });

  it('is what one person has made', async () => {
    render(<Stories.Default />);
    await choose('Weekly numbers', 'Show what Daniel');
    await waitFor(() => expect(titles()).toEqual(['Weekly numbers', 'Supplier comparison']));
  });

  it('leads into the host: by a real link, and by its own opening', async () => {
    const onOpen = vi.fn<() => void>();
    showTo('amara', onOpen);
    const link = await screen.findByRole('link', { name: 'Weekly numbers' });
    expect(link).toHaveAttribute('href', '#/chats/numbers');
    await userEvent.click(link);
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'chat', id: 'numbers' }));
  });

  it('says of a kind that cannot be read that it cannot, and shows the others', async () => {
    render(<Stories.OneKindUnavailable />);
    await userEvent.click(await screen.findByRole('tab', { name: 'Prompts not available' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Prompts cannot be shown right now');
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Made by/ })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: /Chats/ }));
    expect(await screen.findByText('Launch plan, spring range')).toBeVisible();
  });

  it('is searched for as such where the host has no words for its kind', async () => {
    render(<Stories.WithoutWords />);
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Search' }), 'zebra');
    expect(await screen.findByText(/zebra/)).toBeVisible();
    expect(screen.queryByText(/×/)).not.toBeInTheDocument();
  });

  it('says once that nothing was changed where none of it loads', async () => {
    render(<Stories.AllFailed />);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent.match(/nothing/gi)).toHaveLength(1);
  });

  it('says that it did not load, and tries again', async () => {
    render(<Stories.Failed />);
    await userEvent.click(within(await screen.findByRole('alert')).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Launch plan, spring range')).toBeVisible();
  });

  it('has words for what has no title and no known maker, and for who has left', async () => {
    render(<Stories.Oddities />);
    expect(await screen.findByText('Untitled')).toBeVisible();
    expect((await rowOf('Pricing page')).getByText('Unknown')).toBeVisible();
    await waitFor(() => expect(screen.getByTitle('Priya Raghunathan (Someone who left)')).toBeInTheDocument());
  });
});

describe('who can open it', () => {
  it('is opened to anyone after saying what that does, and shown at once', async () => {
    const backend = showTo('amara');
    await choose('Weekly numbers', 'Open to anyone');
    const dialog = await screen.findByRole('alertdialog', { name: 'Let anyone with the link open “Weekly numbers”?' });
    expect(dialog).toHaveTextContent('people who are not in Northwind Studio');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Open to anyone with the link' }));
    expect(await (await rowOf('Weekly numbers')).findByText('Anyone with the link')).toBeVisible();
    await waitFor(async () => {
      const answer = await backend.as('amara').entities?.get?.({ kind: 'chat', entityId: 'numbers' });
      expect(answer?.entity.sharing).toBe('public');
    });
  });

  it('goes back with the reason where it is refused', async () => {
    render(<Stories.Refused />);
    await choose('Weekly numbers', 'Open to anyone');
    await userEvent.click(await screen.findByRole('button', { name: 'Open to anyone with the link' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '“Weekly numbers” stays as it was. Only its creator, admins and owners can change who can open it.',
    );
    expect((await rowOf('Weekly numbers')).getByText('Only this workspace')).toBeVisible();
  });

  it('is not a member’s to change for what others made, and says why', async () => {
    showTo('tomas');
    await userEvent.click(await screen.findByRole('button', { name: 'Actions for Weekly numbers' }));
    const entry = await screen.findByRole('menuitem', { name: /^Open to anyone/ });
    expect(entry).toHaveAttribute('aria-disabled', 'true');
    await waitFor(() => expect(entry).toHaveTextContent('Only its creator, admins and owners'));
  });
});

describe('what others do', () => {
  const chat = (id: string) => someChats.find((one) => one.id === id) ?? expect.fail(`There is no ${id}.`);
  const NOW = '2026-11-26T10:00:00.000Z';
  const LATER = '2026-11-26T10:00:01.000Z';

  it('shows on this screen: one person’s change, on the other’s', async () => {
    const backend = showTo('tomas');
    await rowOf('Weekly numbers');
    await act(async () => {
      await backend
        .as('amara')
        .entities?.setSharing?.({ workspaceId: 'northwind', kind: 'chat', entityId: 'numbers', sharing: 'public' });
    });
    const row = await rowOf('Weekly numbers');
    expect(await row.findByText('Anyone with the link')).toBeVisible();
    expect(row.getByText('Now open to anyone with the link')).toBeVisible();
  });

  it('renames, enters in its order, leaves, and is counted', async () => {
    const backend = showTo('amara');
    await rowOf('Weekly numbers');
    await act(() => backend.entities.put({ ...chat('numbers'), title: 'Monthly numbers', updatedAt: NOW }));
    await waitFor(() => expect(titles()[0]).toContain('Monthly numbers'));
    expect((await rowOf('Monthly numbers')).getByText('Renamed from “Weekly numbers”')).toBeVisible();
    await act(() =>
      backend.entities.put({
        kind: 'chat',
        id: 'new',
        title: 'Brand new',
        workspaceIds: ['northwind'],
        updatedAt: LATER,
      }),
    );
    await waitFor(() => expect(titles()[0]).toContain('Brand new'));
    expect(screen.getByRole('tab', { name: 'Chats 13' })).toBeVisible();
    await act(() => backend.entities.remove('chat', 'launch'));
    await waitFor(() => expect(screen.queryByText('Launch plan, spring range')).not.toBeInTheDocument());
    expect(screen.getByRole('tab', { name: 'Chats 12' })).toBeVisible();
  });

  it('never takes the focus: it stays with a row that moves, and goes on from one that leaves', async () => {
    const backend = showTo('amara');
    const link = await screen.findByRole('link', { name: 'Weekly numbers' });
    act(() => link.focus());
    await act(() => backend.entities.put({ ...chat('numbers'), title: 'Monthly numbers', updatedAt: NOW }));
    await waitFor(() => expect(titles()[0]).toContain('Monthly numbers'));
    expect(screen.getByRole('link', { name: 'Monthly numbers' })).toHaveFocus();
    await act(() => backend.entities.remove('chat', 'numbers'));
    await waitFor(() => expect(screen.getByRole('link', { name: 'Launch plan, spring range' })).toHaveFocus());
  });
});

describe('the keyboard', () => {
  it('goes from row to row and to their menus, with one stop for Tab', async () => {
    render(<Stories.Default />);
    const first = await screen.findByRole('link', { name: 'Launch plan, spring range' });
    act(() => first.focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'Customer interviews, round 2' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(screen.getByRole('button', { name: 'Actions for Pricing page rewrite' })).toHaveFocus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(screen.getByRole('button', { name: 'Actions for Photo shoot brief' })).toHaveFocus();
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    expect(first).toHaveFocus();
    const grid = screen.getByRole('grid', { name: 'Chats' });
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(2);
  });
});

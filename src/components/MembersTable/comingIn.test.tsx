import { composeStories } from '@storybook/react-vite';
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import * as stories from '../../../stories/MembersTable.stories.js';
import type { GuildhallAdapter } from '../../contract/index.js';

const { Default } = composeStories(stories);

type List = NonNullable<GuildhallAdapter['invitations']>['list'];

/** The same adapter, with another way to list invitations. */
const listing =
  (change: (list: List) => List) =>
  (adapter: GuildhallAdapter): GuildhallAdapter => ({
    ...adapter,
    ...(adapter.invitations ? { invitations: { ...adapter.invitations, list: change(adapter.invitations.list) } } : {}),
  });

const jonas = { name: /Jonas Lindqvist/ };

describe('members below invitations', () => {
  it('come together with them, so that nobody moves', async () => {
    let answer = () => undefined as void;
    const held = new Promise<void>((resolve) => (answer = resolve));
    render(<Default adapt={listing((list) => async (input, call) => held.then(() => list(input, call)))} />);
    expect(await screen.findByRole('button', { name: 'Invite people' })).toBeVisible();
    expect(screen.queryByRole('row', jonas)).not.toBeInTheDocument();
    answer();
    expect(await screen.findByRole('row', jonas)).toBeVisible();
    expect(await screen.findByRole('table', { name: 'Invited' })).toBeVisible();
  });

  it('wait a second at most', async () => {
    render(<Default adapt={listing(() => () => new Promise(() => undefined))} />);
    expect(await screen.findByRole('row', jonas, { timeout: 3000 })).toBeVisible();
  });

  it('do not wait for those that failed', async () => {
    render(<Default adapt={listing(() => () => Promise.reject(new Error('down')))} />);
    expect(await screen.findByRole('row', jonas)).toBeVisible();
  });
});

import { composeStories } from '@storybook/react-vite';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import * as stories from '../../../stories/MembersTable.stories.js';
import type { GuildhallAdapter } from '../../contract/index.js';

const { OnlyYou } = composeStories(stories);

it.each(['members', 'invitations'] as const)(
  'has no button that goes again while the %s of somebody who is alone are on their way',
  async (group) => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const adapt = (adapter: GuildhallAdapter): GuildhallAdapter => ({
      ...adapter,
      [group]: {
        ...adapter[group],
        list: async (input: { workspaceId: string }) => {
          await held;
          return group === 'members' ? adapter.members.list(input) : adapter.invitations?.list(input);
        },
      },
    });
    render(<OnlyYou adapt={adapt} />);
    await screen.findByText(/Northwind Studio/);
    expect(screen.queryByRole('button', { name: 'Invite people' })).not.toBeInTheDocument();
    answer();
    expect(await screen.findByRole('button', { name: 'Invite people' })).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Invite people' })).toHaveLength(1);
  },
);

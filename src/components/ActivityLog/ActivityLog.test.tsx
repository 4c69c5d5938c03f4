import { composeStories } from '@storybook/react-vite';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import { Stage } from '../../../stories/support/Stage.js';
import { studios } from '../../../stories/support/studios.js';
import * as stories from '../../../stories/ActivityLog.stories.js';
import { ActivityLog } from './ActivityLog.js';

const { Default, TwentyFourHours, ManyDays, Failed, EarlierDaysFailed, Empty, AsMember } = composeStories(stories);

describe('the log', () => {
  it('tells day by day who did what, with the people in bold', async () => {
    render(<TwentyFourHours />);
    const headings = await screen.findAllByRole('heading', { level: 3 });
    expect(headings.slice(0, 3).map((heading) => heading.textContent)).toEqual([
      'today, 26\u00a0November',
      'yesterday, 25\u00a0November',
      'Tuesday, 24\u00a0November',
    ]);
    const [first] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent(/^10:00.*Jonas Lindqvist made Tomás Herrera a billing contactMembers$/);
    expect([...(first?.querySelectorAll('b') ?? [])].map((person) => person.textContent)).toEqual([
      'Jonas Lindqvist',
      'Tomás Herrera',
    ]);
  });

  it('has a sentence for everything that can happen', async () => {
    render(<Default />);
    await screen.findAllByRole('listitem');
    const sentences = screen.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent);
    expect(sentences).toEqual([
      'Jonas Lindqvist made Tomás Herrera a billing contact',
      'Amara Okafor renamed the workspace from Northwind to Northwind Studio',
      'Jonas Lindqvist invited yuki.tan@northwind.studio as a member',
      'Amara Okafor changed the workspace’s picture',
      'Noah Fischer joined as a member, invited by Amara Okafor',
      'Amara Okafor changed Jonas Lindqvist from a member to an admin',
      'Jonas Lindqvist sent the invitation to bruno@keller-type.de again',
      'Jonas Lindqvist changed the invitation of bruno@keller-type.de from an admin to a member',
      'Somebody removed Sam Whitlock',
      'Léa Fontaine left the workspace',
      'Amara Okafor revoked the invitation of sasha.ivanova@gmail.com',
      'hugo@studio-kite.com declined the invitation',
      'Amara Okafor removed Tomás Herrera as billing contact',
      'Jonas Lindqvist transferred ownership to Amara Okafor',
      'Tomás Herrera joined as an admin',
      'Amara Okafor changed the plan from Team to Business',
      'Tomás Herrera changed the seats from 12 to 14',
      'Tomás Herrera cancelled the Team plan, which ends on December\u00a014',
      'Amara Okafor resumed the Team plan',
      'Amara Okafor chose the Team plan',
      'The Team plan ended',
      'Jonas Lindqvist created the workspace Northwind',
      'Amara Okafor opened Press kit to anyone with the link',
      'Tomás Herrera closed Untitled to all but this workspace',
    ]);
  });

  it('goes on with earlier days', async () => {
    render(<ManyDays />);
    expect(await screen.findAllByRole('listitem')).toHaveLength(30);
    await userEvent.click(screen.getByRole('button', { name: 'Earlier days' }));
    await expect.poll(() => screen.getAllByRole('listitem').length).toBe(60);
  });

  it('keeps what it has when earlier days do not load', async () => {
    render(<EarlierDaysFailed />);
    await userEvent.click(await screen.findByRole('button', { name: 'Earlier days' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The earlier days did not load.');
    expect(screen.getAllByRole('listitem')).toHaveLength(30);
  });

  it('says that it did not load, and tries again', async () => {
    render(<Failed />);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The activity did not load');
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/created the workspace/)).toBeInTheDocument();
  });

  it('says that nothing has happened yet', async () => {
    render(<Empty />);
    expect(await screen.findByText('Nothing has happened yet')).toBeInTheDocument();
  });

  it('tells a member whom to ask, by name', async () => {
    render(<AsMember />);
    expect(
      await screen.findByText('To learn what happened here, ask Amara Okafor, Jonas Lindqvist, or Priya Raghunathan.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
  });

  it('shows what somebody else does, as they do it', async () => {
    const backend = createMemoryBackend(studios());
    render(
      <Stage adapt={() => backend.as('amara')}>
        <ActivityLog />
      </Stage>,
    );
    await screen.findByRole('heading', { name: 'Activity' });
    await backend.as('jonas').workspaces.update?.({ workspaceId: 'northwind', name: 'Northwind & Co' });
    expect(await screen.findByText(/renamed the workspace from/)).toHaveTextContent('Jonas Lindqvist');
  });

  it('is nowhere where the adapter keeps no log', () => {
    render(<Default adapt={({ activity: _none, ...adapter }) => adapter} />);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });
});

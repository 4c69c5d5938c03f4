import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Stage } from '../../../stories/support/Stage.js';
import { paying } from '../../../stories/support/paying.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import type { World, WorldAccount } from '../../testing/world.js';
import { BillingPanel } from './BillingPanel.js';

configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const withAccount = (world: World, account: WorldAccount): World => ({
  ...world,
  workspaces: world.workspaces.map((one) => ({ ...one, billing: { ...one.billing, ...account } })),
});

const show = (world: World) =>
  render(
    <Stage memory={{ world }}>
      <BillingPanel />
    </Stage>,
  );

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

describe('somebody who is alone', () => {
  it('reads what a plan costs them, not people', async () => {
    const world = paying('free');
    const alone = world.workspaces.map((one) => ({ ...one, members: one.members.slice(0, 1), invitations: [] }));
    show({ ...world, workspaces: alone });
    expect(await screen.findByText(/^For you alone that is \$12\.00 a month\./)).toBeInTheDocument();
  });
});

describe('a change that waits', () => {
  it('from paying by the year to by the month is told as that', async () => {
    const period = { start: '2026-11-14T10:00:00.000Z', end: '2027-11-14T10:00:00.000Z' };
    show(
      withAccount(paying('healthy'), { interval: 'year', period, scheduled: { planId: 'team', interval: 'month' } }),
    );
    expect(await screen.findByText('Team is billed monthly from November 14, 2027')).toBeInTheDocument();
    await press('Keep paying yearly');
    expect(await screen.findByText('Everything stays as it is.')).toBeInTheDocument();
  });
});

describe('cancelling while something is owed', () => {
  it('does not claim that it is paid, and says what still is to be', async () => {
    show(paying('past_due'));
    await press('Cancel plan');
    const question = await screen.findByRole('alertdialog');
    expect(question).not.toHaveTextContent('You have paid up to then');
    expect(question).toHaveTextContent('The $168.00 past due is still to be paid.');
  });
});

describe('a change by somebody else', () => {
  it('is said politely, and tints the plan for a while', async () => {
    const backend = createMemoryBackend(paying('prepaid'));
    render(
      <Stage adapt={() => backend.as('amara')}>
        <BillingPanel />
      </Stage>,
    );
    const plan = await screen.findByRole('region', { name: 'Business plan' });
    const jonas = backend.as('jonas').billing;
    const change = { workspaceId: 'northwind', planId: 'business', interval: 'month', seats: 20 } as const;
    const offer = await jonas?.preview(change);
    await jonas?.subscribe({ ...change, quote: offer?.quote ?? '' });
    expect(await screen.findByText('Business plan: 20 seats at $24.00 each, billed monthly')).toBeInTheDocument();
    expect(plan).toHaveAttribute('data-changed');
  });
});

import { configure, render, screen, waitFor, within } from '@testing-library/react';
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

const askForSeats = async (count: string) => {
  await press('Change seats');
  const dialog = within(await screen.findByRole('dialog', { name: 'Change seats' }));
  const seats = dialog.getByRole('textbox', { name: 'Seats' });
  await userEvent.clear(seats);
  if (count !== '') await userEvent.type(seats, count);
  return dialog;
};

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

describe('seats', () => {
  it('are typed right away, once they are asked for', async () => {
    show(paying('prepaid'));
    await press('Change seats');
    expect(await screen.findByRole('textbox', { name: 'Seats' })).toHaveFocus();
  });

  it('are counted in full, however many are added', async () => {
    show(paying('prepaid'));
    expect((await askForSeats('518')).getByText('500 new')).toBeInTheDocument();
  });

  it('are asked for where the field is empty', async () => {
    show(paying('prepaid'));
    const dialog = await askForSeats('');
    expect(dialog.getByRole('textbox', { name: 'Seats' })).toHaveAccessibleDescription(/Type how many seats/);
    expect(dialog.queryByText('As many as now')).not.toBeInTheDocument();
  });

  it('have an end, which is said before it is asked for', async () => {
    show(paying('prepaid'));
    const dialog = await askForSeats('999999');
    expect(dialog.getByText('100,000 seats are the most there can be.')).toBeInTheDocument();
  });

  it('that cost nothing today are not said to be paid', async () => {
    show(withAccount(paying('prepaid'), { trialing: true }));
    const dialog = await askForSeats('20');
    expect(await dialog.findByText('Nothing is charged.')).toBeInTheDocument();
    await waitFor(() => expect(dialog.getByText(/^20 seats × /)).toBeInTheDocument());
    await userEvent.click(dialog.getByRole('button', { name: 'Add 2 seats', busy: false }));
    expect(await screen.findByText('Northwind Studio has 20 seats')).toBeInTheDocument();
  });

  it('are bought with credit where there is enough', async () => {
    show(withAccount(paying('prepaid'), { credit: 100_000 }));
    const dialog = await askForSeats('20');
    expect(await dialog.findByText('$0.00')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Add 2 seats' })).toBeInTheDocument();
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

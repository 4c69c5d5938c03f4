import { composeStories } from '@storybook/react-vite';
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/BillingPanel.stories.js';
import { Stage } from '../../../stories/support/Stage.js';
import { paying } from '../../../stories/support/paying.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import { GuildhallError } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';
import { BillingPanel } from './BillingPanel.js';

// Finding by role reads the whole document, which takes its time where other work is going on.
configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const {
  Default,
  Free,
  Flat,
  Prepaid,
  Trialing,
  Cancelling,
  Scheduled,
  PastDue,
  GraceOver,
  AsMember,
  Off,
  Failed,
  Yen,
} = composeStories(stories);

const section = async (name: string) => within(await screen.findByRole('region', { name }));
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

describe('the plan', () => {
  it('says what is paid for whom', async () => {
    render(<Default />);
    const plan = await section('Team plan');
    expect(plan.getByText('14 members at $12.00 each, billed monthly')).toBeInTheDocument();
    expect(plan.getByText('14 members')).toBeInTheDocument();
    expect(plan.getByText('2 invited')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Change seats' })).not.toBeInTheDocument();
  });

  it('is one price for all where it is flat', async () => {
    render(<Flat />);
    expect((await section('Studio plan')).getByText('$49.00, billed monthly')).toBeInTheDocument();
  });

  it('is free, and says what a paid one would give and cost', async () => {
    render(<Free />);
    expect((await section('Free plan')).getByText('Nothing to pay.')).toBeInTheDocument();
    const would = await section('What Team would give you');
    expect(
      would.getByText('With the 14 people here that is $168.00 a month. The first 14 days are free.'),
    ).toBeVisible();
  });

  it('says how long a trial goes on', async () => {
    render(<Trialing />);
    expect((await section('Team plan')).getByText(/^Trial until December 6/)).toBeInTheDocument();
  });

  it('leads to the plans and back', async () => {
    render(<Default />);
    await press('Change plan');
    expect(await screen.findByRole('heading', { name: 'Choose a plan' })).toBeInTheDocument();
    await press('Billing');
    expect(await screen.findByRole('region', { name: 'Team plan' })).toBeInTheDocument();
  });
});

describe('the next bill', () => {
  it('shows its lines when they are asked for, and they add up', async () => {
    render(<Default />);
    const bill = await section('Next bill');
    expect(bill.getByText('on December 14, in 18 days')).toBeInTheDocument();
    expect(bill.getByText('Team, 14 seats × $12.00')).not.toBeVisible();
    await press('Show lines');
    expect(bill.getByText('Team, 14 seats × $12.00')).toBeVisible();
    expect(bill.getByText('Charged to Visa ending 4242').nextSibling).toHaveTextContent('$168.00');
  });

  it('knows currencies without decimals', async () => {
    render(<Yen />);
    expect((await section('Next bill')).getAllByText(/^¥[\d,]+$/)).not.toHaveLength(0);
  });
});

describe('seats that are bought', () => {
  it('are changed with what it costs beside every choice', async () => {
    render(<Prepaid />);
    await press('Change seats');
    const dialog = within(await screen.findByRole('dialog', { name: 'Change seats' }));
    const seats = dialog.getByRole('textbox', { name: 'Seats' });
    await userEvent.clear(seats);
    await userEvent.type(seats, '21');
    expect(dialog.getByText('3 more than now')).toBeInTheDocument();
    await userEvent.click(await dialog.findByRole('button', { name: /^Add 3 seats and pay \$\d+\.\d\d$/ }));
    expect(await screen.findByText('21 seats at $24.00 each, billed monthly')).toBeInTheDocument();
  });

  it('are given back at the end of what is paid', async () => {
    render(<Prepaid />);
    await press('Change seats');
    const dialog = within(await screen.findByRole('dialog', { name: 'Change seats' }));
    const seats = dialog.getByRole('textbox', { name: 'Seats' });
    await userEvent.clear(seats);
    await userEvent.type(seats, '17');
    await userEvent.click(await dialog.findByRole('button', { name: 'Give back 1 seat on December\u00a014' }));
    expect(await screen.findByText('17 seats from December 14')).toBeInTheDocument();
  });

  it('are never fewer than the people here, and the dialog says why', async () => {
    render(<Prepaid />);
    await press('Change seats');
    const dialog = within(await screen.findByRole('dialog', { name: 'Change seats' }));
    const seats = dialog.getByRole('textbox', { name: 'Seats' });
    await userEvent.clear(seats);
    await userEvent.type(seats, '3');
    expect(seats).toHaveAccessibleDescription(/There are 16 people here, invitations included/);
    expect(seats).toBeInvalid();
  });
});

describe('cancelling', () => {
  it('says what ends, when and for whom, and can be taken back', async () => {
    render(<Default />);
    await press('Cancel plan');
    const question = within(await screen.findByRole('alertdialog', { name: 'Cancel the Team plan?' }));
    expect(question.getByText(/Nothing changes until December 14/)).toBeInTheDocument();
    expect(question.getByText(/All 14 people stay; nobody new can join/)).toBeInTheDocument();
    await userEvent.click(question.getByRole('button', { name: 'Cancel on December\u00a014' }));
    expect(await screen.findByText('Team ends on December 14')).toBeInTheDocument();
    await press('Resume Team');
    expect(await screen.findByText('Team goes on.')).toBeInTheDocument();
    expect(screen.queryByText('Team ends on December 14')).not.toBeInTheDocument();
  });

  it('is what is shown, whatever was done before it', async () => {
    render(<Default />);
    await press('Change plan');
    await press('Choose Business');
    await press(/^Move to Business and pay/);
    expect(await screen.findByText(/is on Business$/)).toBeInTheDocument();
    await press('Cancel plan');
    await press(/^Cancel on/);
    expect(await screen.findByText(/^Business ends on/)).toBeInTheDocument();
    expect(screen.queryByText(/is on Business$/)).not.toBeInTheDocument();
  });

  it('tells who did, and when', async () => {
    render(<Cancelling />);
    expect(await screen.findByText(/^Jonas Lindqvist cancelled it on November 25/)).toBeInTheDocument();
  });

  it('stays open with the reason when it fails', async () => {
    render(<Default adapt={(adapter) => failOn(adapter, 'billing.cancel', new GuildhallError('internal'))} />);
    await press('Cancel plan');
    await press('Cancel on December\u00a014');
    expect(await screen.findByText(/^It was not cancelled/)).toBeInTheDocument();
  });

  it('of a change that is scheduled keeps what there is', async () => {
    render(<Scheduled />);
    expect(await screen.findByText('Team begins on December 14')).toBeInTheDocument();
    await press('Keep Business');
    expect(await screen.findByText('Everything stays as it is.')).toBeInTheDocument();
  });
});

describe('a payment that failed', () => {
  it('says how much, why, what it means, and is made good', async () => {
    render(<PastDue />);
    const notice = within(await screen.findByRole('alert'));
    expect(notice.getByText('A payment of $168.00 did not go through')).toBeInTheDocument();
    expect(notice.getByText(/not enough money in the account\. Everyone can keep working/)).toBeInTheDocument();
    await press('Actions for Mastercard ending 5100');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Pay with this one' }));
    await screen.findByText('Bills are paid with Mastercard ending 5100 from now on.');
    await press('Pay $168.00');
    expect(await screen.findByText('The payment of $168.00 went through.')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says why it did not go through again', async () => {
    const declined = new GuildhallError('payment_required', { details: { reason: 'expired_card' } });
    render(<PastDue adapt={(adapter) => failOn(adapter, 'billing.retryPayment', declined)} />);
    await press('Pay $168.00');
    expect(await screen.findByText(/It did not go through. The card has expired/)).toBeInTheDocument();
  });

  it('says that nobody new can be invited when it is long ago', async () => {
    render(<GraceOver />);
    expect(await screen.findByText(/nobody new can be invited until this is paid/)).toBeInTheDocument();
  });
});

describe('the panel', () => {
  it('tells a member whom to ask', async () => {
    render(<AsMember />);
    expect(await screen.findByRole('link', { name: 'Ask Amara' })).toBeInTheDocument();
  });

  it('says that billing is not set up', async () => {
    render(<Off />);
    expect(await screen.findByText('Billing is not set up')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says that it did not load, and tries again', async () => {
    render(<Failed />);
    expect(await screen.findByRole('alert')).toHaveTextContent('Billing did not load');
    await press('Try again');
    expect(await screen.findByRole('region', { name: 'Team plan' })).toBeInTheDocument();
  });

  it('shows what somebody else changes, as they do it', async () => {
    const backend = createMemoryBackend(paying('healthy'));
    render(
      <Stage adapt={() => backend.as('amara')}>
        <BillingPanel />
      </Stage>,
    );
    await section('Team plan');
    await backend.as('jonas').billing?.cancel({ workspaceId: 'northwind' });
    expect(await screen.findByText(/^Jonas Lindqvist cancelled it/)).toBeInTheDocument();
  });
});

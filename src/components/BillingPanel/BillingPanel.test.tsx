import { composeStories } from '@storybook/react-vite';
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/BillingPanel.stories.js';
import { Stage } from '../../../stories/support/Stage.js';
import { paying } from '../../../stories/support/paying.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import { BillingPanel } from './BillingPanel.js';

// Finding by role reads the whole document, which takes its time where other work is going on.
configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const { Default, Free, Flat, Trialing, AsMember, Off, Failed, Yen } = composeStories(stories);

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
    const price = would.getByText(/^With the 14 people here/);
    expect(price).toBeVisible();
    expect(price).toContainHTML('With the 14 people here that is $168.00 a month.<br>The first 14 days are free.');
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

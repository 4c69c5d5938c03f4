import { composeStories } from '@storybook/react-vite';
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/BillingPanel.stories.js';
import { GuildhallError } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';

configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const { Default, Cancelling, Scheduled } = composeStories(stories);

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

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

  it('leaves the keyboard at the title, above what it led to, and so does taking it back', async () => {
    render(<Default />);
    await press('Cancel plan');
    await press('Cancel on December\u00a014');
    await screen.findByText('Team ends on December 14');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Billing' })).toHaveFocus());
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Resume Team' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Billing' })).toHaveFocus());
  });

  it('is what is shown, whatever was done before it', async () => {
    render(<Default />);
    await press('Change plan');
    await press('Choose Business');
    await press(/^Upgrade and pay/);
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

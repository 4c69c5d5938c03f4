import { composeStories } from '@storybook/react-vite';
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/BillingPanel.stories.js';
import { GuildhallError } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';

configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const { PastDue, GraceOver } = composeStories(stories);

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

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

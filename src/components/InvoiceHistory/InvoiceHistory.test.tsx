import { composeStories } from '@storybook/react-vite';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import * as stories from '../../../stories/InvoiceHistory.stories.js';

const { Default, Empty, PastDue, Yen, Failed } = composeStories(stories);

const firstRow = async () => within(await screen.findByRole('table', { name: 'Invoices' })).getAllByRole('row')[1];

describe('invoices', () => {
  it('say what each is for, what it costs, and lead to its page and its PDF', async () => {
    render(<Default />);
    const row = (await firstRow()) ?? expect.fail('there is no invoice');
    expect(row).toHaveTextContent(/Team, 14 seats\$168\.00Paid/);
    expect(within(row).getByRole('link', { name: /^Download invoice .+ as PDF$/ })).toHaveAttribute('href');
    expect(within(row).getByRole('link', { name: /^See invoice/ })).toHaveAttribute('target', '_blank');
  });

  it('come by pages, all of them', async () => {
    render(<Default />);
    await firstRow();
    const rows = () => screen.getAllByRole('row').length - 1;
    expect(rows()).toBe(12);
    await userEvent.click(screen.getByRole('button', { name: 'Older invoices' }));
    await expect.poll(rows).toBe(24);
    await userEvent.click(screen.getByRole('button', { name: 'Older invoices' }));
    await expect.poll(rows).toBe(31);
    expect(screen.queryByRole('button', { name: 'Older invoices' })).not.toBeInTheDocument();
  });

  it('are none yet', async () => {
    render(<Empty />);
    expect(await screen.findByText('The first one appears here on the day of your first bill.')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('say which has not been paid', async () => {
    render(<PastDue />);
    expect(await firstRow()).toHaveTextContent('Past due');
  });

  it('know currencies without decimals', async () => {
    render(<Yen />);
    expect(await firstRow()).toHaveTextContent(/¥[\d,]+Paid/);
  });

  it('say that they did not load, and try again', async () => {
    render(<Failed />);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The invoices did not load');
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await firstRow()).toHaveTextContent('Team, 14 seats');
  });
});

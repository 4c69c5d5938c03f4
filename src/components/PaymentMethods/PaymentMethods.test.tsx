import { composeStories } from '@storybook/react-vite';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/PaymentMethods.stories.js';
import { paying } from '../../../stories/support/paying.js';
import { GuildhallError } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';

const { Default, None, Declined } = composeStories(stories);

vi.mock('../parts/stripe/loadStripe.js', () => ({ loadStripeFor: () => new Promise<never>(() => undefined) }));

async function openMenu(method: string) {
  await userEvent.click(await screen.findByRole('button', { name: `Actions for ${method}` }));
  return within(await screen.findByRole('menu'));
}

const rowOf = async (method: string) =>
  (await screen.findAllByRole('listitem')).find((row) => row.textContent?.includes(method)) ?? expect.fail(method);

describe('payment methods', () => {
  it('stand with the default first, and say how long they hold', async () => {
    render(<Default />);
    const rows = await screen.findAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('Default');
    expect(rows[1]).toHaveTextContent(/Spare.*Expires \d\d\/\d\d, next month/);
  });

  it('are none yet, and say when one is needed', async () => {
    render(<None />);
    expect(await screen.findByText(/None yet. You are asked for one only when/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Add payment method' })).toBeInTheDocument();
  });

  it('say which one was declined', async () => {
    render(<Declined />);
    expect((await screen.findAllByRole('listitem'))[0]).toHaveTextContent('Declined');
  });

  it('are added with a test card where no real money moves, and only there it is said', async () => {
    const { unmount } = render(<Default />);
    await userEvent.click(await screen.findByRole('button', { name: 'Add payment method' }));
    expect(await screen.findByText(/^Test mode: no real money moves/)).toBeInTheDocument();
    unmount();
    const world = paying('healthy');
    const live = { ...world, ...(world.billing && { billing: { ...world.billing, mode: 'live' as const } }) };
    render(<Default memory={{ world: live }} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Add payment method' }));
    expect(await screen.findByRole('dialog', { name: 'Add a payment method' })).toBeInTheDocument();
    expect(screen.queryByText(/^Test mode/)).not.toBeInTheDocument();
  });

  it('change the default, and say so', async () => {
    render(<Default />);
    const menu = await openMenu('Mastercard ending 5100');
    await userEvent.click(menu.getByRole('menuitem', { name: 'Pay with this one' }));
    expect(await screen.findByText('Bills are paid with Mastercard ending 5100 from now on.')).toBeInTheDocument();
    expect(await rowOf('Mastercard')).toHaveTextContent('Default');
  });

  it('stay as they are when the server refuses, with the reason', async () => {
    render(
      <Default
        adapt={(adapter) => failOn(adapter, 'billing.setDefaultPaymentMethod', new GuildhallError('internal'))}
      />,
    );
    const menu = await openMenu('Mastercard ending 5100');
    await userEvent.click(menu.getByRole('menuitem', { name: 'Pay with this one' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Mastercard ending 5100 is not the default.');
    expect(await rowOf('Mastercard')).toHaveTextContent('Spare');
  });

  it('are removed after a question that says what bills are paid with then', async () => {
    render(<Default />);
    const menu = await openMenu('Visa ending 4242');
    await userEvent.click(menu.getByRole('menuitem', { name: /Remove/ }));
    const question = await screen.findByRole('alertdialog', { name: 'Remove Visa ending 4242?' });
    expect(question).toHaveTextContent('Bills are paid with Mastercard ending 5100 from then on.');
    await userEvent.click(within(question).getByRole('button', { name: 'Remove Visa ending 4242' }));
    expect(await screen.findByText('Visa ending 4242 was removed.')).toBeInTheDocument();
    expect(await screen.findAllByRole('listitem')).toHaveLength(1);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add payment method' })).toHaveFocus());
  });

  it('keep the last one of a workspace that pays, and say why', async () => {
    render(<Default />);
    await userEvent.click((await openMenu('Mastercard ending 5100')).getByRole('menuitem', { name: /Remove/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Mastercard ending 5100' }));
    await screen.findByText('Mastercard ending 5100 was removed.');
    const menu = await openMenu('Visa ending 4242');
    const remove = menu.getByRole('menuitem', { name: /Remove/ });
    expect(remove).toHaveTextContent('This workspace pays with it. Add another one first, or cancel the plan.');
    expect(remove).toHaveAttribute('aria-disabled', 'true');
  });
});

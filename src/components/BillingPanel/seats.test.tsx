import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Stage } from '../../../stories/support/Stage.js';
import { paying } from '../../../stories/support/paying.js';
import { fakeStripe } from '../../../stories/support/fakeStripe.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import type { GuildhallAdapter } from '../../contract/index.js';
import type { World, WorldAccount } from '../../testing/world.js';
import { BillingPanel } from './BillingPanel.js';

configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const page = vi.hoisted(() => ({ stripe: undefined as unknown }));
vi.mock('../parts/stripe/loadStripe.js', () => ({ loadStripeFor: async () => page.stripe }));

const withAccount = (world: World, account: WorldAccount): World => ({
  ...world,
  workspaces: world.workspaces.map((one) => ({ ...one, billing: { ...one.billing, ...account } })),
});

const show = (world: World, adapt = (adapter: GuildhallAdapter) => adapter) => {
  const backend = createMemoryBackend(world);
  page.stripe = fakeStripe(backend);
  render(
    <Stage adapt={() => adapt(backend.as('amara'))}>
      <BillingPanel />
    </Stage>,
  );
};

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

const askForSeats = async (count: string) => {
  await press('Change seats');
  const dialog = within(await screen.findByRole('dialog', { name: 'Change seats' }));
  const seats = dialog.getByRole('textbox', { name: 'Seats' });
  await userEvent.clear(seats);
  if (count !== '') await userEvent.type(seats, count);
  return dialog;
};

describe('seats that are bought', () => {
  it('are changed with what it costs beside every choice', async () => {
    show(paying('prepaid'));
    const dialog = await askForSeats('21');
    expect(dialog.getByText('3 more than now')).toBeInTheDocument();
    await userEvent.click(await dialog.findByRole('button', { name: /^Add 3 seats and pay \$\d+\.\d\d$/ }));
    expect(await screen.findByText('21 seats at $24.00 each, billed monthly')).toBeInTheDocument();
  });

  it('are given back at the end of what is paid', async () => {
    show(paying('prepaid'));
    const dialog = await askForSeats('17');
    await userEvent.click(await dialog.findByRole('button', { name: 'Give back 1 seat on December\u00a014' }));
    expect(await screen.findByText('17 seats from December 14')).toBeInTheDocument();
  });

  it('are never fewer than the people here, and the dialog says why', async () => {
    show(paying('prepaid'));
    const dialog = await askForSeats('3');
    const seats = dialog.getByRole('textbox', { name: 'Seats' });
    expect(seats).toHaveAccessibleDescription(/There are 16 people here, invitations included/);
    expect(seats).toBeInvalid();
  });

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
    expect(dialog.getByText('You can have 100,000 seats at most.')).toBeInTheDocument();
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

describe('seats without anything to pay with', () => {
  const broke = () => withAccount(paying('prepaid'), { paymentMethods: [] });

  it('ask for a payment method first, keep what was typed, and are paid with it then', async () => {
    show(broke());
    const dialog = await askForSeats('21');
    await userEvent.click(await dialog.findByRole('button', { name: 'Add a payment method' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save', busy: false }));
    const pay = await screen.findByRole('button', { name: /^Add 3 seats and pay/ });
    expect(dialog.getByRole('textbox', { name: 'Seats' })).toHaveValue('21');
    expect(dialog.getByText(/ending 4242/)).toBeInTheDocument();
    await userEvent.click(pay);
    expect(await screen.findByText('21 seats at $24.00 each, billed monthly')).toBeInTheDocument();
  });

  it('lead there by the keyboard too, and back to where the number was typed', async () => {
    show(broke());
    const dialog = await askForSeats('21');
    await dialog.findByRole('button', { name: 'Add a payment method', busy: false });
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Add a payment method' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog.getByRole('textbox', { name: 'Seats' })).toHaveFocus());
    expect(dialog.getByRole('textbox', { name: 'Seats' })).toHaveValue('21');
  });

  it('can be given back all the same', async () => {
    show(broke());
    const dialog = await askForSeats('17');
    expect(await dialog.findByRole('button', { name: 'Give back 1 seat on December\u00a014' })).toBeInTheDocument();
    expect(dialog.queryByText(/A payment method is needed/)).not.toBeInTheDocument();
  });
});

describe('while seats are paid', () => {
  it('the button says what is being paid', async () => {
    const adapt = (adapter: GuildhallAdapter) => {
      const { billing } = adapter;
      if (!billing) return adapter;
      return { ...adapter, billing: { ...billing, subscribe: () => new Promise<never>(() => undefined) } };
    };
    show(paying('prepaid'), adapt);
    const dialog = await askForSeats('19');
    await userEvent.click(await dialog.findByRole('button', { name: 'Add 1 seat and pay $14.40', busy: false }));
    expect(await dialog.findByRole('button', { name: 'Paying $14.40', busy: true })).toBeInTheDocument();
  });
});

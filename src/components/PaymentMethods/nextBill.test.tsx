import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fakeStripe } from '../../../stories/support/fakeStripe.js';
import { paying } from '../../../stories/support/paying.js';
import { Stage } from '../../../stories/support/Stage.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import type { GuildhallAdapter } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';
import { PaymentMethods } from './PaymentMethods.js';

configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const page = vi.hoisted(() => ({ stripe: undefined as unknown }));
vi.mock('../parts/stripe/loadStripe.js', () => ({ loadStripeFor: async () => page.stripe }));

function show(state: Parameters<typeof paying>[0], adapt = (adapter: GuildhallAdapter) => adapter) {
  const backend = createMemoryBackend(paying(state));
  page.stripe = fakeStripe(backend, 'needs_authentication');
  render(
    <Stage adapt={() => adapt(backend.as('amara'))}>
      <PaymentMethods />
    </Stage>,
  );
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name, busy: false }));
const tick = async () => userEvent.click(await screen.findByRole('checkbox', { name: 'Use it for the next bill' }));
const rowEnding = (digits: string) =>
  screen.getAllByRole('listitem').find((row) => row.textContent?.includes(digits))?.textContent;

describe('who adds a payment method beside others', () => {
  it('keeps it as a spare, unless the next bill is to be paid with it', async () => {
    show('healthy');
    await press('Add payment method');
    await press('Save');
    await waitFor(() => expect(rowEnding('3184')).toContain('Spare'));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('pays the next bill with it by one tick', async () => {
    show('healthy');
    await press('Add payment method');
    await tick();
    await press('Save');
    await waitFor(() => expect(rowEnding('3184')).toContain('Default'));
    expect(rowEnding('4242')).toContain('Spare');
  });

  it('is told where it was added and does not pay the next bill after all', async () => {
    show('healthy', (adapter) => failOn(adapter, 'billing.setDefaultPaymentMethod'));
    await press('Add payment method');
    await tick();
    await press('Save');
    expect(await screen.findByRole('alert')).toHaveTextContent(/ending 3184 is not the default\./);
    expect(rowEnding('3184')).toContain('Spare');
    await press('Add payment method');
    expect(screen.queryByText(/is not the default/)).not.toBeInTheDocument();
  });

  it('is not asked for the first one, which pays anyway', async () => {
    show('free');
    await press('Add payment method');
    await screen.findByRole('button', { name: 'Save', busy: false });
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});

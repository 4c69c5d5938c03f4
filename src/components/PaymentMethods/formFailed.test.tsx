import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fakeStripe } from '../../../stories/support/fakeStripe.js';
import { paying } from '../../../stories/support/paying.js';
import { Stage } from '../../../stories/support/Stage.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import { GuildhallError } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';
import { AddPaymentMethod } from './index.js';

const page = vi.hoisted(() => ({ stripe: undefined as unknown }));
vi.mock('../parts/stripe/loadStripe.js', () => ({ loadStripeFor: async () => page.stripe }));

const nothing = () => undefined;

describe('the form for a payment method', () => {
  it('that cannot come, since what it needs did not, says so and comes with another try', async () => {
    const backend = createMemoryBackend(paying('healthy'));
    page.stripe = fakeStripe(backend);
    const once = { times: 1 };
    render(
      <Stage adapt={() => failOn(backend.as('amara'), 'billing.catalogue', new GuildhallError('internal'), once)}>
        <AddPaymentMethod workspaceId="northwind" onAdded={nothing} onClose={nothing} />
      </Stage>,
    );
    const dialog = within(await screen.findByRole('dialog', { name: 'Add a payment method' }, { timeout: 5000 }));
    const again = await dialog.findByRole('button', { name: 'Try again' });
    expect(dialog.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
    await userEvent.click(again);
    expect(await dialog.findByRole('button', { name: 'Save', busy: false })).toBeEnabled();
    expect(dialog.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });
});

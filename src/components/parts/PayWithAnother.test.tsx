import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { fakeStripe } from '../../../stories/support/fakeStripe.js';
import { Stage } from '../../../stories/support/Stage.js';
import { paying } from '../../../stories/support/paying.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import type { GuildhallAdapter } from '../../contract/index.js';
import { useBilling } from '../../hooks/index.js';
import { failOn } from '../../testing/failOn.js';
import { PaymentMethods } from '../PaymentMethods/PaymentMethods.js';
import { PayWithAnother } from './PayWithAnother.js';

configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const page = vi.hoisted(() => ({ stripe: undefined as unknown }));
vi.mock('./stripe/loadStripe.js', () => ({ loadStripeFor: async () => page.stripe }));

/** A screen that pays, and shows what with. */
function Paying({ onDone }: { onDone: () => void }) {
  const [isAdding, setAdding] = useState(false);
  const { data: billing } = useBilling('northwind');
  const close = () => setAdding(false);
  const done = () => {
    close();
    onDone();
  };
  return (
    <>
      <button type="button" onClick={() => setAdding(true)}>
        Use another
      </button>
      <PaymentMethods />
      {isAdding && billing ? (
        <PayWithAnother workspaceId="northwind" billing={billing} onDone={done} onClose={close} />
      ) : null}
    </>
  );
}

function show(state: Parameters<typeof paying>[0], adapt = (adapter: GuildhallAdapter) => adapter) {
  const backend = createMemoryBackend(paying(state));
  page.stripe = fakeStripe(backend, 'needs_authentication');
  const onDone = vi.fn<() => void>();
  render(
    <Stage adapt={() => adapt(backend.as('amara'))}>
      <Paying onDone={onDone} />
    </Stage>,
  );
  return onDone;
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name, busy: false }));

const methods = async () => (await screen.findAllByRole('listitem')).map((row) => row.textContent);

describe('who uses another payment method', () => {
  it('pays with that one from then on', async () => {
    const onDone = show('past_due');
    await press('Use another');
    await press('Save');
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    await waitFor(async () => expect((await methods())[0]).toMatch(/ending 3184.*Default/));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('pays with their first one where there was none', async () => {
    const onDone = show('free');
    await press('Use another');
    await press('Save');
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(await methods()).toEqual([expect.stringMatching(/ending 3184.*Default/)]);
  });

  it('keeps it, and goes on, where it could not be made the default', async () => {
    const onDone = show('past_due', (adapter) => failOn(adapter, 'billing.setDefaultPaymentMethod'));
    await press('Use another');
    await press('Save');
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect((await methods()).find((row) => row?.includes('3184'))).toContain('Spare');
  });

  it('changes nothing by closing the form', async () => {
    const onDone = show('past_due');
    await press('Use another');
    await press('Cancel');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(onDone).not.toHaveBeenCalled();
    expect(await methods()).toHaveLength(2);
  });
});

import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Stage } from '../../../stories/support/Stage.js';
import type { StageProps } from '../../../stories/support/Stage.js';
import { paying } from '../../../stories/support/paying.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import type { GuildhallAdapter, Payment } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';
import { BillingPanel } from './BillingPanel.js';

configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const stripe = { handleNextAction: vi.fn<(given: { clientSecret: string }) => Promise<object>>() };
vi.mock('../parts/stripe/loadStripe.js', () => ({ loadStripeFor: async () => stripe }));
afterEach(() => stripe.handleNextAction.mockReset());

const amount = { amount: 16_800, currency: 'usd' };

/** The same adapter, but paying ends so. */
const paysSo =
  (payment: Payment) =>
  (adapter: GuildhallAdapter): GuildhallAdapter => {
    const { billing } = adapter;
    if (!billing) return adapter;
    const answer = async ({ workspaceId }: { workspaceId: string }) => ({
      billing: await billing.get({ workspaceId }),
      payment,
    });
    return { ...adapter, billing: { ...billing, retryPayment: answer, subscribe: answer } };
  };

const asks = paysSo({ status: 'requires_action', amount, clientSecret: 'pi_secret' });

const show = (props: Omit<StageProps, 'children'>) =>
  render(
    <Stage {...props}>
      <BillingPanel />
    </Stage>,
  );

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

const moveToBusiness = async () => {
  await press('Change plan');
  await press('Choose Business');
  await press(/and pay/);
};

describe('a payment that the bank asks about', () => {
  it('went through once the payer has confirmed it', async () => {
    stripe.handleNextAction.mockResolvedValue({ paymentIntent: { status: 'succeeded' } });
    show({ memory: { world: paying('past_due') }, adapt: asks });
    await press('Pay $168.00');
    expect(await screen.findByText('The payment of $168.00 went through.')).toBeInTheDocument();
    expect(stripe.handleNextAction).toHaveBeenCalledWith({ clientSecret: 'pi_secret' });
  });

  it('went through even where nobody can be asked how the account stands', async () => {
    stripe.handleNextAction.mockResolvedValue({ paymentIntent: { status: 'succeeded' } });
    show({ memory: { world: paying('past_due') }, adapt: (adapter) => failOn(asks(adapter), 'billing.sync') });
    await press('Pay $168.00');
    expect(await screen.findByText('The payment of $168.00 went through.')).toBeInTheDocument();
    expect(screen.queryByText(/It did not go through/)).not.toBeInTheDocument();
  });

  it('did not where the payer said no, and nothing is claimed', async () => {
    stripe.handleNextAction.mockResolvedValue({ error: { type: 'card_error', code: 'authentication_failure' } });
    show({ memory: { world: paying('past_due') }, adapt: asks });
    await press('Pay $168.00');
    expect(await screen.findByText(/It did not go through\. The bank wants/)).toBeInTheDocument();
    expect(screen.queryByText('The payment of $168.00 went through.')).not.toBeInTheDocument();
  });
});

describe('a first payment that was not confirmed', () => {
  const world = () => {
    const free = paying('free');
    const card = { id: 'asks', behaviour: 'needs_authentication' } as const;
    return { ...free, workspaces: free.workspaces.map((one) => ({ ...one, billing: { paymentMethods: [card] } })) };
  };

  const leaveUnconfirmed = async () => {
    stripe.handleNextAction.mockResolvedValue({ error: { type: 'card_error', code: 'authentication_failure' } });
    await press('Choose a plan');
    await press('Choose Business');
    await press(/and pay/);
    await screen.findByText(/The bank wants the payment to be confirmed/);
    await press('Choose a plan');
    await press('Billing');
  };

  it('is told, and can be confirmed after all', async () => {
    const backend = createMemoryBackend(world());
    show({ adapt: () => backend.as('amara') });
    await leaveUnconfirmed();
    expect(await screen.findByText('A payment of $384.00 is waiting for the bank')).toBeInTheDocument();
    const confirmed = async ({ clientSecret }: { clientSecret: string }) => {
      backend.billing.authenticate(clientSecret, 'complete');
      return { paymentIntent: { status: 'succeeded' } };
    };
    stripe.handleNextAction.mockImplementation(confirmed);
    await press('Confirm and pay $384.00');
    expect(await screen.findByRole('region', { name: 'Business plan' })).toBeInTheDocument();
    expect(screen.queryByText(/waits for the bank/i)).not.toBeInTheDocument();
  });

  it('can be given up', async () => {
    show({ memory: { world: world() } });
    await leaveUnconfirmed();
    await press('Give it up');
    await waitFor(() => expect(screen.queryByText(/waits for the bank/i)).not.toBeInTheDocument());
    expect(screen.getByRole('region', { name: 'Free plan' })).toBeInTheDocument();
  });
});

describe('a payment that takes days', () => {
  it('is not said to have gone through', async () => {
    show({ memory: { world: paying('past_due') }, adapt: paysSo({ status: 'processing', amount }) });
    await press('Pay $168.00');
    expect(await screen.findByText(/^The bank is processing the payment of \$168\.00/)).toBeInTheDocument();
    expect(screen.queryByText('The payment of $168.00 went through.')).not.toBeInTheDocument();
  });
});

describe('another plan', () => {
  it('is confirmed in words, with what was paid and how', async () => {
    show({ memory: { world: paying('healthy') } });
    await moveToBusiness();
    expect(await screen.findByText('Northwind Studio is on Business')).toBeInTheDocument();
    expect(screen.getByText('$129.60 was paid with Visa ending 4242.')).toBeInTheDocument();
    await press('Close');
    expect(screen.queryByText('Northwind Studio is on Business')).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Billing' })).toHaveFocus();
  });

  it('is there even where nobody can be asked how the account stands', async () => {
    stripe.handleNextAction.mockResolvedValue({ paymentIntent: { status: 'succeeded' } });
    show({ memory: { world: paying('healthy') }, adapt: (adapter) => failOn(asks(adapter), 'billing.sync') });
    await moveToBusiness();
    expect(await screen.findByRole('region', { name: 'Next bill' })).toBeInTheDocument();
    expect(screen.queryByText(/stays as it was/)).not.toBeInTheDocument();
  });

  it('that waits has one notice alone: the one that takes it back', async () => {
    show({ memory: { world: paying('prepaid') } });
    await press('Change plan');
    await press('Choose Team');
    await press('Move to Team on December\u00a014');
    expect(await screen.findByText('Team begins on December 14')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Close' })).not.toBeInTheDocument();
  });
});

describe('the focus', () => {
  it('is on the title of whichever screen took the place of another', async () => {
    show({ memory: { world: paying('healthy') } });
    await press('Change plan');
    expect(await screen.findByRole('heading', { name: 'Choose a plan' })).toHaveFocus();
    await press('Choose Business');
    expect(await screen.findByRole('heading', { name: 'Move from Team to Business' })).toHaveFocus();
    await press('Choose a plan');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Choose a plan' })).toHaveFocus());
    await press('Billing');
    expect(await screen.findByRole('heading', { name: 'Billing' })).toHaveFocus();
  });

  it('is left alone when the panel first shows', async () => {
    show({ memory: { world: paying('healthy') } });
    await screen.findByRole('region', { name: 'Next bill' });
    expect(document.body).toHaveFocus();
  });
});

describe("Stripe's own portal", () => {
  it('says why it did not open', async () => {
    show({ memory: { world: paying('healthy') }, adapt: (adapter) => failOn(adapter, 'billing.openPortal') });
    await press('Open in Stripe');
    expect(await screen.findByRole('alert')).toHaveTextContent(/^Stripe did not open\. /);
  });
});

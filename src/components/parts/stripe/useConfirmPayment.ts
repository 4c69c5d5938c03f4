import { useCallback } from 'react';
import { GuildhallError } from '../../../contract/index.js';
import type { Payment } from '../../../contract/index.js';
import { useCatalogue, useSyncBilling } from '../../../hooks/index.js';
import { loadStripeFor } from './loadStripe.js';

/** What became of money that was asked for: none was, it is there, or the bank takes its days over it. */
export type Settlement = 'none' | 'paid' | 'processing';

const notConfirmed = (message: string) =>
  new GuildhallError('payment_required', { message, details: { reason: 'authentication_required' } });

/**
 * Answers the bank where it asks the payer to confirm (3-D Secure), by Stripe's own dialog; then asks Stripe how the
 * account stands, without waiting for a webhook. Answers what became of the money.
 *
 * @throws GuildhallError `payment_required` with `authentication_required`, where the payer or the bank said no
 */
export function useConfirmPayment() {
  const { data: catalogue } = useCatalogue();
  const { mutateAsync: sync } = useSyncBilling();
  const publishableKey = catalogue?.publishableKey ?? null;
  return useCallback(
    async (payment: Payment, workspaceId: string): Promise<Settlement> => {
      if (payment.status === 'succeeded') return 'paid';
      if (payment.status !== 'requires_action') return payment.status;
      if (publishableKey === null) throw notConfirmed('Stripe.js has no publishable key: the catalogue is not there.');
      const stripe = await loadStripeFor(publishableKey);
      const { error, paymentIntent } = await stripe.handleNextAction({ clientSecret: payment.clientSecret });
      // The bank has answered by now. Not to hear how the account stands takes nothing of that back: its event will tell.
      await sync({ workspaceId }).catch(() => undefined);
      if (error) throw notConfirmed(`Stripe.js did not confirm the payment: ${error.code ?? error.type}.`);
      return paymentIntent?.status === 'processing' ? 'processing' : 'paid';
    },
    [publishableKey, sync],
  );
}

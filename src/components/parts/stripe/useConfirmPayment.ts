import { useCallback } from 'react';
import { GuildhallError } from '../../../contract/index.js';
import type { Payment } from '../../../contract/index.js';
import { useCatalogue, useSyncBilling } from '../../../hooks/index.js';
import { loadStripeFor } from './loadStripe.js';

/**
 * Answers the bank where it asks the payer to confirm (3-D Secure), by Stripe's own dialog; then asks Stripe how the
 * account stands, without waiting for a webhook. Does nothing for any other payment.
 *
 * @throws GuildhallError `payment_required` with `authentication_required`, where the payer or the bank said no
 */
export function useConfirmPayment() {
  const { data: catalogue } = useCatalogue();
  const { mutateAsync: sync } = useSyncBilling();
  const publishableKey = catalogue?.publishableKey ?? null;
  return useCallback(
    async (payment: Payment, workspaceId: string): Promise<void> => {
      if (payment.status !== 'requires_action' || publishableKey === null) return;
      const stripe = await loadStripeFor(publishableKey);
      const { error } = await stripe.handleNextAction({ clientSecret: payment.clientSecret });
      await sync({ workspaceId });
      if (!error) return;
      throw new GuildhallError('payment_required', {
        message: `Stripe.js did not confirm the payment: ${error.code ?? error.type}.`,
        details: { reason: 'authentication_required' },
      });
    },
    [publishableKey, sync],
  );
}

import { useState } from 'react';
import { isGuildhallError } from '../../contract/index.js';
import type { Billing, BillingPreview, InputOf } from '../../contract/index.js';
import { useBillingPreview, useSubscribe } from '../../hooks/index.js';
import { useConfirmPayment } from '../parts/stripe/useConfirmPayment.js';

/** What is to be changed to. */
export type PlanChange = InputOf<'billing.preview'>;

/** Whether the offer that was confirmed does not stand any more: there is a new one to look at. */
const isOutdated = (error: unknown) => isGuildhallError(error, 'conflict') && error.details?.reason === 'quote_changed';

/**
 * What a change costs, and the way to make it: the very offer that was looked at is confirmed, and where the bank asks
 * the payer, so does this. Nothing is tried twice by itself.
 */
export function usePlanChange(change: PlanChange | null, onDone: (billing: Billing) => void) {
  const preview = useBillingPreview(change);
  const { mutateAsync: subscribe } = useSubscribe();
  const confirmPayment = useConfirmPayment();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const confirm = async (offer: BillingPreview) => {
    if (isPending || change === null) return;
    setPending(true);
    setFailure(null);
    try {
      const { billing, payment } = await subscribe({ ...change, quote: offer.quote });
      await confirmPayment(payment, change.workspaceId);
      onDone(billing);
    } catch (error) {
      setFailure(error);
      if (isOutdated(error)) await preview.refetch();
    }
    setPending(false);
  };
  return { preview, confirm, isPending, failure };
}

import { useState } from 'react';
import { isGuildhallError } from '../../contract/index.js';
import type { Billing, BillingPreview, InputOf } from '../../contract/index.js';
import { useBillingPreview, useSubscribe } from '../../hooks/index.js';
import { useConfirmPayment } from '../parts/stripe/useConfirmPayment.js';
import type { Settlement } from '../parts/stripe/useConfirmPayment.js';

/** What is to be changed to. */
export type PlanChange = InputOf<'billing.preview'>;

/** What became of a change that was confirmed. */
export interface ChangeOutcome {
  /** The offer that was confirmed. */
  readonly offer: BillingPreview;
  /** What became of the money. */
  readonly settlement: Settlement;
  /** The plan that was chosen. */
  readonly planId: string;
  /** The plan before; null where there was none. */
  readonly wasPlanId: string | null;
}

/** Whether the offer that was confirmed does not stand any more: there is a new one to look at. */
const isOutdated = (error: unknown) => isGuildhallError(error, 'conflict') && error.details?.reason === 'quote_changed';

/**
 * What a change costs, and the way to make it: the very offer that was looked at is confirmed, and where the bank asks
 * the payer, so does this. Nothing is tried twice by itself.
 */
export function usePlanChange(
  change: PlanChange | null,
  before: Billing,
  onDone: (billing: Billing, outcome: ChangeOutcome) => void,
) {
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
      const settlement = await confirmPayment(payment, change.workspaceId);
      onDone(billing, { offer, settlement, planId: change.planId, wasPlanId: before.plan?.id ?? null });
    } catch (error) {
      setFailure(error);
      if (isOutdated(error)) await preview.refetch();
    }
    setPending(false);
  };
  return { preview, confirm, isPending, failure };
}

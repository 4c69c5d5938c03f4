import { useState } from 'react';
import { useRetryPayment } from '../../hooks/index.js';
import { useConfirmPayment } from '../parts/stripe/useConfirmPayment.js';
import type { Settlement } from '../parts/stripe/useConfirmPayment.js';

/** Pays what is past due; where the bank asks the payer, so does this. */
export function usePayNow(workspaceId: string, onSettled: (settlement: Settlement) => void) {
  const { mutateAsync: retry } = useRetryPayment();
  const confirmPayment = useConfirmPayment();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const pay = async () => {
    if (isPending) return;
    setPending(true);
    setFailure(null);
    try {
      const { payment } = await retry({ workspaceId });
      onSettled(await confirmPayment(payment, workspaceId));
    } catch (error) {
      setFailure(error);
    }
    setPending(false);
  };
  return { pay, isPending, failure };
}

import { useRetryPayment } from '../../hooks/index.js';
import { useAttempt } from '../../hooks/useAttempt.js';
import { useConfirmPayment } from '../parts/stripe/useConfirmPayment.js';
import type { Settlement } from '../parts/stripe/useConfirmPayment.js';

/** Pays what is past due; where the bank asks the payer, so does this. */
export function usePayNow(workspaceId: string, onSettled: (settlement: Settlement) => void) {
  const { mutateAsync: retry } = useRetryPayment();
  const confirmPayment = useConfirmPayment();
  const { attempt, isPending, failure } = useAttempt();
  const pay = () =>
    attempt(async () => {
      const { payment } = await retry({ workspaceId });
      onSettled(await confirmPayment(payment, workspaceId));
    });
  return { pay, isPending, failure };
}

import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { usePutBilling } from './usePutBilling.js';

/** Forgets a payment method. */
export function useRemovePaymentMethod() {
  const { adapter } = useGuildhall();
  const { put, refresh } = usePutBilling();
  return useGuildhallMutation('billing.removePaymentMethod', adapter.billing?.removePaymentMethod, {
    onSuccess: (billing, { workspaceId }) => put(billing, workspaceId),
    onError: (_error, { workspaceId }) => refresh(workspaceId),
  });
}

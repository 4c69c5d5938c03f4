import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { usePutBilling } from './usePutBilling.js';

/** Pays with another method from now on. */
export function useSetDefaultPaymentMethod() {
  const { adapter } = useGuildhall();
  const { put, refresh } = usePutBilling();
  return useGuildhallMutation('billing.setDefaultPaymentMethod', adapter.billing?.setDefaultPaymentMethod, {
    onSuccess: (billing, { workspaceId }) => put(billing, workspaceId),
    onError: (_error, { workspaceId }) => refresh(workspaceId),
  });
}

import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { usePutBilling } from './usePutBilling.js';

/** Asks Stripe afresh, after the browser has confirmed a payment or a payment method. */
export function useSyncBilling() {
  const { adapter } = useGuildhall();
  const { put, refresh } = usePutBilling();
  return useGuildhallMutation('billing.sync', adapter.billing?.sync, {
    onSuccess: (billing, { workspaceId }) => put(billing, workspaceId),
    onError: (_error, { workspaceId }) => refresh(workspaceId),
  });
}

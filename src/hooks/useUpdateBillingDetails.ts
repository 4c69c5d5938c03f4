import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { usePutBilling } from './usePutBilling.js';

/** Changes what invoices say. */
export function useUpdateBillingDetails() {
  const { adapter } = useGuildhall();
  const { put, refresh } = usePutBilling();
  return useGuildhallMutation('billing.updateDetails', adapter.billing?.updateDetails, {
    onSuccess: (billing, { workspaceId }) => put(billing, workspaceId),
    onError: (_error, { workspaceId }) => refresh(workspaceId),
  });
}

import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';
import { usePutBilling } from './usePutBilling.js';

/** Makes the change that a preview offered. Its answer says what became of the money. */
export function useSubscribe() {
  const { adapter } = useGuildhall();
  const { put, refresh } = usePutBilling();
  return useGuildhallMutation('billing.subscribe', adapter.billing?.subscribe, {
    onSuccess: ({ billing }, { workspaceId }) => put(billing, workspaceId),
    onError: (_error, { workspaceId }) => refresh(workspaceId),
  });
}

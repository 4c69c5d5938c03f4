import { useCallback } from 'react';
import type { Billing, InputOf } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { keys } from './keys.js';
import { useRefresh } from './useRefresh.js';

/** What a change of the account leaves out of date: its invoices, and the workspace's plan and limit. */
const FOLLOWS = ['billing.invoices', 'workspaces.get'] as const;

/** Shows the account that a write answered, without asking again; what follows from it is asked for. */
export function usePutBilling() {
  const { adapter, queryClient } = useGuildhall();
  const { within } = useRefresh();
  const put = useCallback(
    (billing: Billing, workspaceId: string) => {
      const input: InputOf<'billing.get'> = { workspaceId };
      queryClient.setQueryData<Billing>(keys.query(adapter, 'billing.get', input), (shown) =>
        shown !== undefined && shown.seq > billing.seq ? shown : billing,
      );
      return within(workspaceId, ...FOLLOWS);
    },
    [adapter, queryClient, within],
  );
  /** After a refusal nobody knows how the account stands: it is asked for. */
  const refresh = useCallback((workspaceId: string) => within(workspaceId, 'billing.get', ...FOLLOWS), [within]);
  return { put, refresh };
}

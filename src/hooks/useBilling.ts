import type { UseQueryResult } from '@tanstack/react-query';
import type { Billing } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { useCatalogue } from './useCatalogue.js';
import { useGuildhallQuery } from './useGuildhallQuery.js';
import type { QueryOptions } from './useGuildhallQuery.js';
import { usePermission } from './usePermission.js';
import { useWorkspaceId } from './useWorkspaceId.js';

/**
 * What a workspace pays, with what, and what comes next. Not asked for while the viewer may not see it, nor where the
 * catalogue says that the host has not set billing up.
 */
export function useBilling(
  givenWorkspaceId?: string,
  { enabled = true }: QueryOptions = {},
): UseQueryResult<Billing, Error> {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(givenWorkspaceId);
  const maySee = usePermission('billing:manage', workspaceId);
  const { data: catalogue } = useCatalogue({ enabled: enabled && maySee });
  const isOn = catalogue !== undefined && catalogue.mode !== 'off';
  return useGuildhallQuery(
    'billing.get',
    adapter.billing?.get,
    { workspaceId },
    { enabled: enabled && maySee && isOn },
  );
}

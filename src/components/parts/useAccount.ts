import type { Billing, Catalogue, Workspace } from '../../contract/index.js';
import { useBilling, useCatalogue, usePermission, useWorkspace } from '../../hooks/index.js';
import { useGuildhall } from '../../provider/context.js';
import { retryFailed } from './retryFailed.js';

/** A workspace's account with all that it rests on, and what stands in its way. */
export interface AccountQuery {
  workspace: Workspace | undefined;
  catalogue: Catalogue | undefined;
  billing: Billing | undefined;
  /** Whether it is known that the viewer may not see it. */
  isRefused: boolean;
  /** Whether there is an account for this viewer to see, as far as is known. */
  isExpected: boolean;
  /** What went wrong, at first or since. */
  error: Error | null;
  isRetrying: boolean;
  retry: () => void;
}

/** Reads a workspace's account. It waits for whether the viewer may see it, and whether the host has set billing up. */
export function useAccount(workspaceId: string): AccountQuery {
  const { adapter } = useGuildhall();
  const workspace = useWorkspace(workspaceId);
  const maySee = usePermission('billing:manage', workspaceId);
  const catalogue = useCatalogue({ enabled: maySee });
  const billing = useBilling(workspaceId);
  const isRefused = workspace.data !== undefined && !maySee;
  return {
    workspace: workspace.data,
    catalogue: catalogue.data,
    billing: billing.data,
    isRefused,
    isExpected: adapter.billing !== undefined && !isRefused && catalogue.data?.mode !== 'off',
    error: workspace.error ?? catalogue.error ?? billing.error,
    isRetrying: workspace.isFetching || catalogue.isFetching || billing.isFetching,
    retry: () => retryFailed(workspace, catalogue, billing),
  };
}

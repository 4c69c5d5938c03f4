'use client';
import { useBilling, useUpdateBillingDetails, useWorkspace } from '../../hooks/index.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { useGuildhall } from '../../provider/context.js';
import { BillingDetailsView } from './BillingDetails.view.js';
import type { BillingDetailsLookProps } from './BillingDetails.view.js';

export interface BillingDetailsProps extends BillingDetailsLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/**
 * What invoices say about who pays: company, address, tax id. For owners and billing contacts; nothing for others, and
 * nothing until the account is known.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <BillingDetails />
 * </GuildhallProvider>
 */
export function BillingDetails({ workspaceId: given, ...look }: BillingDetailsProps) {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(given);
  const { data: workspace } = useWorkspace(workspaceId);
  const { data: billing } = useBilling(workspaceId);
  const update = useUpdateBillingDetails();
  if (billing === undefined || workspace === undefined) return null;
  return (
    <BillingDetailsView
      {...look}
      details={billing.details}
      workspaceName={workspace.name}
      onSave={adapter.billing?.updateDetails ? (change) => update.mutateAsync({ workspaceId, ...change }) : undefined}
    />
  );
}

'use client';
import { useUpdateBillingDetails } from '../../hooks/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { useGuildhall } from '../../provider/context.js';
import { AwaitedAccount } from '../parts/AwaitedAccount.js';
import { useAccount } from '../parts/useAccount.js';
import { billingDetailsMessages } from './BillingDetails.messages.js';
import { BillingDetailsView } from './BillingDetails.view.js';
import type { BillingDetailsLookProps } from './BillingDetails.view.js';

export interface BillingDetailsProps extends BillingDetailsLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/**
 * What invoices say about who pays: company, address, tax id. For owners and billing contacts; nothing for others.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <BillingDetails />
 * </GuildhallProvider>
 */
export function BillingDetails({ workspaceId: given, ...look }: BillingDetailsProps) {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(given);
  const t = useMessages(billingDetailsMessages, look.messages);
  const account = useAccount(workspaceId);
  const { workspace, billing } = account;
  const update = useUpdateBillingDetails();
  if (billing === undefined || workspace === undefined) {
    const words = { heading: t('heading'), description: t('description') };
    return <AwaitedAccount {...look} {...words} rest={{ kind: 'details', pieces: 4 }} account={account} />;
  }
  return (
    <BillingDetailsView
      {...look}
      details={billing.details}
      workspaceName={workspace.name}
      onSave={adapter.billing?.updateDetails ? (change) => update.mutateAsync({ workspaceId, ...change }) : undefined}
    />
  );
}

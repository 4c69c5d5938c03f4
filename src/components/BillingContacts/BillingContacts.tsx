'use client';
import { useMembers, useUpdateMember, useWorkspace } from '../../hooks/index.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { useGuildhall } from '../../provider/context.js';
import { BillingContactsView } from './BillingContacts.view.js';
import type { BillingContactsLookProps } from './BillingContacts.view.js';

export interface BillingContactsProps extends BillingContactsLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/**
 * Who sees a workspace's billing: its owners, and the members whom an owner made billing contacts.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <BillingContacts />
 * </GuildhallProvider>
 */
export function BillingContacts({ workspaceId: given, ...look }: BillingContactsProps) {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(given);
  const viewer = useWorkspace(workspaceId).data?.viewer;
  const people = useMembers({ workspaceId, permission: 'billing:manage', sort: 'role' });
  const update = useUpdateMember();
  const isOwner = viewer?.role === 'owner' && adapter.members.update !== undefined;
  return (
    <BillingContactsView
      {...look}
      workspaceId={workspaceId}
      people={people.data?.pages.flatMap((page) => page.items)}
      error={people.error}
      isRetrying={people.isFetching}
      onRetry={() => void people.refetch()}
      viewerMemberId={viewer?.memberId}
      onChange={
        isOwner
          ? ({ id }, billingContact) => update.mutateAsync({ workspaceId, memberId: id, billingContact })
          : undefined
      }
    />
  );
}

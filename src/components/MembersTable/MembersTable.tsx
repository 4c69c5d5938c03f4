'use client';
import { useCallback, useLayoutEffect, useState } from 'react';
import { useWorkspace } from '../../hooks/index.js';
import { useSteady } from '../../hooks/useSteady.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { useGuildhall, useStreamStatus } from '../../provider/context.js';
import { onDemand } from '../../ui/index.js';
import type { Workspace } from '../../contract/index.js';
import { Lists } from './ListsOnDemand.js';
import { MembersTableView } from './MembersTable.view.js';
import type { MembersTableLookProps } from './MembersTable.view.js';
import type { Filters } from './types.js';
import { useMemberLists } from './useMemberLists.js';
import { useMembersOperations } from './useMembersOperations.js';

const InviteDialog = onDemand(() => import('../InviteDialog/index.js').then((module) => module.InviteDialog));

export interface MembersTableProps extends MembersTableLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
  /** Opens your own way of inviting, with what has been typed already. @default Guildhall's `InviteDialog` */
  onInvite?: ((addresses: string) => void) | undefined;
  /** Told when the viewer, inviting, has made a workspace for it instead. Open it in your app. */
  onWorkspaceCreated?: ((workspace: Workspace) => void) | undefined;
  /** Told when the viewer has left the workspace. */
  onLeft?: (() => void) | undefined;
}

/**
 * Who can get into a workspace, or soon could: its members and the invitations that wait, with all that
 * can be done with them by this viewer.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <MembersTable />
 * </GuildhallProvider>
 */
export function MembersTable({ workspaceId: given, onInvite, onWorkspaceCreated, onLeft, ...look }: MembersTableProps) {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(given);
  const streamStatus = useStreamStatus();
  const [filters, setFilters] = useState<Filters>({
    search: '',
    role: 'all',
    sort: adapter.supports.memberSorts[0] ?? 'joinedAt',
  });
  const onFilter = useCallback((change: Partial<Filters>) => setFilters((before) => ({ ...before, ...change })), []);

  const workspace = useSteady(useWorkspace(workspaceId).data);
  const mayInvite =
    adapter.invitations !== undefined && (workspace?.viewer.permissions.includes('members:invite') ?? false);
  const { members, invitations } = useMemberLists(workspaceId, filters, mayInvite);
  // As early as their data is: what a frame later is asked for may have to wait until a long answer is read.
  useLayoutEffect(() => Lists.preload(), []);
  // Null until it is first opened; then it stays, and keeps what was not sent.
  const [inviting, setInviting] = useState<{ isOpen: boolean; addresses: string } | null>(null);
  const openDialog = useCallback((addresses: string) => setInviting({ isOpen: true, addresses }), []);
  const operations = useMembersOperations(workspaceId, workspace);

  return (
    <>
      <MembersTableView
        {...look}
        workspace={workspace}
        members={members}
        invitations={invitations}
        filters={filters}
        onFilter={onFilter}
        sorts={adapter.supports.memberSorts}
        canSearch={adapter.supports.search}
        operations={operations}
        onInvite={mayInvite ? (onInvite ?? openDialog) : undefined}
        onLeft={onLeft}
        isOffline={streamStatus === 'offline'}
      />
      {onInvite || inviting === null ? null : (
        <InviteDialog
          workspaceId={workspaceId}
          open={inviting.isOpen}
          onOpenChange={(isOpen) => setInviting({ isOpen, addresses: '' })}
          initialText={inviting.addresses}
          onWorkspaceCreated={onWorkspaceCreated}
        />
      )}
    </>
  );
}

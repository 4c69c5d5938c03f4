'use client';
import {
  useDeleteWorkspace,
  useLeaveWorkspace,
  useUpdateWorkspace,
  useWhoToAsk,
  useWorkspace,
  useWorkspaceImage,
} from '../../hooks/index.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { useGuildhall } from '../../provider/context.js';
import { GeneralSettingsView } from './GeneralSettings.view.js';
import type { GeneralSettingsLookProps } from './GeneralSettings.view.js';
import type { GeneralActions } from './types.js';

export interface GeneralSettingsProps extends GeneralSettingsLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
  /** Told when the viewer has left or deleted the workspace: show something else. */
  onGone?: (() => void) | undefined;
  /** Shows the members, where ownership is handed over. @default not offered */
  onShowMembers?: (() => void) | undefined;
}

/** What this viewer can change, by the adapter's operations and their permissions. */
function useActions(workspaceId: string, { onGone, onShowMembers }: GeneralSettingsProps): GeneralActions {
  const { adapter } = useGuildhall();
  const permissions = useWorkspace(workspaceId).data?.viewer.permissions ?? [];
  const update = useUpdateWorkspace();
  const image = useWorkspaceImage();
  const leave = useLeaveWorkspace();
  const remove = useDeleteWorkspace();
  const { workspaces, members } = adapter;
  const mayUpdate = permissions.includes('workspace:update');
  return {
    rename: workspaces.update && mayUpdate ? (name) => update.mutateAsync({ workspaceId, name }) : undefined,
    setImage:
      workspaces.setImage && mayUpdate
        ? (picture) => image.set.mutateAsync({ workspaceId, image: picture })
        : undefined,
    removeImage: workspaces.removeImage && mayUpdate ? () => image.remove.mutateAsync({ workspaceId }) : undefined,
    leave: members.leave ? () => leave.mutateAsync({ workspaceId }).then(onGone) : undefined,
    remove:
      workspaces.delete && permissions.includes('workspace:delete')
        ? () => remove.mutateAsync({ workspaceId }).then(onGone)
        : undefined,
    canTransfer: members.transferOwnership !== undefined && permissions.includes('workspace:transfer'),
    onShowMembers,
  };
}

/**
 * A workspace's name and picture, and how to leave or delete it.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <GeneralSettings onGone={() => navigate('/')} />
 * </GuildhallProvider>
 */
export function GeneralSettings(props: GeneralSettingsProps) {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(props.workspaceId);
  const { data: workspace, error, isFetching, refetch } = useWorkspace(workspaceId);
  const actions = useActions(workspaceId, props);
  const isReadOnly = workspace?.viewer.permissions.includes('workspace:update') === false;
  const isEditable = adapter.workspaces.update !== undefined || adapter.workspaces.setImage !== undefined;
  const managers = useWhoToAsk('workspace:update', workspaceId, { enabled: isReadOnly && isEditable });
  return (
    <GeneralSettingsView
      messages={props.messages}
      className={props.className}
      style={props.style}
      workspace={workspace}
      error={error}
      isRetrying={isFetching}
      onRetry={() => void refetch()}
      actions={actions}
      whoToAsk={isReadOnly && isEditable ? managers.map((member) => member.name) : null}
    />
  );
}

import type { InputOf, Invitation } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { useGuildhallPages } from './useGuildhallQuery.js';
import type { PagesResult, QueryOptions } from './useGuildhallQuery.js';
import { usePermission } from './usePermission.js';
import { useWorkspaceId } from './useWorkspaceId.js';

export interface UseInvitationsInput extends Omit<InputOf<'invitations.list'>, 'cursor' | 'workspaceId'> {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/** A workspace's unanswered invitations by pages. Not asked for while the viewer may not invite. */
export function useInvitations(
  input: UseInvitationsInput = {},
  { enabled = true }: QueryOptions = {},
): PagesResult<Invitation> {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(input.workspaceId);
  const mayInvite = usePermission('members:invite', workspaceId);
  return useGuildhallPages(
    'invitations.list',
    adapter.invitations?.list,
    { ...input, workspaceId },
    { enabled: enabled && mayInvite },
  );
}

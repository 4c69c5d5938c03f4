import type { InputOf, Member } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { useGuildhallPages } from './useGuildhallQuery.js';
import type { PagesResult, QueryOptions } from './useGuildhallQuery.js';
import { useWorkspaceId } from './useWorkspaceId.js';

export interface UseMembersInput extends Omit<InputOf<'members.list'>, 'cursor' | 'workspaceId'> {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/** The members of a workspace by pages, in step with what others change. */
export function useMembers(input: UseMembersInput = {}, options?: QueryOptions): PagesResult<Member> {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(input.workspaceId);
  return useGuildhallPages('members.list', adapter.members.list, { ...input, workspaceId }, options);
}

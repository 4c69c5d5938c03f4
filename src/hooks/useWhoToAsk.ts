import type { Member, Permission } from '../contract/index.js';
import type { QueryOptions } from './useGuildhallQuery.js';
import { useMembers } from './useMembers.js';

const NOBODY: readonly Member[] = [];

/**
 * The people who may do what the viewer may not, so that the interface can name them: owners first. Empty until they
 * are known.
 */
export function useWhoToAsk(
  permission: Permission,
  workspaceId: string,
  { enabled = true }: QueryOptions = {},
): readonly Member[] {
  const { data } = useMembers({ workspaceId, permission, sort: 'role' }, { enabled });
  return (enabled && data?.pages[0]?.items) || NOBODY;
}

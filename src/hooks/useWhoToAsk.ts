import { may } from '../contract/index.js';
import type { Member, Permission, Role } from '../contract/index.js';
import type { QueryOptions } from './useGuildhallQuery.js';
import { useMembers } from './useMembers.js';

const NOBODY: readonly Member[] = [];

/**
 * The people who may do what the viewer may not, so that the interface can name them: owners, then
 * admins where their role is enough. Empty until they are known.
 */
export function useWhoToAsk(
  permission: Permission,
  workspaceId: string,
  { enabled = true }: QueryOptions = {},
): readonly Member[] {
  const isEnough = (role: Role) => may({ role, billingContact: false }, permission);
  const owners = useMembers({ workspaceId, role: 'owner' }, { enabled });
  const admins = useMembers({ workspaceId, role: 'admin' }, { enabled: enabled && isEnough('admin') });
  if (!enabled) return NOBODY;
  return [owners, admins].flatMap(({ data }) => data?.pages[0]?.items ?? NOBODY);
}

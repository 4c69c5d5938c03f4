import type { Invitation, Member } from '../../contract/index.js';
import { useInvitations, useMembers } from '../../hooks/index.js';
import { useListState } from '../../hooks/useListState.js';
import type { ListState } from '../../hooks/useListState.js';
import { useQuiet } from '../../hooks/useQuiet.js';
import { useGuildhall } from '../../provider/context.js';
import type { Filters } from './types.js';

/** The members and the invitations that the filters ask for. */
export function useMemberLists(workspaceId: string, { search, role, sort }: Filters, showsInvitations: boolean) {
  const { adapter } = useGuildhall();
  const quiet = useQuiet(search.trim());
  const asked = {
    workspaceId,
    ...(quiet === '' ? {} : { search: quiet }),
    ...(role === 'all' ? {} : { role }),
  };
  const sorted = adapter.supports.memberSorts.includes(sort) ? { ...asked, sort } : asked;
  const isSettled = quiet === search.trim();
  const members: ListState<Member> = useListState(useMembers(sorted), isSettled);
  const invitations: ListState<Invitation> = useListState(
    useInvitations(asked, { enabled: showsInvitations }),
    isSettled,
  );
  return { members, invitations: showsInvitations ? invitations : null };
}

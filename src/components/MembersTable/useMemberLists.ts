import { useMemo } from 'react';
import type { Invitation, Member } from '../../contract/index.js';
import type { PagesResult } from '../../hooks/index.js';
import { useInvitations, useMembers } from '../../hooks/index.js';
import { useQuiet } from '../../hooks/useQuiet.js';
import { useGuildhall } from '../../provider/context.js';
import type { Filters, ListState } from './types.js';

function useListState<T>(result: PagesResult<T>, isSettled: boolean): ListState<T> {
  const {
    data,
    error,
    hasNextPage,
    isFetchingNextPage,
    isFetching,
    isPlaceholderData,
    isFetchNextPageError,
    fetchNextPage,
    refetch,
  } = result;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return useMemo(
    () => ({
      items,
      total: data?.pages[0]?.totalCount ?? (hasNextPage ? null : items.length),
      status: data ? 'ready' : error ? 'failed' : 'loading',
      error,
      hasMore: hasNextPage,
      isLoadingMore: isFetchingNextPage,
      moreFailed: isFetchNextPageError,
      isCurrent: isSettled && !isPlaceholderData,
      isFetching,
      loadMore: () => void fetchNextPage({ cancelRefetch: false }),
      retry: () => void refetch(),
    }),
    [
      items,
      data,
      error,
      hasNextPage,
      isFetchingNextPage,
      isSettled,
      isPlaceholderData,
      isFetching,
      isFetchNextPageError,
      fetchNextPage,
      refetch,
    ],
  );
}

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

import { useMemo } from 'react';
import type { PagesResult } from './useGuildhallQuery.js';

/** A list as far as it has been loaded. */
export interface ListState<T> {
  readonly items: readonly T[];
  /** How many there are in all, or null where the adapter does not count. */
  readonly total: number | null;
  readonly status: 'loading' | 'failed' | 'ready';
  /** What went wrong, at first (`failed`) or since (`ready`: the items are what was last loaded). */
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** The items are there, but the next ones did not come. */
  readonly moreFailed: boolean;
  /** Whether the items answer what is asked for now, and not what was asked before. */
  readonly isCurrent: boolean;
  /** A try is under way. */
  readonly isFetching: boolean;
  loadMore(): void;
  retry(): void;
}

/** The pages of a list as what shows it wants them. `isSettled`: whether it asks for what stands in its filters by now. */
export function useListState<T>(result: PagesResult<T>, isSettled: boolean): ListState<T> {
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

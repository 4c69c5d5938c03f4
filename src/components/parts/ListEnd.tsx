import type { ListState } from '../../hooks/useListState.js';
import { Button, SkeletonRows } from '../../ui/index.js';

/** Whether the next page did not come, and is not under way again. */
const hasStopped = (list: ListState<unknown>): boolean => list.moreFailed && !list.isLoadingMore;

/** The rows with their head, as `aria-rowcount` wants them: -1 where nobody knows yet (WAI-ARIA 1.2). `shown`: of all that is loaded. */
export function rowCountOf(list: ListState<unknown>, shown = list.items.length): number {
  if (!list.hasMore) return shown + 1;
  return list.total === null ? -1 : list.total + 1;
}

/** What to do near the end of what is loaded: load more, where there is more and nothing stands in its way. */
export const onNearEndOf = (list: ListState<unknown>): (() => void) | undefined =>
  list.hasMore && !hasStopped(list) && !list.isFetching ? list.loadMore : undefined;

interface ListEndProps {
  list: ListState<unknown>;
  /** Columns of the row that stands for what is loaded next. @default 2 */
  columns?: number | undefined;
  t: (key: 'moreFailed' | 'retry') => string;
}

/** What stands below the rows of a list: that more is loaded, or that it did not come, with a way to try again. */
export function ListEnd({ list, columns, t }: ListEndProps) {
  if (hasStopped(list))
    return (
      <p className="gh-more-failed" role="alert">
        {t('moreFailed')}
        <Button size="small" onClick={list.loadMore}>
          {t('retry')}
        </Button>
      </p>
    );
  return list.hasMore ? <SkeletonRows count={1} columns={columns} fades={false} /> : null;
}

import { useMemo, useState } from 'react';
import { useWorkspaces } from '../../hooks/index.js';
import { useExplain } from '../../hooks/useMessages.js';
import { useQuiet } from '../../hooks/useQuiet.js';
import { useGuildhall } from '../../provider/context.js';
import { SwitcherPanelView } from './SwitcherPanel.view.js';
import type { SwitcherPanelProps, WorkspaceList } from './types.js';
import { useWaiting } from './useWaiting.js';

/** Fewer than these are found faster by looking, where there is little room. */
const FEW = 8;

function useWorkspaceList(search: string): WorkspaceList {
  const explain = useExplain();
  const wanted = search.trim();
  const quiet = useQuiet(wanted);
  const result = useWorkspaces(quiet === '' ? {} : { search: quiet });
  const { data, error, refetch, fetchNextPage } = result;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return {
    items,
    problem: error ? explain(error) : null,
    isRetrying: result.isFetching,
    onRetry: () => void refetch(),
    hasMore: result.hasNextPage,
    isLoadingMore: result.isFetchingNextPage,
    moreFailed: result.isFetchNextPageError,
    onMore: () => void fetchNextPage({ cancelRefetch: false }),
    isCurrent: items !== undefined && quiet === wanted && !result.isPlaceholderData,
  };
}

export interface SwitcherPanelContainerProps extends Pick<
  SwitcherPanelProps,
  't' | 'currentId' | 'onChoose' | 'onCreate' | 'onManage' | 'shortcuts'
> {
  /** Where there is little room: few workspaces have no search then. */
  isNarrow: boolean;
}

/** What the open switcher shows; mounted while it is open. */
export function SwitcherPanel({ isNarrow, ...props }: SwitcherPanelContainerProps) {
  const { t } = props;
  const { adapter } = useGuildhall();
  const [search, setSearch] = useState('');
  const [announcement, setAnnouncement] = useState('');
  const workspaces = useWorkspaceList(search);
  const waiting = useWaiting({
    onJoined: ({ name }) => setAnnouncement(t('joined', { workspace: name })),
    onDeclined: ({ workspace }) => setAnnouncement(t('declined', { workspace: workspace.name })),
  });
  const areFew = !workspaces.hasMore && (workspaces.items?.length ?? 0) < FEW;
  const canSearch = adapter.supports.search && (!isNarrow || !areFew || search !== '');
  return (
    <SwitcherPanelView
      {...props}
      workspaces={workspaces}
      waiting={waiting}
      search={search}
      onSearch={canSearch ? setSearch : undefined}
      announcement={announcement}
    />
  );
}

import { useMemo, useState } from 'react';
import type { EntityCreator } from '../../contract/index.js';
import { useEntities, useEntityCounts, useMembers } from '../../hooks/index.js';
import { useListState } from '../../hooks/useListState.js';
import { useQuiet } from '../../hooks/useQuiet.js';
import { useKindWords } from '../parts/useKindWords.js';
import type { ItemFilters } from './types.js';

const NOBODY: ReadonlyMap<string, EntityCreator> = new Map();

/** Everybody who may be chosen as who made it: those who are here, and those whose items have been seen. */
function useCreators(workspaceId: string, seen: readonly (EntityCreator | null)[]) {
  const { data, hasNextPage } = useMembers({ workspaceId });
  const [known, setKnown] = useState({ workspaceId, creators: NOBODY });
  const before = known.workspaceId === workspaceId ? known.creators : NOBODY;
  const fresh = seen.filter((one) => one !== null && !before.has(one.userId));
  if (fresh.length > 0 || known.workspaceId !== workspaceId) {
    const added = fresh.flatMap((one) => (one === null ? [] : [[one.userId, one] as const]));
    setKnown({ workspaceId, creators: new Map([...before, ...added]) });
  }
  return useMemo(() => {
    const members = data?.pages.flatMap((page) => page.items) ?? [];
    const all = new Map<string, EntityCreator>(before);
    for (const { userId, name, imageUrl } of members) all.set(userId, { userId, name, imageUrl });
    const creators = [...all.values()].toSorted((a, b) => a.name.localeCompare(b.name));
    // Who has left is known once all who are here are.
    const memberIds = data && !hasNextPage ? new Set(members.map(({ userId }) => userId)) : null;
    return { creators, memberIds };
  }, [data, hasNextPage, before]);
}

/** What there is by kind, and the items of the one that is shown. */
export function useItemLists(workspaceId: string, asked: string | null, { search, creatorId }: ItemFilters) {
  const { inOrder } = useKindWords();
  const counted = useEntityCounts(workspaceId);
  const counts = useMemo(() => counted.data && inOrder(counted.data.counts), [counted.data, inOrder]);
  const kind = counts?.some((one) => one.kind === asked) ? asked : (counts?.[0]?.kind ?? null);
  const quiet = useQuiet(search.trim());
  const result = useEntities(
    {
      workspaceId,
      kind: kind ?? '',
      ...(quiet === '' ? {} : { search: quiet }),
      ...(creatorId === null ? {} : { creatorId }),
    },
    { enabled: kind !== null },
  );
  // Another kind's rows are not what is shown until this one's are there.
  const isOther =
    result.isPlaceholderData && result.data?.pages.some((page) => page.items.some((item) => item.kind !== kind));
  const state = useListState(result, quiet === search.trim());
  const list = isOther ? { ...state, items: [], status: 'loading' as const } : state;
  const seen = useMemo(() => state.items.map(({ creator }) => creator), [state.items]);
  return { counted, counts, kind, list, ...useCreators(workspaceId, seen) };
}

import { useCallback, useMemo, useState } from 'react';

/** The rows that are selected, and what changes that. */
export interface Selection<T> {
  /** What is selected and still there. */
  items: readonly T[];
  /** Those that are loaded and can be selected. */
  selectable: readonly T[];
  has: (item: T) => boolean;
  toggle: (item: T) => void;
  /** Selects these and no others; `beyond`: those that are not loaded. */
  select: (loaded: readonly T[], beyond?: readonly T[]) => void;
}

/** The rows that are selected, out of those that can be. Rows that leave the list leave the selection. */
export function useSelection<T extends { id: string }>(selectable: readonly T[]): Selection<T> {
  /** By id; with themselves where they are not loaded. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, T | null>>(new Map());
  const items = useMemo(
    () => [
      ...selectable.filter(({ id }) => chosen.get(id) === null),
      ...[...chosen.values()].filter((item) => item !== null),
    ],
    [chosen, selectable],
  );
  const toggle = useCallback(
    ({ id }: T) =>
      setChosen((before) => {
        const after = new Map(before);
        if (!after.delete(id)) after.set(id, null);
        return after;
      }),
    [],
  );
  const select = (loaded: readonly T[], beyond: readonly T[] = []) => {
    const all = new Map<string, T | null>(beyond.map((item) => [item.id, item]));
    for (const { id } of loaded) all.set(id, null);
    setChosen(all);
  };
  return { items, selectable, has: ({ id }) => chosen.has(id), toggle, select };
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

interface Selection<T> {
  /** What is selected and still there. */
  items: readonly T[];
  /** Those that are loaded and can be selected. */
  selectable: readonly T[];
  has: (item: T) => boolean;
  /** `isRange`: with all between it and the one before. */
  toggle: (item: T, isRange?: boolean) => void;
  /** Selects these and no others; `beyond`: those that are not loaded. */
  select: (loaded: readonly T[], beyond?: readonly T[]) => void;
}

/** The rows that are selected, out of those that can be. Rows that leave the list leave the selection. */
export function useSelection<T extends { id: string }>(selectable: readonly T[]): Selection<T> {
  /** By id; with themselves where they are not loaded. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, T | null>>(new Map());
  const latest = useRef({ selectable, last: '' });
  useEffect(() => {
    latest.current.selectable = selectable;
  });
  const items = useMemo(
    () => [
      ...selectable.filter(({ id }) => chosen.get(id) === null),
      ...[...chosen.values()].flatMap((item) => item ?? []),
    ],
    [chosen, selectable],
  );
  const toggle = useCallback(({ id }: T, isRange = false) => {
    const { selectable: rows, last } = latest.current;
    const [from = -1, to = -1] = [last, id].map((one) => rows.findIndex((row) => row.id === one));
    latest.current.last = id;
    setChosen((before) => {
      const after = new Map(before);
      for (const row of rows.slice(
        isRange && from >= 0 ? Math.min(from, to) : to,
        Math.max(isRange ? from : to, to) + 1,
      )) {
        if (before.has(id)) after.delete(row.id);
        else if (!before.has(row.id)) after.set(row.id, null);
      }
      return after;
    });
  }, []);
  const select = useCallback((loaded: readonly T[], beyond: readonly T[] = []) => {
    setChosen(
      new Map([...loaded.map(({ id }) => [id, null] as const), ...beyond.map((item) => [item.id, item] as const)]),
    );
  }, []);
  return { items, selectable, has: ({ id }) => chosen.has(id), toggle, select };
}

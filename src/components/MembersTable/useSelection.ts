import { useCallback, useMemo, useState } from 'react';

interface Selection<T> {
  /** What is selected and still there. */
  items: readonly T[];
  has: (item: T) => boolean;
  toggle: (item: T) => void;
  /** Everything that is loaded, or nothing if it was everything already. */
  toggleAll: () => void;
  isAll: boolean;
  clear: () => void;
}

/** The rows that are selected, out of those that can be. Rows that leave the list leave the selection. */
export function useSelection<T extends { id: string }>(selectable: readonly T[]): Selection<T> {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set());
  const items = useMemo(() => (ids.size === 0 ? [] : selectable.filter((item) => ids.has(item.id))), [ids, selectable]);
  const isAll = items.length > 0 && items.length === selectable.length;
  const clear = useCallback(() => setIds(new Set()), []);
  const toggle = useCallback(({ id }: T) => {
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  return {
    items,
    has: (item) => ids.has(item.id),
    toggle,
    toggleAll: () => setIds(isAll ? new Set() : new Set(selectable.map((item) => item.id))),
    isAll,
    clear,
  };
}

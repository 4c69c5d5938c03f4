import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { selectRange } from './ranges.js';
import type { Selection } from './useSelection.js';

/**
 * Has a click with Shift, or Shift and Space, select all rows since the last one that was clicked, also those out of sight. It is
 * loaded with the bar of a selection: there is no range before something is selected.
 *
 * @param bar within the table
 */
export function useRanges<T extends { id: string }>(bar: RefObject<HTMLElement | null>, selection: Selection<T>): void {
  const latest = useRef(selection);
  useEffect(() => {
    latest.current = selection;
  });
  useEffect(() => {
    const table = bar.current?.closest<HTMLElement>('.gh-members');
    if (!table) return;
    let last = latest.current.items[0]?.id ?? '';
    const onClick = (event: MouseEvent) => {
      const { target, shiftKey } = event;
      const box = target instanceof Element ? target.closest('.gh-row-checkbox') : null;
      const id = box?.closest<HTMLElement>('[data-key]')?.dataset.key;
      const { items, selectable, select } = latest.current;
      if (id === undefined || !selectable.some((item) => item.id === id)) return;
      const from = last;
      last = id;
      if (!shiftKey) return;
      // Instead of what the checkbox does by itself.
      event.stopPropagation();
      const ids = selectRange(
        selectable.map((item) => item.id),
        new Set(items.map((item) => item.id)),
        from,
        id,
      );
      const loaded = new Set(selectable.map((item) => item.id));
      const beyond = items.filter((item) => ids.has(item.id) && !loaded.has(item.id));
      select(
        selectable.filter((item) => ids.has(item.id)),
        beyond,
      );
    };
    // A range is of rows, not of the words in them.
    const onSelectStart = (event: Event) => {
      if (event.target instanceof Node && event.target.parentElement?.closest('[data-key]')) event.preventDefault();
    };
    const ended = new AbortController();
    table.addEventListener('click', onClick, { capture: true, signal: ended.signal });
    table.addEventListener('selectstart', onSelectStart, { signal: ended.signal });
    return () => ended.abort();
  }, [bar]);
}

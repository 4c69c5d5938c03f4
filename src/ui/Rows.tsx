import { useEffect, useState } from 'react';
import type { CSSProperties, FocusEvent, ReactNode } from 'react';
import { preloadFreshness } from './Freshness.js';
import { useVisibleRows } from './useVisibleRows.js';

/** How near the end the next page is asked for, in rows. */
const AHEAD = 12;

interface RowsProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Rows and their place; a row stands at its place by `style`. */
  children: (item: T, index: number, style: CSSProperties) => ReactNode;
  /** Told when the end comes near. */
  onNearEnd: (() => void) | undefined;
  /** The key of a row that is there wherever it is, say since the keyboard leads there. @default the one that has the focus */
  keeps?: string | null | undefined;
}

/** The rows in between that keep their place in the document though they are out of sight. */
function withRetained(first: number, end: number, retained: number): number[] {
  const indices = Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
  if (retained < 0 || (retained >= first && retained < end)) return indices;
  return retained < first ? [retained, ...indices] : [...indices, retained];
}

/** The rows of a group, of which those in sight are there, and the one that has the focus. */
export function Rows<T>({ items, keyOf, children, onNearEnd, keeps = null }: RowsProps<T>) {
  const { list, first, end } = useVisibleRows(items.length);
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  useEffect(preloadFreshness, []);
  const isNearEnd = end + AHEAD >= items.length;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, onNearEnd]);

  const retain = (event: FocusEvent) => {
    const row = event.target.closest<HTMLElement>('[data-key]');
    if (row && list.current?.contains(row)) setFocusedKey(row.dataset.key ?? null);
  };
  const release = (event: FocusEvent) => {
    // A menu's focus is elsewhere in the document, and comes back to its row.
    if (!list.current?.contains(event.target)) return;
    const isOpen = event.target.getAttribute('aria-expanded') === 'true';
    if (!isOpen && !event.currentTarget.contains(event.relatedTarget)) setFocusedKey(null);
  };
  const kept = keeps ?? focusedKey;
  const retained = kept === null ? -1 : items.findIndex((item) => keyOf(item) === kept);
  return (
    <div
      ref={list}
      role="rowgroup"
      className="gh-rows"
      style={{ blockSize: `calc(var(--gh-row) * ${items.length})` }}
      onFocus={retain}
      onBlur={release}
    >
      {withRetained(first, end, retained).map((index) => {
        const item = items[index];
        return item === undefined ? null : children(item, index, { insetBlockStart: `calc(var(--gh-row) * ${index})` });
      })}
    </div>
  );
}

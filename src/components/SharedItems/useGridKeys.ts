import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';

const CONTROL = '[data-control]';

const rowsIn = (grid: Element) => [...grid.querySelectorAll<HTMLElement>('[data-key]')];
const controlsIn = (row: Element | undefined) => [...(row?.querySelectorAll<HTMLElement>(CONTROL) ?? [])];

/** Where a key leads, as the row's index and the control's; undefined for keys of no concern. */
function target(event: KeyboardEvent, row: number, column: number, rows: number, columns: number) {
  const step = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
  const isFar = event.ctrlKey || event.metaKey;
  const moves: Record<string, readonly [number, number]> = {
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    ArrowRight: [row, column + step],
    ArrowLeft: [row, column - step],
    Home: [isFar ? 0 : row, 0],
    End: [isFar ? rows - 1 : row, columns - 1],
  };
  const to = moves[event.key];
  return to && ([Math.min(Math.max(to[0], 0), rows - 1), Math.min(Math.max(to[1], 0), columns - 1)] as const);
}

/**
 * The keyboard of a grid of rows, by the pattern of ARIA: one stop for the Tab key, arrows among rows and their controls
 * (elements with `data-control` in elements with `data-key`), Home and End. The focus stays with a row that moves, and goes
 * to the one in its place where it is taken away.
 *
 * @param keys of the rows, in their order
 */
export function useGridKeys(keys: readonly string[]) {
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const focused = useRef<{ key: string; row: number; column: number } | null>(null);
  const wanted = useRef<{ key: string; column: number } | null>(null);
  const stop = active !== null && keys.includes(active) ? active : (keys[0] ?? null);

  const focus = useCallback((key: string, column: number) => {
    const controls = grid.current
      ? controlsIn(rowsIn(grid.current).find((row) => row.dataset.key === key))
      : controlsIn(undefined);
    controls[Math.min(column, controls.length - 1)]?.focus();
    wanted.current = controls.length > 0 ? null : { key, column };
    setActive(key);
  }, []);

  useLayoutEffect(() => {
    if (wanted.current) return focus(wanted.current.key, wanted.current.column);
    const before = focused.current;
    if (before === null) return;
    const at = keys.indexOf(before.key);
    focused.current = at === -1 ? null : { ...before, row: at };
    if (at !== -1) return;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    const next = keys[Math.min(before.row, keys.length - 1)];
    if (isLost && next !== undefined) focus(next, before.column);
    if (isLost && next === undefined) grid.current?.closest<HTMLElement>('section')?.focus();
  });

  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    // What happens in a menu that a row has opened bubbles up here too.
    if (!(event.target instanceof HTMLElement) || !event.currentTarget.contains(event.target)) return;
    const row = event.target.closest<HTMLElement>('[data-key]');
    const at = keys.indexOf(row?.dataset.key ?? '');
    if (row === null || at === -1) return;
    const controls = controlsIn(row);
    const column = Math.max(0, controls.indexOf(event.target));
    const to = target(event, at, column, keys.length, controls.length);
    const key = keys[to?.[0] ?? -1];
    if (to === undefined || key === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    focus(key, to[1]);
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const row = event.target.closest<HTMLElement>('[data-key]');
    const key = row?.dataset.key;
    if (!row || key === undefined || !event.currentTarget.contains(row)) return;
    const column = Math.max(0, controlsIn(row).indexOf(event.target));
    focused.current = { key, row: keys.indexOf(key), column };
    setActive(key);
  };
  // What is taken away tells nothing: who leaves by themselves does.
  const onBlur = () => {
    focused.current = null;
  };
  return { stop, attributes: { ref: grid, onKeyDownCapture, onFocus, onBlur } };
}

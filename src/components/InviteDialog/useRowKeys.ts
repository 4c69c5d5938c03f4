import { useCallback, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';

const REMOVE = '.gh-invite-remove';

/** The buttons that take a row away, from the top down: the one control that every row has. */
const removeButtons = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>(REMOVE) ?? []),
];

/**
 * Moves the focus among rows with the arrow keys, and to the neighbour of a row that goes.
 * `count` are the rows that there are.
 */
export function useRowKeys(
  count: number,
  list: RefObject<HTMLUListElement | null>,
  field: RefObject<HTMLInputElement | null>,
) {
  const before = useRef(count);
  const focused = useRef(-1);

  useLayoutEffect(() => {
    const hasShrunk = count < before.current;
    before.current = count;
    const index = focused.current;
    focused.current = -1;
    if (!hasShrunk || index === -1) return;
    const buttons = removeButtons(list.current);
    (buttons[Math.min(index, buttons.length - 1)] ?? field.current)?.focus();
  }, [count, list, field]);

  const focusRow = (index: number) => {
    const target = index < 0 ? field.current : removeButtons(list.current)[index];
    target?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event;
    // Menu buttons open with the arrows, and an open menu has them to itself.
    if (
      !(target instanceof HTMLElement) ||
      !list.current?.contains(target) ||
      target.getAttribute('aria-haspopup') === 'menu'
    )
      return;
    const row = target.closest('li');
    const index = row ? removeButtons(list.current).findIndex((button) => row.contains(button)) : -1;
    if (index === -1) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      focusRow(key === 'ArrowDown' ? index + 1 : index - 1);
    } else if ((key === 'Delete' || key === 'Backspace') && target.matches(REMOVE)) {
      event.preventDefault();
      target.click();
    }
  };
  /** Before a row is taken away: its neighbour has the focus after. */
  const willRemove = useCallback((index: number) => {
    focused.current = index;
  }, []);
  return { onKeyDown, focusRow, willRemove };
}

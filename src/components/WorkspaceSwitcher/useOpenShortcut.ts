import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { isMac } from './isMac.js';

/** A key with ⌘ on Apple’s machines and Ctrl elsewhere, maybe with more keys held: `mod+k`, `mod+shift+o`. */
export type SwitcherShortcut = `mod+${string}`;

const MODAL = '[role="dialog"], [role="alertdialog"], dialog[open]';

/** Whether `event` is the shortcut, and nothing beside. */
function isPressed(event: KeyboardEvent, shortcut: SwitcherShortcut): boolean {
  const parts = shortcut.toLowerCase().split('+');
  const [mod, other] = isMac() ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return (
    mod &&
    !other &&
    event.shiftKey === parts.includes('shift') &&
    event.altKey === parts.includes('alt') &&
    event.key.toLowerCase() === parts.at(-1)
  );
}

/** The shortcut as `aria-keyshortcuts` has it. */
export function keyShortcutsOf(shortcut: SwitcherShortcut): string {
  const [, ...rest] = shortcut.split('+');
  const named = rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return [isMac() ? 'Meta' : 'Control', ...named].join('+');
}

/**
 * Has a shortcut open and close the switcher, wherever the focus is; not above a dialog that the switcher is not in.
 * `onPress` is told where the focus was.
 */
export function useOpenShortcut(
  shortcut: SwitcherShortcut | undefined,
  isOpen: boolean,
  trigger: RefObject<HTMLButtonElement | null>,
  onPress: (from: Element | null) => void,
): void {
  const latest = useRef({ isOpen, onPress });
  useEffect(() => {
    latest.current = { isOpen, onPress };
  });
  useEffect(() => {
    if (shortcut === undefined) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || !isPressed(event, shortcut)) return;
      const above = [...document.querySelectorAll(MODAL)].filter((modal) => !modal.contains(trigger.current));
      if (!latest.current.isOpen && above.length > 0) return;
      event.preventDefault();
      latest.current.onPress(document.activeElement);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [shortcut, trigger]);
}

import { useEffect, useRef } from 'react';
import type { Workspace } from '../../contract/index.js';
import { isMac } from './isMac.js';
import { SHORTCUTS } from './SwitcherOptions.js';

/** Has ⌘1 to ⌘9 (Ctrl 1 to 9) choose the first nine workspaces, wherever the focus is. */
export function useShortcuts(
  isEnabled: boolean,
  items: readonly Workspace[],
  onChoose: (workspace: Workspace) => void,
): void {
  const latest = useRef({ items, onChoose });
  useEffect(() => {
    latest.current = { items, onChoose };
  });
  useEffect(() => {
    if (!isEnabled) return;
    const press = (event: KeyboardEvent) => {
      const digit = Number(/^Digit([1-9])$/.exec(event.code)?.[1]);
      const isModified = isMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      const workspace = digit <= SHORTCUTS ? latest.current.items[digit - 1] : undefined;
      if (!isModified || event.altKey || event.shiftKey || event.defaultPrevented || workspace === undefined) return;
      event.preventDefault();
      latest.current.onChoose(workspace);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isEnabled]);
}

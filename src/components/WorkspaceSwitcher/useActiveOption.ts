import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Workspace } from '../../contract/index.js';

interface UseActiveOptionInput {
  items: readonly Workspace[];
  /** Whether the items answer what is typed now. */
  isCurrent: boolean;
  /** Active at first: the workspace that is open. */
  initialId: string | undefined;
  onChoose: (workspace: Workspace) => void;
}

const STEP = { ArrowDown: 1, ArrowUp: -1 } as const;

/** The option that Enter takes, moved by the arrow keys while the focus stays where it is. */
export function useActiveOption({ items, isCurrent, initialId, onChoose }: UseActiveOptionInput) {
  const [activeId, setActiveId] = useState<string | null>(initialId ?? null);
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const found = items.findIndex((item) => item.id === activeId);
  const index = found === -1 ? 0 : found;
  const active = items[index];

  // Enter pressed before the answer came takes what the answer brings, never what was shown before it.
  useEffect(() => {
    if (!isEnterWaiting || !isCurrent) return;
    setEnterWaiting(false);
    if (active) onChoose(active);
  }, [isEnterWaiting, isCurrent, active, onChoose]);

  const moveTo = (next: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, next))];
    if (item === undefined) return;
    setActiveId(item.id);
    list.current?.querySelectorAll('[role="option"]')[items.indexOf(item)]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const isText = event.currentTarget.tagName === 'INPUT';
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveTo(index + STEP[event.key]);
    else if (event.key === 'Home' && !isText) moveTo(0);
    else if (event.key === 'End' && !isText) moveTo(items.length - 1);
    else if (event.key === 'Enter' && !isCurrent) setEnterWaiting(true);
    else if (event.key === 'Enter' && active) onChoose(active);
    else return;
    event.preventDefault();
  };
  return { list, index: active === undefined ? -1 : index, activate: setActiveId, onKeyDown };
}

import { useEffect, useRef, useState } from 'react';
import type { Entity } from '../../contract/index.js';

/** Milliseconds after a pointer has moved for which nothing moves under it: somebody is about to press. */
const CALM = 800;

/** The rows that were shown, as they are now, and what has come after their end. */
function asBefore(shown: readonly Entity[], items: readonly Entity[]): readonly Entity[] {
  const now = new Map(items.map((item, index) => [item.id, index]));
  const kept = shown.filter(({ id }) => now.has(id));
  const end = Math.max(-1, ...kept.map(({ id }) => now.get(id) ?? -1));
  return [...kept.flatMap(({ id }) => items[now.get(id) ?? -1] ?? []), ...items.slice(end + 1)];
}

/** The rows in their order, but for a moment after a pointer has moved on them: then they stay where they are. */
export function useCalmOrder(items: readonly Entity[], listKey: string) {
  const [isHeld, setIsHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [held, setHeld] = useState({ listKey, items });
  useEffect(() => () => clearTimeout(timer.current), []);
  const onPointerMove = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsHeld(false), CALM);
    if (isHeld) return;
    setIsHeld(true);
    setHeld({ listKey, items });
  };
  const isHolding = isHeld && held.listKey === listKey;
  return { rows: isHolding ? asBefore(held.items, items) : items, onPointerMove };
}

import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { EntityCount } from '../../contract/index.js';
import type { KindWords } from '../parts/useKindWords.js';
import type { ItemWords } from './SharedItems.messages.js';

interface KindTabsProps {
  t: ItemWords;
  words: KindWords;
  counts: readonly EntityCount[];
  kind: string | null;
  onKind: (kind: string) => void;
  /** The id of what a tab shows; each tab's own begins with it. */
  panelId: string;
}

/** Where a key leads among so many tabs; undefined for keys of no concern. */
function target(event: KeyboardEvent, at: number, count: number): number | undefined {
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const step = isRtl ? -1 : 1;
  const keys: Record<string, number> = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: count - 1 };
  const to = keys[event.key];
  return to === undefined ? undefined : (to + count) % count;
}

/** One tab for each kind, with how many there are. Arrow keys move among them, and show. */
export function KindTabs({ t, words, counts, kind, onKind, panelId }: KindTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = counts.findIndex((one) => one.kind === kind);
    const to = target(event, at, counts.length);
    const next = to === undefined ? undefined : counts[to];
    if (next === undefined || to === undefined) return;
    event.preventDefault();
    onKind(next.kind);
    const tab = list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to];
    tab?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={t('kinds')} className="gh-items-tabs">
      {counts.map((one) => (
        <button
          key={one.kind}
          type="button"
          role="tab"
          id={`${panelId}-${one.kind}`}
          aria-selected={one.kind === kind}
          aria-controls={panelId}
          tabIndex={one.kind === kind ? 0 : -1}
          className="gh-items-tab"
          onClick={() => onKind(one.kind)}
          onKeyDown={move}
        >
          {words.iconOf(one.kind)}
          {words.labelOf(one.kind)} <small>{words.numberOf(one) ?? t('unavailableCount')}</small>
        </button>
      ))}
    </div>
  );
}

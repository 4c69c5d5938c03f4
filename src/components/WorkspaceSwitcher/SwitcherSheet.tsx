import { useRef } from 'react';
import { Dialog } from '../../ui/Dialog.js';
import { SwitcherPanel } from './SwitcherPanel.js';
import type { SwitcherOverlayProps } from './SwitcherPopover.js';

/** The open switcher where it is narrow: a sheet from the bottom. Loaded on demand. */
export function SwitcherSheet({ id, onClose, returnFocus, ...panel }: SwitcherOverlayProps) {
  const { t } = panel;
  // Not the search: that would bring up the keyboard over what one came to see.
  const list = useRef<HTMLElement | null>(null);
  return (
    <Dialog
      className="gh-switcher-sheet"
      title={t('title')}
      closeLabel={t('close')}
      onClose={onClose}
      initialFocus={list}
      returnFocus={returnFocus}
    >
      <div
        id={id}
        ref={(panelElement) => void (list.current = panelElement?.querySelector('[role="listbox"]') ?? null)}
      >
        <SwitcherPanel {...panel} isNarrow />
      </div>
    </Dialog>
  );
}

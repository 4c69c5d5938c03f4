import { Dialog } from '../../ui/Dialog.js';
import { SwitcherPanel } from './SwitcherPanel.js';
import type { SwitcherOverlayProps } from './SwitcherPopover.js';

/** The open switcher where it is narrow: a sheet from the bottom. Loaded on demand. */
export function SwitcherSheet({ trigger, id, onClose, ...panel }: SwitcherOverlayProps) {
  const { t } = panel;
  return (
    <Dialog
      className="gh-switcher-sheet"
      title={t('title')}
      closeLabel={t('close')}
      onClose={onClose}
      returnFocus={() => trigger.current}
    >
      <div id={id}>
        <SwitcherPanel {...panel} isNarrow />
      </div>
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import { Button } from '../../ui/index.js';
import type { Words } from './roleOptions.js';

interface BulkBarProps {
  t: Words;
  label: string;
  /** Whether all that can be selected is, of what is loaded. */
  isAll: boolean;
  onToggleAll: () => void;
  onClear: () => void;
  children: ReactNode;
}

/** What can be done with several rows, in the toolbar's place while some are selected. */
export function BulkBar({ t, label, isAll, onToggleAll, onClear, children }: BulkBarProps) {
  return (
    <div className="gh-toolbar gh-bulk" role="group" aria-label={label}>
      <input
        type="checkbox"
        className="gh-checkbox gh-row-checkbox"
        aria-label={t('selectAll')}
        checked={isAll}
        ref={(input) => {
          if (input) input.indeterminate = !isAll;
        }}
        onChange={onToggleAll}
      />
      <span className="gh-bulk-count" role="status">
        {label}
      </span>
      {children}
      <Button variant="ghost" className="gh-bulk-clear" onClick={onClear} aria-keyshortcuts="Escape">
        {t('clearSelection')} <kbd aria-hidden="true">{t('clearSelectionKey')}</kbd>
      </Button>
    </div>
  );
}

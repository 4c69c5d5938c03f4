import type { ReactNode } from 'react';
import { MenuTrigger, onDemand } from '../../ui/index.js';
import type { RowMenuSubject } from './RowMenus.js';
import type { Feedback } from './types.js';

const RowMenu = onDemand(() => import('./RowMenus.js').then((module) => module.RowMenu));

export interface RowCheckboxProps {
  label: string;
  isChecked: boolean;
  /** Why it cannot be selected. */
  reason: string | null;
  onToggle: () => void;
}

/** Selects a row. It hangs outside the grid, so that nothing moves when it comes. */
export function RowCheckbox({ label, isChecked, reason, onToggle }: RowCheckboxProps) {
  return (
    <input
      type="checkbox"
      className="gh-checkbox gh-row-checkbox"
      aria-label={label}
      {...(reason === null ? {} : { title: reason, 'aria-description': reason, 'aria-disabled': true })}
      checked={isChecked}
      onChange={() => {
        if (reason === null) onToggle();
      }}
    />
  );
}

/** The second line of a row, or what was last done to it. */
export function SecondLine({ feedback, children }: { feedback: Feedback | null; children: ReactNode }) {
  return (
    <bdi className="gh-row-second" data-tone={feedback?.tone} title={feedback?.sentence}>
      {feedback?.sentence ?? children}
    </bdi>
  );
}

export interface RoleCellProps {
  label: string;
  /** The role in words. */
  shown: string;
  subject: RowMenuSubject;
  /** Whether it cannot be changed. */
  isFixed: boolean;
  /** Why. @default undefined */
  reason?: string | undefined;
}

/** The role: to choose, or in gray where it is fixed. */
export function RoleCell({ label, shown, subject, isFixed, reason }: RoleCellProps) {
  return (
    <div role="cell" className="gh-cell-role" title={reason}>
      {isFixed ? (
        shown
      ) : (
        <MenuTrigger
          variant="ghost"
          className="gh-select"
          data-look="frameless"
          align="start"
          label={label}
          name={`${label}: ${shown}`}
          preload={RowMenu.preload}
          renderMenu={(panel) => <RowMenu {...panel} subject={subject} />}
        >
          {shown}
        </MenuTrigger>
      )}
    </div>
  );
}

/** The row's menu, made when it is opened. Null for a row with which nothing can be done. */
export function MenuCell({ label, subject }: { label: string; subject: RowMenuSubject | null }) {
  return (
    <div role="cell" className="gh-cell-menu">
      {subject ? (
        <MenuTrigger
          variant="ghost"
          className="gh-icon-button gh-row-menu"
          label={label}
          title={label}
          preload={RowMenu.preload}
          renderMenu={(panel) => <RowMenu {...panel} subject={subject} />}
        />
      ) : null}
    </div>
  );
}

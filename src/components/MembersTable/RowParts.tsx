import type { Role } from '../../contract/index.js';
import { MenuButton, SelectField } from '../../ui/index.js';
import type { MenuEntry, MenuOption } from '../../ui/index.js';
import type { Feedback } from './types.js';

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
export function SecondLine({ feedback, children }: { feedback: Feedback | null; children: React.ReactNode }) {
  return (
    <bdi className="gh-row-second" data-tone={feedback?.tone} title={feedback?.sentence}>
      {feedback?.sentence ?? children}
    </bdi>
  );
}

export interface RoleCellProps {
  label: string;
  role: Role;
  /** The role in words. */
  shown: string;
  options: readonly MenuOption<Role>[];
  /** Absent: the role is fixed. */
  onChange: ((role: Role) => void) | undefined;
  /** Why it is fixed. @default null */
  reason: string | null;
}

/** The role: to choose, or in gray where it is fixed. */
export function RoleCell({ label, role, shown, options, onChange, reason }: RoleCellProps) {
  return (
    <div role="cell" className="gh-cell-role" title={onChange ? undefined : (reason ?? undefined)}>
      {onChange ? (
        <SelectField look="frameless" label={label} value={role} shown={shown} options={options} onChange={onChange} />
      ) : (
        shown
      )}
    </div>
  );
}

/** The row's menu, made when it is opened. */
export function MenuCell({ label, entries }: { label: string; entries: (() => readonly MenuEntry[]) | null }) {
  return (
    <div role="cell" className="gh-cell-menu">
      {entries ? (
        <MenuButton
          variant="ghost"
          className="gh-icon-button gh-row-menu"
          label={label}
          title={label}
          entries={entries}
        />
      ) : null}
    </div>
  );
}

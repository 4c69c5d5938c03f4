import { MenuButton } from './MenuButton.js';
import { classNames } from './classNames.js';
import { choice } from './menuEntry.js';
import type { MenuOption } from './menuEntry.js';

export interface SelectFieldProps<V extends string> {
  /** What is chosen here: the menu's name, and the button's together with the chosen words. */
  label: string;
  value: V;
  options: readonly MenuOption<V>[];
  onChange: (value: V) => void;
  /** What the button says. @default the chosen option's label */
  shown?: string | undefined;
  /** A frame like a field's, or words and a chevron alone. @default 'framed' */
  look?: 'framed' | 'frameless' | undefined;
  /** @default false */
  pending?: boolean | undefined;
  className?: string | undefined;
}

/**
 * A choice of one value; its menu is mounted when it is opened. Its parent must be positioned.
 *
 * @example <SelectField label={t('role')} value={role} options={roles} onChange={setRole} />
 */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { label, value, options, onChange, look = 'framed', pending, className } = props;
  const shown = props.shown ?? options.find((option) => option.value === value)?.label ?? value;
  return (
    <MenuButton
      label={label}
      name={`${label}: ${shown}`}
      align="start"
      variant={look === 'framed' ? 'surface' : 'ghost'}
      pending={pending}
      className={classNames('gh-select', className)}
      data-look={look}
      entries={() => [choice({ label, value, options, onChoose: onChange })]}
    >
      {shown}
    </MenuButton>
  );
}

import { useId } from 'react';
import { classNames } from '../../ui/index.js';

export interface SegmentsProps<T extends string> {
  /** What is chosen, for those who do not see it. */
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  className?: string | undefined;
}

/**
 * A choice of a few, side by side: radio buttons that look like one switch.
 *
 * @example <Segments label={t('interval')} options={options} value={interval} onChange={setInterval} />
 */
export function Segments<T extends string>({ label, options, value, onChange, className }: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset className={classNames('gh-switch', className)}>
      <legend className="gh-visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

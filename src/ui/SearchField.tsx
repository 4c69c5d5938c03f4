import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from './IconButton.js';
import { TextField } from './TextField.js';
import { classNames } from './classNames.js';

export interface SearchFieldProps {
  label: string;
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
  /** @default the label */
  placeholder?: string | undefined;
  className?: string | undefined;
}

/**
 * A search that applies while one types. Escape and the cross empty it; the focus stays.
 *
 * @example <SearchField label={t('search')} clearLabel={t('clear')} value={search} onChange={setSearch} />
 */
export function SearchField({ label, clearLabel, value, onChange, placeholder = label, className }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onChange('');
    input.current?.focus();
  };
  return (
    <TextField
      ref={input}
      type="search"
      label={label}
      hidesLabel
      placeholder={placeholder}
      value={value}
      className={classNames('gh-search', className)}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return;
        event.preventDefault();
        event.stopPropagation();
        clear();
      }}
      start={<Search className="gh-field-icon" aria-hidden="true" />}
      end={
        value === '' ? null : (
          <IconButton label={clearLabel} size="small" onClick={clear}>
            <X aria-hidden="true" />
          </IconButton>
        )
      }
    />
  );
}

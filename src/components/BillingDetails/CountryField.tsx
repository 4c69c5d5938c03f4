import { forwardRef, useId, useMemo } from 'react';
import type { SelectHTMLAttributes } from 'react';
import { countriesIn } from './countries.js';

export interface CountryFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string;
  /** What stands there while none is chosen. */
  emptyLabel: string;
  /** BCP 47: whose names the countries have. */
  locale: string;
}

/** A country, by the browser's own list: it is found by typing its first letters, and on phones by a wheel. */
export const CountryField = forwardRef<HTMLSelectElement, CountryFieldProps>(function CountryField(
  { label, emptyLabel, locale, ...select },
  ref,
) {
  const id = useId();
  const countries = useMemo(() => countriesIn(locale), [locale]);
  return (
    <div className="gh-field">
      <label className="gh-field-label" htmlFor={id}>
        {label}
      </label>
      <div className="gh-field-frame">
        <select {...select} ref={ref} id={id} className="gh-field-input" autoComplete="country">
          <option value="">{emptyLabel}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
});

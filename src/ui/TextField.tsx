import { forwardRef, useId } from 'react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { classNames } from './classNames.js';

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'children'> {
  label: string;
  /** Keeps the label for assistive technology alone, where the place says it already. @default false */
  hidesLabel?: boolean | undefined;
  /** What helps to fill it in, below. @default null */
  hint?: ReactNode;
  /** What is wrong with what stands in it, below and instead of the hint. @default null */
  problem?: ReactNode;
  /** Before the text, inside the frame. @default null */
  start?: ReactNode;
  /** After the text, inside the frame. @default null */
  end?: ReactNode;
}

/**
 * A line to type into, with its label, and what is wrong with it. `className` and `style` go to the whole, all else to the input.
 *
 * @example <TextField label={t('name')} problem={error} {...register('name')} />
 */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(props, ref) {
  const { label, hidesLabel, hint = null, problem = null, start, end, className, style, id, ...input } = props;
  const generatedId = useId();
  const inputId = id ?? generatedId;
  const note = problem ?? hint;
  const isInvalid = Boolean(problem);
  return (
    <div className={classNames('gh-field', className)} style={style}>
      <label className={hidesLabel ? 'gh-visually-hidden' : 'gh-field-label'} htmlFor={inputId}>
        {label}
      </label>
      <div className="gh-field-frame" data-invalid={isInvalid ? '' : undefined}>
        {start}
        <input
          {...input}
          ref={ref}
          id={inputId}
          className="gh-field-input"
          aria-invalid={isInvalid || undefined}
          aria-describedby={note ? `${inputId}-note` : input['aria-describedby']}
        />
        {end}
      </div>
      {note ? (
        <div id={`${inputId}-note`} className="gh-field-note" data-invalid={isInvalid ? '' : undefined}>
          {note}
        </div>
      ) : null}
    </div>
  );
});

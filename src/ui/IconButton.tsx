import { forwardRef } from 'react';
import { Button } from './Button.js';
import type { ButtonProps } from './Button.js';
import { classNames } from './classNames.js';

export interface IconButtonProps extends ButtonProps {
  /** What it does, in words: its name and its tooltip. */
  label: string;
}

/**
 * A button that is an icon alone.
 *
 * @example <IconButton label={t('close')} onClick={close}><X /></IconButton>
 */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, className, variant = 'ghost', ...props },
  ref,
) {
  return (
    <Button
      title={label}
      {...props}
      ref={ref}
      variant={variant}
      aria-label={label}
      className={classNames('gh-icon-button', className)}
    />
  );
});

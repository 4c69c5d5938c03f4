import { forwardRef } from 'react';
import type { ButtonHTMLAttributes, MouseEvent } from 'react';
import { classNames } from './classNames.js';
import { useDelayed } from './useDelayed.js';

/**
 * - `primary`: solid; one on a screen, and a dialog owns it while it is open.
 * - `danger`: solid red, in confirmations alone.
 * - `soft`: gray; the other button. `surface`: page-coloured with a hairline, in toolbars.
 * - `ghost`: words alone. `accent`: soft in the accent colour.
 */
export type ButtonVariant = 'primary' | 'danger' | 'soft' | 'surface' | 'ghost' | 'accent';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** @default 'soft' */
  variant?: ButtonVariant | undefined;
  /** 24 or 32 high; both 44 where a finger is likely. @default 'medium' */
  size?: 'small' | 'medium' | undefined;
  /** Red words, for what leads to something that cannot be undone. @default false */
  destructive?: boolean | undefined;
  /** Its work is under way: presses do nothing, and progress shows after 300 ms, at the same width. @default false */
  pending?: boolean | undefined;
  /** Why it cannot be pressed now. It stays reachable, so that the reason can be read. @default null */
  reason?: string | null | undefined;
}

/**
 * A button. While pending, or with a reason, it keeps the focus and refuses presses by itself.
 *
 * @example <Button variant="primary" pending={isSending} onClick={send}>{t('send')}</Button>
 */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { variant = 'soft', size = 'medium', destructive, pending = false, reason = null, ...rest } = props;
  const { className, children, onClick, ...attributes } = rest;
  const showsProgress = useDelayed(pending, 300);
  const refuses = pending || reason !== null;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (refuses) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...attributes}
      {...(reason === null ? {} : { title: reason, 'aria-description': reason })}
      ref={ref}
      onClick={press}
      className={classNames('gh-button', className)}
      data-variant={variant}
      data-size={size}
      data-destructive={destructive ? '' : undefined}
      data-pending={showsProgress ? '' : undefined}
      aria-disabled={refuses || undefined}
      aria-busy={pending || undefined}
    >
      {children}
    </button>
  );
});

import { useEffect, useRef } from 'react';

export interface ScreenTitleProps {
  /** A new number whenever what had the focus has gone with the screen before: the title takes it then. 0 takes nothing. */
  focusTurn: number;
  children: string;
}

/**
 * The title of a screen that others lead to.
 *
 * @example <ScreenTitle focusTurn={turn}>{t('title')}</ScreenTitle>
 */
export function ScreenTitle({ focusTurn, children }: ScreenTitleProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusTurn > 0) ref.current?.focus();
  }, [focusTurn]);
  return (
    <h2 ref={ref} tabIndex={-1} className="gh-title">
      {children}
    </h2>
  );
}

import type { ReactNode } from 'react';

export interface StatusProps {
  /** What colour says it too: green, red, amber; gray for what is unremarkable. @default 'neutral' */
  tone?: 'success' | 'error' | 'warning' | 'neutral' | undefined;
  children: ReactNode;
}

/**
 * A state: a dot and a word.
 *
 * @example <Status tone="success">{t('paid')}</Status>
 */
export function Status({ tone = 'neutral', children }: StatusProps) {
  return (
    <span className="gh-status" data-tone={tone}>
      {children}
    </span>
  );
}

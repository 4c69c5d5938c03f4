import type { ReactNode } from 'react';
import { Button } from './Button.js';
import { Notice } from './Notice.js';

export interface RetryNoticeProps {
  /** `warning`: what is shown may be out of date; `error`: it is not there. @default 'warning' */
  tone?: 'warning' | 'error' | undefined;
  /** What went wrong. */
  children: ReactNode;
  retryLabel: string;
  onRetry: () => void;
  /** @default false */
  pending?: boolean | undefined;
}

/**
 * What went wrong beside what is shown, and another try.
 *
 * @example <RetryNotice retryLabel={t('retry')} onRetry={refetch}>{t('outdated', { reason })}</RetryNotice>
 */
export function RetryNotice({ tone = 'warning', children, retryLabel, onRetry, pending }: RetryNoticeProps) {
  return (
    <Notice
      tone={tone}
      actions={
        <Button size="small" pending={pending} onClick={onRetry}>
          {retryLabel}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}

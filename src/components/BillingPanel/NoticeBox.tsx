import type { ReactNode } from 'react';

export interface NoticeBoxProps {
  /** Who must act: `error`, the reader; `neutral`, nobody, since somebody chose this; `success`: it is done. */
  tone: 'error' | 'neutral' | 'success';
  title: ReactNode;
  children: ReactNode;
  action: ReactNode;
  /** Below a hairline: dates, or what it costs. @default null */
  footer?: ReactNode;
}

/**
 * What stands above everything else in billing: what happened, what it means for people, and the way on.
 *
 * @example <NoticeBox tone="error" title={t('failedTitle')} action={<Button>…</Button>}>…</NoticeBox>
 */
export function NoticeBox({ tone, title, children, action, footer = null }: NoticeBoxProps) {
  return (
    <div className="gh-billing-notice" data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <div className="gh-billing-notice-head">
        <div>
          <p className="gh-billing-notice-title">{title}</p>
          {children}
        </div>
        {action}
      </div>
      {footer}
    </div>
  );
}

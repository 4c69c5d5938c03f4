import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info };

export interface NoticeProps {
  /** An error is said at once, the others politely. @default 'info' */
  tone?: 'error' | 'warning' | 'info' | undefined;
  children: ReactNode;
  /** Beside the words: a button or two. @default null */
  actions?: ReactNode;
}

/**
 * A sentence about the state of things, where it concerns.
 *
 * @example <Notice tone="error">{explain(error)}</Notice>
 */
export function Notice({ tone = 'info', children, actions = null }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className="gh-notice" data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" />
      <div>{children}</div>
      {actions}
    </div>
  );
}

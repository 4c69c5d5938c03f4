import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.js';

export interface RowMessageProps {
  /** 16, in the circle where the rows have their avatars. */
  icon: ReactNode;
  title: ReactNode;
  /** @default null */
  children?: ReactNode;
  /** Buttons below. @default null */
  actions?: ReactNode;
  /** A dashed circle stands for somebody who is not there yet. @default 'filled' */
  circle?: 'filled' | 'dashed' | undefined;
  /** @default undefined */
  role?: 'alert' | 'status' | undefined;
}

/**
 * What a list says instead of rows, on the grid of its rows: nothing here, nothing found, not loaded.
 *
 * @example <RowMessage icon={<Search />} title={t('noMatch')} actions={<Button>…</Button>} />
 */
export function RowMessage({ icon, title, children, actions, circle = 'filled', role }: RowMessageProps) {
  return (
    <div className="gh-row-message" role={role}>
      <span className="gh-circle" data-look={circle} aria-hidden="true">
        {icon}
      </span>
      <div className="gh-row-message-words">
        <p className="gh-row-message-title">{title}</p>
        {children ? <div className="gh-row-message-text">{children}</div> : null}
        {actions ? <div className="gh-row-message-actions">{actions}</div> : null}
      </div>
    </div>
  );
}

export interface ListErrorProps {
  title: string;
  /** What went wrong, and what still holds. */
  children: ReactNode;
  retryLabel: string;
  onRetry: () => void;
  /** @default false */
  pending?: boolean | undefined;
}

/**
 * A list that did not load says so and offers to try again: it is never an empty list.
 *
 * @example <ListError title={t('failed')} retryLabel={t('retry')} onRetry={refetch}>{explain(error)}</ListError>
 */
export function ListError({ title, children, retryLabel, onRetry, pending }: ListErrorProps) {
  return (
    <RowMessage
      role="alert"
      icon={<CloudOff />}
      title={title}
      actions={
        <Button onClick={onRetry} pending={pending}>
          {retryLabel}
        </Button>
      }
    >
      {children}
    </RowMessage>
  );
}

import { Button, Notice } from '../../ui/index.js';
import type { MembersContextValue } from './context.js';
import type { MembersTableViewProps } from './types.js';

/** A list that is not what it could be, and another try. */
export function Stale({
  sentence,
  retryLabel,
  onRetry,
}: {
  sentence: string;
  retryLabel: string;
  onRetry: () => void;
}) {
  const retry = (
    <Button size="small" onClick={onRetry}>
      {retryLabel}
    </Button>
  );
  return (
    <Notice tone="warning" actions={retry}>
      {sentence}
    </Notice>
  );
}

/** What is said where the rows that are shown may not be the latest. */
export function Freshness({
  t,
  explain,
  members,
  isOffline,
}: Pick<MembersTableViewProps, 'members' | 'isOffline'> & Pick<MembersContextValue, 't' | 'explain'>) {
  if (isOffline) return <Notice tone="warning">{t('offline')}</Notice>;
  if (members.status !== 'ready' || members.error === null || members.moreFailed) return null;
  return (
    <Stale
      sentence={t('outdated', { reason: explain(members.error) })}
      retryLabel={t('retry')}
      onRetry={members.retry}
    />
  );
}

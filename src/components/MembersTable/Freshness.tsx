import { Notice, RetryNotice } from '../../ui/index.js';
import type { MembersContextValue } from './context.js';
import type { MembersTableViewProps } from './types.js';

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
    <RetryNotice retryLabel={t('retry')} onRetry={members.retry}>
      {t('outdated', { reason: explain(members.error) })}
    </RetryNotice>
  );
}

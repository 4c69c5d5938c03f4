import { Notice } from './Notice.js';
import { RetryNotice } from './RetryNotice.js';

export interface FreshnessProps {
  /** What is said while there is no connection; null while there is one. */
  offline: string | null;
  /** What is said where the latest rows could not be had; null where they are there. */
  outdated: string | null;
  retryLabel: string;
  onRetry: () => void;
}

/**
 * What is said where the rows that are shown may not be the latest. It never stands in their place.
 *
 * @example <Freshness offline={isOffline ? t('offline') : null} outdated={null} retryLabel={t('retry')} onRetry={retry} />
 */
export function Freshness({ offline, outdated, retryLabel, onRetry }: FreshnessProps) {
  if (offline !== null) return <Notice tone="warning">{offline}</Notice>;
  if (outdated === null) return null;
  return (
    <RetryNotice retryLabel={retryLabel} onRetry={onRetry}>
      {outdated}
    </RetryNotice>
  );
}

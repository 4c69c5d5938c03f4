import type { FreshnessProps } from './Freshness.js';
import { Notice } from './Notice.js';
import { RetryNotice } from './RetryNotice.js';

/** What {@link Freshness} says, once there is something to say. Loaded on demand. */
export function FreshnessNotice({ offline, outdated, retryLabel, onRetry }: FreshnessProps) {
  if (offline !== null) return <Notice tone="warning">{offline}</Notice>;
  return (
    <RetryNotice retryLabel={retryLabel} onRetry={onRetry}>
      {outdated}
    </RetryNotice>
  );
}

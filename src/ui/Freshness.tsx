import { onDemand } from './onDemand.js';

const FreshnessNotice = onDemand(() => import('./FreshnessNotice.js').then((module) => module.FreshnessNotice));

/** Milliseconds, so that nothing that the rows need waits for it. */
const LATER_MS = 2_000;

/** Loads it soon. For an effect of rows: those can be out of date. */
export function preloadFreshness(): () => void {
  const timer = setTimeout(FreshnessNotice.preload, LATER_MS);
  return () => clearTimeout(timer);
}

export interface FreshnessProps {
  /** What is said while there is no connection; null while there is one. */
  offline: string | null;
  /** What is said where the latest rows could not be had; null where they are there. */
  outdated: string | null;
  retryLabel: string;
  onRetry: () => void;
}

/**
 * What is said where the rows that are shown may not be the latest. It never stands in their place. It is loaded soon after
 * the first rows: without a connection it could not be.
 *
 * @example <Freshness offline={isOffline ? t('offline') : null} outdated={null} retryLabel={t('retry')} onRetry={retry} />
 */
export function Freshness(props: FreshnessProps) {
  return props.offline === null && props.outdated === null ? null : <FreshnessNotice {...props} />;
}

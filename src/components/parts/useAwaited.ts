import { useDelayed } from '../../ui/index.js';
import type { AccountQuery } from './useAccount.js';

/** How far what waits for an account is: whether it is on its way, and what of it is to be seen meanwhile. */
export interface Awaited {
  isLoading: boolean;
  /** Once that takes longer than one would notice. */
  showsSkeleton: boolean;
  /** Until it is known who is asking, nothing comes that would go again. */
  isShown: boolean;
}

/** What a part of billing shows while its account is not there. */
export function useAwaited({ workspace, isExpected, error }: AccountQuery): Awaited {
  const isLoading = isExpected && error === null;
  const showsSkeleton = useDelayed(isLoading, 200);
  return {
    isLoading,
    showsSkeleton,
    isShown: isExpected && (workspace !== undefined || error !== null || showsSkeleton),
  };
}

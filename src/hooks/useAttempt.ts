import { useState } from 'react';

/** Something that is tried when it is asked for. */
export interface Attempt {
  /** Does it; what goes wrong is `failure` then. Does nothing while the time before is under way. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  readonly isPending: boolean;
  /** What went wrong the last time; null where nothing did. */
  readonly failure: unknown;
}

/** Tries what is asked for, one at a time, and keeps what went wrong for whoever shows it. */
export function useAttempt(): Attempt {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const attempt = async (work: () => Promise<void>) => {
    if (isPending) return;
    setPending(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    }
    setPending(false);
  };
  return { attempt, isPending, failure };
}

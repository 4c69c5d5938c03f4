/** Work that comes in pieces, done by whichever process takes them. */
export interface Poller {
  /** Begins to look for work by itself. */
  start(): void;
  /** Looks soon. Cheap, and never fails. */
  wake(): void;
  /** Does all that is due now; resolves when it is done. */
  drain(): Promise<void>;
  /** Finishes what is under way, and begins nothing more. */
  close(): Promise<void>;
}

/** What a {@link Poller} is made of. */
export interface PollerOptions {
  /** Does some of what is due. Returns whether there may be more. */
  readonly work: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between looks. */
  readonly pollMs: number;
}

/** Makes a {@link Poller}: one drain at a time, and another one after it where somebody woke it meanwhile. */
export function createPoller({ work, onError, pollMs }: PollerOptions): Poller {
  let closed = false;
  let again = false;
  let draining: Promise<void> | undefined;
  let poll: NodeJS.Timeout | undefined;

  const drainOnce = async () => {
    do {
      again = false;
      while (!closed && (await work()));
    } while (again && !closed);
  };
  const drain = (): Promise<void> => {
    if (closed) return Promise.resolve();
    again = true;
    draining ??= drainOnce().finally(() => (draining = undefined));
    return draining;
  };
  const wake = () => void drain().catch(onError);

  return {
    start: () => {
      poll ??= setInterval(wake, pollMs).unref();
      wake();
    },
    wake,
    drain,
    close: async () => {
      closed = true;
      clearInterval(poll);
      await draining?.catch(() => undefined);
    },
  };
}

/** A signal that follows the caller's, and fires by itself when time is up. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Whether it was the time, not the caller. */
  readonly expired: () => boolean;
  /** Lets go of the timer and of the caller's signal. */
  readonly stop: () => void;
}

/** Limits what `signal` controls to `ms` milliseconds. `AbortSignal.any` is too new for the browsers we serve. */
export function limitTime(signal: AbortSignal | undefined, ms: number): TimeLimit {
  const controller = new AbortController();
  const follow = () => controller.abort(signal?.reason);
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow);
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, ms);
  return {
    signal: controller.signal,
    expired: () => expired,
    stop: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', follow);
    },
  };
}

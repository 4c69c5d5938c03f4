const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** How long to wait after so many failures in a row: doubling, with jitter so that clients do not come back at once. */
export function backoff(failures: number, random: () => number = Math.random): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return most / 2 + (random() * most) / 2;
}

/** Whether the device itself says that there is no network. Unknown counts as online. */
export function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}

/** Listens for the network's coming and going, where the platform tells. Returns how to stop. */
function onNetworkChange(listener: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Waits so many milliseconds, or until the network comes or goes, or until `signal` fires. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stopListening();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    const stopListening = onNetworkChange(end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** One attempt to stay connected: its signal fires when it is given up. */
export interface Attempt {
  readonly signal: AbortSignal;
  /** Something was heard: the silence begins anew. */
  readonly heard: () => void;
  /** Gives it up, or cleans up after it. */
  readonly end: () => void;
}

/** Begins an attempt that ends with `life`, when the device goes offline, or after a silence of so many milliseconds. */
export function beginAttempt(life: AbortSignal, silenceMs: number): Attempt {
  const controller = new AbortController();
  const end = () => {
    clearTimeout(timer);
    stopListening();
    life.removeEventListener('abort', end);
    controller.abort();
  };
  let timer = setTimeout(end, silenceMs);
  const stopListening = onNetworkChange(() => isOffline() && end());
  life.addEventListener('abort', end);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(end, silenceMs);
  };
  return { signal: controller.signal, heard, end };
}

import type { GuildhallAdapter } from '../../contract/index.js';
import type { Transport } from './request.js';

/** Milliseconds until it is tried again where what a connection takes could not be loaded. */
const RETRY_MS = 5_000;

/** The adapter's `subscribe`, with what a live connection takes loaded when it is first wanted. See `createSubscribe`. */
export function subscribeLater(
  transport: Transport,
  shareAs: string | null,
): NonNullable<GuildhallAdapter['subscribe']> {
  return (target, listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let stop = () => {
      isOver = true;
      clearTimeout(timer);
    };
    const begin = async () => {
      const loaded = await import('./subscribe.js').catch(() => undefined);
      if (isOver) return;
      if (loaded) stop = loaded.createSubscribe(transport, shareAs)(target, listener);
      else timer = setTimeout(() => void begin(), RETRY_MS);
    };
    listener.onStatus?.('connecting');
    void begin();
    return () => stop();
  };
}

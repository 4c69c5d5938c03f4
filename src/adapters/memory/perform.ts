import { parseInput, routes } from '../../contract/index.js';
import type { Call, OperationName, OutputOf } from '../../contract/index.js';
import { catchUp } from './billing/time.js';
import { handlers } from './handlers.js';
import type { Session } from './session.js';

/** Waits as long as the network would, without a timer for no time. Rejects with the signal's reason, untouched. */
async function travel(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await Promise.resolve();
  signal?.throwIfAborted();
  if (ms > 0) await wait(ms, signal);
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as unknown);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Carries out one operation as a server would: wait, who is it, is the input right, may they, do it once. */
export async function perform<N extends OperationName>(
  session: Session,
  name: N,
  latencyMs: number,
  input: unknown,
  { signal, idempotencyKey }: Call = {},
): Promise<OutputOf<N>> {
  await travel(latencyMs, signal);
  catchUp(session.store);
  if (routes[name].access !== 'public') session.user();
  const parsed = parseInput(name, input);
  const answer = () => handlers[name](session, parsed);
  if (idempotencyKey === undefined || session.actor === null || routes[name].method === 'GET') return answer();
  const request = JSON.stringify([name, parsed]);
  return session.store.idempotency.once(session.actor.id, idempotencyKey, request, session.store.now(), answer);
}

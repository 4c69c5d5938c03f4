import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { StreamStatus } from '../../contract/index.js';
import type { Transport } from './request.js';
import { subscribeLater } from './subscribeLater.js';

/** A subscription to a server that never ends its stream, and what it was asked. */
function subscribeOn() {
  const asked: AbortSignal[] = [];
  const fetch: typeof globalThis.fetch = async (_url, init = {}) => {
    asked.push(init.signal as AbortSignal);
    return new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } });
  };
  const transport: Transport = { baseUrl: '/api', fetch, headers: () => ({}), timeoutMs: 1000 };
  const statuses: StreamStatus[] = [];
  const onStatus = (status: StreamStatus) => void statuses.push(status);
  const stop = subscribeLater(transport, null)({ workspaceId: 'w' }, { onEvent: () => undefined, onStatus });
  return { asked, statuses, stop };
}

// The first import is compiled, and may take its time.
beforeAll(() => import('./subscribe.js'));

describe('a subscription whose connection is loaded on demand', () => {
  it('is connecting until it is open, and ends when it is told', async () => {
    const { asked, statuses, stop } = subscribeOn();
    expect(statuses).toEqual(['connecting']);
    await vi.waitFor(() => expect(statuses.at(-1)).toBe('open'));
    stop();
    expect(asked.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('asks for nothing where it was told to end before it was loaded', async () => {
    const { asked, statuses, stop } = subscribeOn();
    stop();
    await import('./subscribe.js');
    await Promise.resolve();
    expect(asked).toEqual([]);
    expect(statuses).toEqual(['connecting']);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuildhallEvent, StreamStatus } from '../../contract/index.js';
import { createSubscribe } from './subscribe.js';

/** One connection that the adapter opened, played by the test. */
interface Played {
  readonly lastEventId: string | null;
  readonly signal: AbortSignal;
  send(text: string): void;
  event(seq: number): void;
  cut(): void;
  end(): void;
}

const event = (seq: number) => ({ topic: 'workspace', type: 'updated', workspaceId: 'w', seq });
const tick = () => vi.advanceTimersByTimeAsync(0);

function play(refuse: () => Response | undefined = () => undefined) {
  const connections: Played[] = [];
  const fetch: typeof globalThis.fetch = async (_url, init = {}) => {
    const refused = refuse();
    if (refused) return refused;
    const encoder = new TextEncoder();
    const signal = init.signal as AbortSignal;
    let controller!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (made) => void (controller = made) });
    signal.addEventListener('abort', () => controller.error(signal.reason));
    const send = (text: string) => controller.enqueue(encoder.encode(text));
    connections.push({
      lastEventId: new Headers(init.headers).get('last-event-id'),
      signal,
      send,
      event: (seq) => send(`id: at-${seq}\ndata: ${JSON.stringify(event(seq))}\n\n`),
      cut: () => controller.error(new Error('cut')),
      end: () => controller.close(),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const events: GuildhallEvent[] = [];
  const statuses: StreamStatus[] = [];
  const subscribe = createSubscribe({ baseUrl: '/api', fetch, headers: () => ({}), timeoutMs: 1000 }, null);
  const stop = subscribe(
    { workspaceId: 'w' },
    { onEvent: (one) => events.push(one), onStatus: (one) => statuses.push(one) },
  );
  return {
    connections,
    events,
    statuses,
    stop,
    numbers: () => events.flatMap((one) => ('seq' in one ? [one.seq] : [])),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a stream', () => {
  it('resumes after each of a hundred cuts, and brings each event once and in order', async () => {
    const { connections, numbers, stop } = play();
    let next = 1;
    for (let cuts = 0; cuts < 100; cuts += 1) {
      await tick();
      const connection = connections.at(-1);
      expect(connection?.lastEventId).toBe(cuts === 0 ? null : `at-${next - 1}`);
      // A server that repeats a little is no harm.
      if (next > 2) connection?.event(next - 1);
      for (let sent = 0; sent < 1 + (cuts % 3); sent += 1) connection?.event(next++);
      await tick();
      if (cuts % 2) connection?.cut();
      else connection?.end();
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(numbers()).toEqual(Array.from({ length: next - 1 }, (_, index) => index + 1));
    expect(connections).toHaveLength(101);
    stop();
  });

  it('says how it is doing', async () => {
    const { connections, statuses, stop } = play();
    await tick();
    connections[0]?.cut();
    await vi.advanceTimersByTimeAsync(500);
    expect(statuses).toEqual(['connecting', 'open', 'connecting', 'open']);
    stop();
  });

  it('puts up with pieces, comments, and events of a later version', async () => {
    const { connections, events, numbers, stop } = play();
    await tick();
    const [connection] = connections;
    connection?.send(':\n\ndata: {"topic":"future","seq":1}\n\ndata: nonsense\n\n');
    const text = `id: x\ndata: ${JSON.stringify(event(5))}\n\n`;
    for (const character of text) connection?.send(character);
    await tick();
    expect([events.length, numbers()]).toEqual([1, [5]]);
    stop();
  });

  it('begins its numbers anew after a reset', async () => {
    const { connections, numbers, stop } = play();
    await tick();
    connections[0]?.event(9);
    connections[0]?.send('data: {"topic":"stream","type":"reset"}\n\n');
    connections[0]?.event(2);
    await tick();
    expect(numbers()).toEqual([9, 2]);
    stop();
  });

  it('comes back when the server says, and not sooner', async () => {
    const { connections, stop } = play();
    await tick();
    connections[0]?.send('retry: 4000\n\n');
    connections[0]?.end();
    await vi.advanceTimersByTimeAsync(3_900);
    expect(connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(connections).toHaveLength(2);
    stop();
  });

  it('waits longer after every refusal, up to half a minute', async () => {
    let asked = 0;
    const { stop } = play(() => {
      asked += 1;
      return new Response('', { status: 500 });
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBeLessThan(9);
    const before = asked;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(asked - before).toBeGreaterThan(8);
    expect(asked - before).toBeLessThan(25);
    stop();
  });

  it('gives up a connection that has gone silent', async () => {
    const { connections, stop } = play();
    await tick();
    await vi.advanceTimersByTimeAsync(30_000);
    connections[0]?.send(':\n\n');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(16_000);
    expect(connections).toHaveLength(2);
    stop();
  });

  it('leaves nothing behind', async () => {
    const { connections, events, statuses, stop } = play();
    await tick();
    connections[0]?.event(1);
    stop();
    stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(connections).toHaveLength(1);
    expect(connections[0]?.signal.aborted).toBe(true);
    expect(events).toEqual([]);
    expect(statuses).toEqual(['connecting', 'open']);
    expect(vi.getTimerCount()).toBe(0);
  });
});

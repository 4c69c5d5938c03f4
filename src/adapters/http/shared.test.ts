import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuildhallEvent, StreamStatus } from '../../contract/index.js';
import type { ConnectionListener } from './connection.js';
import { joinConnection } from './shared.js';
import type { SharingPlatform } from './shared.js';

type Callback = (lock: null) => Promise<unknown>;
interface Request {
  callback: Callback;
  reject: (reason: unknown) => void;
  resolve: (value: unknown) => void;
}

/** Web Locks of one name, as far as they are used here: a queue, aborts, and stealing. */
function createLocks(): SharingPlatform['locks'] {
  let holder: Request | undefined;
  const queue: Request[] = [];
  const next = () => {
    holder = queue.shift();
    if (holder) void grant(holder);
  };
  const grant = async (request: Request) => {
    request.resolve(await request.callback(null));
    if (holder === request) next();
  };
  const request = (_name: string, { steal, signal }: LockOptions, callback: Callback) =>
    new Promise((resolve, reject) => {
      const asked: Request = { callback, reject, resolve };
      signal?.addEventListener('abort', () => {
        if (queue.includes(asked)) queue.splice(queue.indexOf(asked), 1);
        reject(signal.reason);
      });
      if (steal && holder) {
        holder.reject(new DOMException('stolen', 'AbortError'));
        holder = asked;
        void grant(asked);
      } else if (holder) queue.push(asked);
      else {
        holder = asked;
        void grant(asked);
      }
    });
  return { request } as unknown as SharingPlatform['locks'];
}

/** A browser with tabs, whose connections the test plays. */
function createBrowser() {
  const channels = new Set<{ onmessage: ((event: { data: unknown }) => void) | null; asleep: () => boolean }>();
  const locks = createLocks();
  const connections: { from: string | undefined; hear: ConnectionListener; closed: boolean; tab: number }[] = [];
  let tabs = 0;

  const open = () => {
    const tab = (tabs += 1);
    let asleep = false;
    const events: GuildhallEvent[] = [];
    const statuses: StreamStatus[] = [];
    const createChannel = () => {
      const self = { onmessage: null as ((event: { data: unknown }) => void) | null, asleep: () => asleep };
      channels.add(self);
      const postMessage = (data: unknown) => {
        for (const other of channels) {
          if (other !== self && !other.asleep())
            queueMicrotask(() => channels.has(other) && other.onmessage?.({ data: structuredClone(data) }));
        }
      };
      return Object.assign(self, { postMessage, close: () => channels.delete(self) }) as unknown as BroadcastChannel;
    };
    const close = joinConnection(
      { locks, createChannel },
      'name',
      (from, hear) => {
        const connection = { from, hear, closed: false, tab };
        connections.push(connection);
        return () => void (connection.closed = true);
      },
      { onEvent: (event) => events.push(event), onStatus: (status) => statuses.push(status) },
    );
    return { tab, events, statuses, close, sleep: () => (asleep = true) };
  };
  const live = () => connections.filter(({ closed }) => !closed);
  return { open, connections, live };
}

const event = (seq: number): GuildhallEvent => ({ topic: 'workspace', type: 'updated', workspaceId: 'w', seq });
const ready: GuildhallEvent = { topic: 'stream', type: 'ready', viewer: 0, workspace: { id: 'w', seq: 0 } };
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the tabs of one person', () => {
  it('share one connection, and all hear what it brings', async () => {
    const { open, connections } = createBrowser();
    const tabs = [open(), open(), open()];
    await settle();
    expect(connections).toHaveLength(1);
    connections[0]?.hear.onStatus('open');
    connections[0]?.hear.onEvent(ready, 'p0');
    connections[0]?.hear.onEvent(event(1), 'p1');
    await settle();
    for (const tab of tabs) {
      expect(tab.events).toEqual([ready, event(1)]);
      expect(tab.statuses.at(-1)).toBe('open');
    }
    for (const tab of tabs) tab.close();
  });

  it('learn on coming later how the connection does', async () => {
    const { open, connections } = createBrowser();
    const first = open();
    await settle();
    connections[0]?.hear.onStatus('open');
    connections[0]?.hear.onEvent(ready, 'p0');
    const second = open();
    await settle();
    expect([second.statuses.at(-1), second.events]).toEqual(['open', [ready]]);

    connections[0]?.hear.onEvent(event(1), 'p1');
    const third = open();
    await settle();
    expect(third.events, 'as far as the logs stand by then').toEqual([{ ...ready, workspace: { id: 'w', seq: 1 } }]);
    for (const tab of [first, second, third]) tab.close();
  });

  it('go on from where they heard when the one with the connection closes', async () => {
    const { open, connections, live } = createBrowser();
    const tabs = [open(), open()];
    await settle();
    connections[0]?.hear.onEvent(ready, 'p0');
    connections[0]?.hear.onEvent(event(1), 'p1');
    await settle();
    tabs[0]?.close();
    await settle();
    expect(live().map(({ from, tab }) => ({ from, tab }))).toEqual([{ from: 'p1', tab: tabs[1]?.tab }]);
    connections[1]?.hear.onEvent(event(2), 'p2');
    await settle();
    expect(tabs[1]?.events).toEqual([ready, event(1), event(2)]);
    expect(tabs[0]?.events).toEqual([ready, event(1)]);
    tabs[1]?.close();
    expect(live()).toEqual([]);
  });

  it('take the connection from one that has fallen asleep, and hear it no more', async () => {
    const { open, connections, live } = createBrowser();
    const tabs = [open(), open()];
    await settle();
    connections[0]?.hear.onEvent(event(1), 'p1');
    await settle();
    tabs[0]?.sleep();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(live().map(({ from, tab }) => ({ from, tab }))).toEqual([{ from: 'p1', tab: tabs[1]?.tab }]);
    for (const tab of tabs) tab.close();
    expect(live()).toEqual([]);
  });

  it('leave the connection where it is while its tab is awake', async () => {
    const { open, connections } = createBrowser();
    const tabs = [open(), open()];
    await vi.advanceTimersByTimeAsync(300_000);
    expect(connections).toHaveLength(1);
    for (const tab of tabs) tab.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

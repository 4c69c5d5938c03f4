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
  const connections: {
    from: string | undefined;
    of: readonly string[];
    hear: ConnectionListener;
    closed: boolean;
    tab: number;
  }[] = [];
  let tabs = 0;

  const open = (workspaceId: string | null = 'w') => {
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
      { name: 'name', workspaceId: workspaceId ?? undefined },
      ({ resumeFrom: from, workspaceIds: of }, hear) => {
        const connection = { from, of, hear, closed: false, tab };
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

const event = (seq: number, workspaceId = 'w'): GuildhallEvent => ({
  topic: 'workspace',
  type: 'updated',
  workspaceId,
  seq,
});
const readyOf = (id: string, seq = 0): GuildhallEvent => ({
  topic: 'stream',
  type: 'ready',
  viewer: 0,
  workspace: { id, seq },
});
const ready = readyOf('w');
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

  describe('who look at different workspaces', () => {
    it('share it too: it follows one more without letting go of the others, and each hears its own', async () => {
      const { open, connections, live } = createBrowser();
      const first = open('w');
      await settle();
      connections[0]?.hear.onStatus('open');
      connections[0]?.hear.onEvent(ready, 'p0');
      const second = open('v');
      await settle();
      expect(connections.map(({ of, from }) => ({ of, from }))).toEqual([
        { of: ['w'], from: undefined },
        { of: ['w', 'v'], from: 'p0' },
      ]);

      connections[1]?.hear.onStatus('connecting');
      connections[0]?.hear.onEvent(event(1), 'p1');
      await settle();
      expect(first.statuses, 'the one before goes on until the next stands').toEqual(['connecting', 'open']);
      connections[1]?.hear.onStatus('open');
      expect(live().map(({ of }) => of)).toEqual([['w', 'v']]);
      connections[1]?.hear.onEvent(readyOf('w', 1), 'q1');
      connections[1]?.hear.onEvent(readyOf('v', 4), 'q1');
      connections[1]?.hear.onEvent(event(5, 'v'), 'q2');
      await settle();
      expect(first.events).toEqual([ready, event(1), readyOf('w', 1)]);
      expect(second.events).toEqual([readyOf('v', 4), event(5, 'v')]);

      const third = open('v');
      await settle();
      expect([live().length, third.events]).toEqual([1, [readyOf('v', 5)]]);
      for (const tab of [first, second, third]) tab.close();
      expect(vi.getTimerCount()).toBe(0);
    });

    it('go on with all of them when the one with the connection closes, and without its own', async () => {
      const { open, connections, live } = createBrowser();
      const tabs = [open('w'), open('v'), open('x')];
      await settle();
      live()[0]?.hear.onStatus('open');
      live()[0]?.hear.onEvent(readyOf('v'), 'p0');
      await settle();
      tabs[0]?.close();
      await settle();
      expect(live()).toMatchObject([{ from: 'p0', tab: tabs[1]?.tab }]);
      expect([...(connections.at(-1)?.of ?? [])].toSorted()).toEqual(['v', 'x']);
      for (const tab of tabs) tab.close();
    });

    it('are told of a workspace that is closed to them, also when they come later', async () => {
      const { open, live } = createBrowser();
      const tabs = [open('w'), open('v')];
      await settle();
      const [connection] = live();
      const closed: GuildhallEvent = { topic: 'stream', type: 'closed', workspaceId: 'v' };
      connection?.hear.onStatus('open');
      connection?.hear.onEvent(closed, 'p0');
      connection?.hear.onEvent(ready, 'p0');
      await settle();
      const late = open('v');
      const nowhere = open(null);
      await settle();
      const toNobody = { ...ready, workspace: null };
      expect(tabs.map(({ events }) => events)).toEqual([[ready], [closed, toNobody]]);
      expect([late.events, nowhere.events]).toEqual([[closed, toNobody], [toNobody]]);
      for (const tab of [...tabs, late, nowhere]) tab.close();
    });
  });
});

import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuildhallAdapter, GuildhallEvent, Member, Workspace } from '../contract/index.js';
import { applyEvent } from './applyEvent.js';
import type { EventTarget } from './applyEvent.js';
import { createRefetch } from './createRefetch.js';
import { keys } from './keys.js';
import { hear, heardUpTo } from './positions.js';
import { upToDate } from './queryOptions.js';
import type { Pages } from './useGuildhallQuery.js';

const adapter = { id: 'test' } as GuildhallAdapter;
const workspaceId = 'w1';

const row = (id: string, changes: Partial<Member> = {}): Member => ({
  id,
  userId: `u-${id}`,
  name: `Name ${id}`,
  email: `${id}@example.com`,
  imageUrl: null,
  role: 'member',
  billingContact: false,
  joinedAt: '2026-01-01T00:00:00.000Z',
  ...changes,
});

let client: QueryClient;
const onWorkspaceLost = vi.fn<(workspaceId: string) => void>();
let target: EventTarget;
const apply = (event: GuildhallEvent) => applyEvent(target, event);
const listKey = keys.query(adapter, 'members.list', { workspaceId });
const list = () => client.getQueryData<Pages<Member>>(listKey);
const isStale = () => client.getQueryState(listKey)?.isInvalidated;

beforeEach(() => {
  client = new QueryClient();
  target = { client, adapter, refetch: createRefetch(client), onWorkspaceLost };
  onWorkspaceLost.mockReset();
  client.setQueryData<Pages<Member>>(listKey, {
    pages: [
      { items: [row('a'), row('b')], nextCursor: 'next', totalCount: 3, seq: 5 },
      { items: [row('c')], nextCursor: null, seq: 8 },
    ],
    pageParams: [undefined, 'next'],
  });
});

describe('an event about a member', () => {
  it('changes the row in place and leaves every other page as it was', () => {
    const untouched = list()?.pages[1];
    apply({ topic: 'members', type: 'updated', workspaceId, seq: 9, member: row('a', { imageUrl: '/a.png' }) });
    expect(list()?.pages[0]?.items[0]?.imageUrl).toBe('/a.png');
    expect(list()?.pages[1]).toBe(untouched);
    expect(isStale()).toBe(false);
  });

  it('changes the row of a list that waits to be asked for again, which still waits', () => {
    const { dataUpdatedAt } = client.getQueryState(listKey) ?? {};
    void client.invalidateQueries({ queryKey: listKey });
    apply({ topic: 'members', type: 'updated', workspaceId, seq: 9, member: row('a', { imageUrl: '/a.png' }) });
    apply({ topic: 'members', type: 'removed', workspaceId, seq: 10, memberId: 'b' });
    expect(list()?.pages[0]?.items).toEqual([row('a', { imageUrl: '/a.png' })]);
    expect(client.getQueryState(listKey)).toMatchObject({ isInvalidated: true, dataUpdatedAt });
  });

  it('never overwrites an answer that is newer than itself', () => {
    apply({ topic: 'members', type: 'updated', workspaceId, seq: 7, member: row('c', { billingContact: true }) });
    expect(list()?.pages[1]?.items[0]?.billingContact).toBe(false);
  });

  it('has the list asked for again where the row may now stand elsewhere', () => {
    apply({ topic: 'members', type: 'updated', workspaceId, seq: 9, member: row('a', { role: 'admin' }) });
    expect(list()?.pages[0]?.items[0]?.role).toBe('admin');
    expect(isStale()).toBe(true);
  });

  it('takes a removed row out and lowers the total', () => {
    apply({ topic: 'members', type: 'removed', workspaceId, seq: 9, memberId: 'b' });
    expect(list()?.pages.flatMap((page) => page.items.map((item) => item.id))).toEqual(['a', 'c']);
    expect(list()?.pages[0]?.totalCount).toBe(2);
  });

  it('has the list asked for again when somebody joins', () => {
    apply({ topic: 'members', type: 'added', workspaceId, seq: 9, member: row('d') });
    expect(isStale()).toBe(true);
  });
});

describe('billing', () => {
  const billing = keys.query(adapter, 'billing.get', { workspaceId });
  const isAskedFor = () => client.getQueryState(billing)?.isInvalidated;
  beforeEach(() => {
    client.setQueryData(billing, { seq: 5 });
    const own = { viewer: { userId: 'u-a' } } as Workspace;
    client.setQueryData(keys.query(adapter, 'workspaces.get', { workspaceId }), own);
  });

  it.each<[string, GuildhallEvent]>([
    ['joins', { topic: 'members', type: 'added', workspaceId, seq: 9, member: row('d') }],
    ['leaves', { topic: 'members', type: 'removed', workspaceId, seq: 9, memberId: 'b' }],
  ])('is asked for again when somebody %s', (_what, event) => {
    apply(event);
    expect(isAskedFor()).toBe(true);
  });

  it('is not asked for when somebody else has another role, such as the ownership that was just given away', () => {
    apply({ topic: 'members', type: 'updated', workspaceId, seq: 9, member: row('b', { role: 'owner' }) });
    expect(isAskedFor()).toBe(false);
  });

  it('is not asked for by somebody who may not see it from now on', () => {
    apply({ topic: 'members', type: 'updated', workspaceId, seq: 9, member: row('a', { role: 'admin' }) });
    expect(isAskedFor()).toBe(false);
    apply({ topic: 'members', type: 'updated', workspaceId, seq: 10, member: row('a', { billingContact: true }) });
    expect(isAskedFor()).toBe(true);
  });
});

it('a burst of events asks for a list twice: at once, and when it is over', async () => {
  vi.useFakeTimers();
  const invalidate = vi.spyOn(client, 'invalidateQueries');
  for (let seq = 9; seq < 109; seq += 1) {
    apply({ topic: 'invitations', type: 'changed', workspaceId, seq, invitationId: 'i' });
  }
  const asked = () =>
    invalidate.mock.calls.filter(([filters]) => filters?.queryKey?.includes('invitations.list')).length;
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked()).toBe(2);
  vi.useRealTimers();
});

it('asks again what an invitation is, in the list of those that wait and on the page of its link', () => {
  const waiting = keys.query(adapter, 'invitations.mine', {});
  const looking = keys.query(adapter, 'invitations.preview', { token: 't' });
  for (const key of [waiting, looking]) client.setQueryData(key, {});
  apply({ topic: 'viewer', type: 'invitation', seq: 4, invitationId: 'i1' });
  for (const key of [waiting, looking]) expect(client.getQueryState(key)?.isInvalidated).toBe(true);
});

describe('losing a workspace', () => {
  it.each<[string, GuildhallEvent]>([
    ['by removal', { topic: 'viewer', type: 'membership', change: 'removed', seq: 3, workspaceId }],
    ['by its deletion', { topic: 'workspace', type: 'deleted', seq: 9, workspaceId }],
    ['while away', { topic: 'stream', type: 'closed', workspaceId }],
  ])('%s forgets what it held and tells the host', (_how, event) => {
    apply(event);
    expect(list()).toBeUndefined();
    expect(onWorkspaceLost).toHaveBeenCalledExactlyOnceWith(workspaceId);
  });

  it('takes it out of the lists of workspaces before the host is told, which looks there for another', () => {
    const key = keys.query(adapter, 'workspaces.list', {});
    const items = [{ id: 'home' }, { id: workspaceId }] as Workspace[];
    client.setQueryData<Pages<Workspace>>(key, {
      pages: [{ items, nextCursor: null, totalCount: 2, seq: 1 }],
      pageParams: [undefined],
    });
    let seen: Pages<Workspace> | undefined;
    onWorkspaceLost.mockImplementation(() => void (seen = client.getQueryData(key)));
    apply({ topic: 'viewer', type: 'membership', change: 'removed', seq: 3, workspaceId });
    expect(seen?.pages[0]).toMatchObject({ items: [{ id: 'home' }], totalCount: 1 });
  });
});

describe('the beginning of a stream', () => {
  const begin = (seq: number) =>
    apply({ topic: 'stream', type: 'ready', viewer: 3, workspace: { id: workspaceId, seq } });

  it('has what was answered before it asked for again', () => {
    begin(6);
    expect(isStale()).toBe(true);
    expect(heardUpTo(client, adapter.id, workspaceId)).toBe(6);
  });

  it('leaves what is up to date as it is', () => {
    begin(5);
    expect(isStale()).toBe(false);
  });
});

it('a reset has everything asked for again', () => {
  apply({ topic: 'stream', type: 'reset' });
  expect(isStale()).toBe(true);
});

describe('an answer that events have overtaken', () => {
  it('is asked for again until it has caught up', async () => {
    hear(client, adapter.id, workspaceId, 7);
    const ask = vi
      .fn<() => Promise<{ seq: number }>>()
      .mockResolvedValueOnce({ seq: 6 })
      .mockResolvedValueOnce({ seq: 7 });
    await expect(upToDate(client, adapter, workspaceId, ask)).resolves.toEqual({ seq: 7 });
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is shown as it is when it does not catch up', async () => {
    hear(client, adapter.id, workspaceId, 7);
    const ask = vi.fn<() => Promise<{ seq: number }>>().mockResolvedValue({ seq: 1 });
    await expect(upToDate(client, adapter, workspaceId, ask)).resolves.toEqual({ seq: 1 });
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('is measured by its own log', () => {
    hear(client, adapter.id, workspaceId, 7);
    hear(client, adapter.id, null, 2);
    expect(heardUpTo(client, adapter.id, workspaceId)).toBe(7);
    expect(heardUpTo(client, adapter.id, null)).toBe(2);
    expect(heardUpTo(client, 'another', workspaceId)).toBe(0);
  });
});

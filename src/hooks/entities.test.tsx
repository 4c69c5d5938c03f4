import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { holding } from '../../stories/support/holding.js';
import { createMemoryBackend } from '../adapters/memory/index.js';
import { GuildhallError } from '../contract/index.js';
import type { GuildhallAdapter, GuildhallEvent } from '../contract/index.js';
import { GuildhallProvider } from '../provider/GuildhallProvider.js';
import { useEntities } from './useEntities.js';
import { useEntity } from './useEntity.js';
import { useEntityCounts } from './useEntityCounts.js';
import { useLiveEntities } from './useLiveEntities.js';
import type { LiveEntityChange } from './useLiveEntities.js';
import { useSetSharing } from './useSetSharing.js';

function see<T>(adapter: GuildhallAdapter, hook: () => T) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <GuildhallProvider adapter={adapter} workspaceId="northwind">
      {children}
    </GuildhallProvider>
  );
  return renderHook(hook, { wrapper }).result;
}

const SETTING = { workspaceId: 'northwind', kind: 'chat', entityId: 'numbers', sharing: 'public' } as const;
const chat = { kind: 'chat', id: 'numbers', workspaceIds: ['northwind'], creatorId: 'daniel' } as const;

/** A backend whose answer to a change of sharing waits until it is told what it is. */
function hesitating() {
  const backend = createMemoryBackend(holding());
  const adapter = backend.as('amara');
  let refuse: () => void = () => expect.fail('Nothing was asked.');
  const setSharing = () =>
    new Promise<never>((_resolve, reject) => {
      refuse = () => reject(new GuildhallError('forbidden', { details: { reason: 'not_creator' } }));
    });
  const entities = adapter.entities && { ...adapter.entities, setSharing };
  return { backend, adapter: { ...adapter, ...(entities && { entities }) }, refuse: () => refuse() };
}

describe('a change of sharing that is refused', () => {
  it('shows at once, keeps what has come meanwhile, and goes back', async () => {
    const { backend, adapter, refuse } = hesitating();
    const seen = see(adapter, () => ({
      list: useEntities({ kind: 'chat' }),
      one: useEntity('chat', 'numbers'),
      change: useSetSharing(),
    }));
    const row = () => seen.current.list.data?.pages.flatMap((page) => page.items).find(({ id }) => id === 'numbers');
    await waitFor(() => expect(row()?.sharing).toBe('private'));
    act(() => seen.current.change.mutate(SETTING));
    await waitFor(() => expect(row()?.sharing).toBe('public'));
    await act(() => backend.entities.put({ ...chat, title: 'Monthly numbers', sharing: 'private' }));
    await waitFor(() => expect(row()?.title).toBe('Monthly numbers'));
    expect(row()?.sharing).toBe('public');
    act(() => refuse());
    await waitFor(() => expect(row()).toMatchObject({ title: 'Monthly numbers', sharing: 'private' }));
    await waitFor(() =>
      expect(seen.current.one.data?.entity).toMatchObject({ title: 'Monthly numbers', sharing: 'private' }),
    );
  });
});

describe('how much there is', () => {
  it('follows what others make and delete', async () => {
    const backend = createMemoryBackend(holding());
    const seen = see(backend.as('tomas'), () => useEntityCounts());
    const chats = () => seen.current.data?.counts.find(({ kind }) => kind === 'chat')?.count;
    await waitFor(() => expect(chats()).toBe(12));
    await act(() => backend.entities.put({ ...chat, id: 'more', title: 'More' }));
    await waitFor(() => expect(chats()).toBe(13));
    await act(() => backend.entities.remove('chat', 'more'));
    await waitFor(() => expect(chats()).toBe(12));
  });
});

describe('a list of the host’s own', () => {
  it('is told each change of its kinds, once, and to begin anew when the connection begins', async () => {
    const backend = createMemoryBackend(holding());
    const told: (LiveEntityChange | string | null)[] = [];
    const onChange = vi.fn<(change: LiveEntityChange) => void>((change) => void told.push(change));
    see(backend.as('tomas'), () => {
      useLiveEntities({ kinds: ['chat'], onChange, onReset: (kind) => void told.push(kind) });
    });
    await waitFor(() => expect(told).toEqual([null]));
    await act(() => backend.entities.put({ ...chat, title: 'Monthly numbers' }));
    await act(() => backend.entities.put({ kind: 'prompt', id: 'p', workspaceIds: ['northwind'] }));
    await act(() => backend.entities.remove('chat', 'numbers'));
    await waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
    expect(told.slice(1)).toEqual([
      expect.objectContaining({ type: 'changed', kind: 'chat', entityId: 'numbers' }),
      { type: 'removed', kind: 'chat', entityId: 'numbers' },
    ]);
  });

  it('is asked for again where changes cannot be told one by one: a kind where much of it changed, all after a reset', async () => {
    const adapter = createMemoryBackend(holding()).as('tomas');
    let tell: (event: GuildhallEvent) => void = () => expect.fail('Nobody listens.');
    const subscribe: GuildhallAdapter['subscribe'] = (target, listener) => {
      tell = listener.onEvent;
      return adapter.subscribe?.(target, listener) ?? (() => {});
    };
    const onReset = vi.fn<(kind: string | null) => void>();
    see({ ...adapter, subscribe }, () =>
      useLiveEntities({ kinds: ['chat'], onChange: () => expect.fail('Nothing changed.'), onReset }),
    );
    await waitFor(() => expect(onReset.mock.calls).toEqual([[null]]));
    const bulk = { topic: 'entities', type: 'bulk', workspaceId: 'northwind' } as const;
    act(() => tell({ ...bulk, kind: 'chat', seq: 1001 }));
    act(() => tell({ ...bulk, kind: 'prompt', seq: 1002 }));
    act(() => tell({ ...bulk, workspaceId: 'elsewhere', kind: 'chat', seq: 7 }));
    act(() => tell({ topic: 'stream', type: 'reset' }));
    expect(onReset.mock.calls).toEqual([[null], ['chat'], [null]]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { GuildhallError } from '../../contract/index.js';
import * as contract from '../../contract/text.js';
import { failOn } from '../../testing/failOn.js';
import { makeWorld } from '../../testing/makeWorld.js';
import { createMemoryAdapter, createMemoryBackend } from './index.js';

const DAY = 86_400_000;
const big = { workspaceId: 'big' };

describe('createMemoryAdapter', () => {
  it('needs nothing to show a small company, where time runs on', async () => {
    const adapter = createMemoryAdapter();
    const { items } = await adapter.workspaces.list({});
    expect(items.map(({ name }) => name)).toEqual(["Maya's workspace", 'Studio Kite', 'Tidewater Co-op']);
    const made = await adapter.workspaces.create?.({ name: 'New' });
    expect(Math.abs(Date.now() - Date.parse(made?.createdAt ?? ''))).toBeLessThan(5_000);
    expect((await adapter.invitations?.mine?.({}))?.items).toMatchObject([{ workspace: { name: 'Atlas Research' } }]);
  });

  it('is the first user of a world, or whom it is told, or nobody', async () => {
    const world = makeWorld({ members: 3 });
    expect((await createMemoryAdapter({ world }).workspaces.get(big)).viewer.memberId).toBe('big.user-1');
    expect((await createMemoryAdapter({ world, viewerId: 'user-2' }).workspaces.get(big)).viewer.memberId).toBe(
      'big.user-2',
    );
    await expect(createMemoryAdapter({ world, viewerId: null }).workspaces.get(big)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(() => createMemoryAdapter({ world, viewerId: 'ghost' })).toThrow('no user ghost');
  });

  it('waits as long as it is told, by operation, and no longer than the signal', async () => {
    vi.useFakeTimers();
    try {
      const world = makeWorld({ members: 3 });
      const latency = (operation: string) => (operation === 'members.list' ? 300 : 0);
      const adapter = createMemoryAdapter({ world, latency });
      const answered = vi.fn<() => void>();
      void adapter.members.list(big).then(answered);
      await vi.advanceTimersByTimeAsync(299);
      expect(answered).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(answered).toHaveBeenCalledOnce();
      const controller = new AbortController();
      const pending = adapter.members.list(big, { signal: controller.signal });
      const away = new Error('the person went elsewhere');
      setTimeout(() => controller.abort(away), 100);
      const settled = Promise.allSettled([pending]);
      await vi.advanceTimersByTimeAsync(100);
      expect(await settled).toEqual([{ status: 'rejected', reason: away }]);
      expect(vi.getTimerCount(), 'nothing is left waiting').toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says what is wrong with a world that contradicts itself', () => {
    const world = makeWorld({ members: 2 });
    const withMembers = (...userIds: string[]) => ({
      ...world,
      workspaces: [{ id: 'w', name: 'W', members: userIds.map((userId) => ({ userId, role: 'admin' as const })) }],
    });
    expect(() => createMemoryBackend(withMembers('ghost'))).toThrow('no user ghost');
    expect(() => createMemoryBackend(withMembers('user-1'))).toThrow('has no owner');
    expect(() => createMemoryBackend(withMembers('user-1', 'user-1'))).toThrow('twice');
  });
});

describe('a memory backend', () => {
  it('forgets an idempotency key after a day', async () => {
    const backend = createMemoryBackend(makeWorld({ members: 1 }));
    const make = () => backend.as('user-1').workspaces.create?.({ name: 'New' }, { idempotencyKey: 'k' });
    const first = await make();
    backend.advance(DAY - 1);
    expect(await make()).toEqual(first);
    backend.advance(1);
    expect((await make())?.id).not.toBe(first?.id);
  });

  it('goes on telling others when a listener throws', async () => {
    const uncaught = vi.fn<(error: Error) => void>();
    process.once('uncaughtException', uncaught);
    const before = process.listeners('uncaughtException').filter((listener) => listener !== uncaught);
    for (const listener of before) process.off('uncaughtException', listener);
    const backend = createMemoryBackend(makeWorld({ members: 2 }));
    const heard: string[] = [];
    backend.as('user-1').subscribe?.(big, {
      onEvent({ topic }) {
        heard.push(topic);
        if (topic === 'stream') throw new Error("the app's bug");
      },
    });
    await vi.waitFor(() => expect(uncaught).toHaveBeenCalledOnce());
    for (const listener of before) process.on('uncaughtException', listener);
    await backend.as('user-1').workspaces.update?.({ ...big, name: 'Other' });
    await vi.waitFor(() => expect(heard).toEqual(['stream', 'workspace', 'activity']));
    backend.dispose();
  });

  it('prepares the keys of a search once, not at each key pressed', async () => {
    const prepare = vi.spyOn(contract, 'toSearchKey');
    const backend = createMemoryBackend(makeWorld({ members: 10_000 }));
    const adapter = backend.as('user-1');
    expect(prepare.mock.calls.length).toBeGreaterThanOrEqual(10_000);
    await adapter.members.list({ ...big, sort: 'name' });
    prepare.mockClear();
    for (const search of ['a', 'an', 'ang', 'ange']) await adapter.members.list({ ...big, sort: 'name', search });
    expect(prepare.mock.calls.length, 'once for what is sought').toBeLessThanOrEqual(4);
    prepare.mockRestore();
  });
});

describe('failOn', () => {
  it('fails one operation so many times, and leaves all else as it was', async () => {
    const backend = createMemoryBackend(makeWorld({ members: 3 }));
    const adapter = backend.as('user-1');
    const error = new GuildhallError('unavailable', { details: { reason: 'timeout' } });
    const failing = failOn(adapter, 'members.remove', error, { times: 2 });
    const remove = () => failing.members.remove?.({ ...big, memberIds: ['big.user-2'] });
    await expect(remove()).rejects.toBe(error);
    await expect(remove()).rejects.toBe(error);
    expect((await failing.members.list(big)).items).toHaveLength(3);
    expect(await remove()).toMatchObject({ outcomes: [{ status: 'removed' }] });
    expect(failing.id).toBe(adapter.id);
  });

  it('fails for good unless told otherwise, and says when there is nothing to fail', async () => {
    const adapter = createMemoryAdapter({ omit: ['activity.list'] });
    const failing = failOn(adapter, 'workspaces.list');
    for (let time = 0; time < 3; time += 1) {
      await expect(failing.workspaces.list({})).rejects.toMatchObject({
        code: 'unavailable',
        details: { reason: 'network' },
      });
    }
    expect(() => failOn(adapter, 'activity.list')).toThrow('no activity.list');
  });
});

describe('makeWorld', () => {
  it('makes the same world of the same options, and another of another seed', () => {
    const options = { members: 200, invitations: 20, otherWorkspaces: 5 };
    expect(makeWorld(options)).toEqual(makeWorld(options));
    expect(makeWorld({ ...options, seed: 2 })).not.toEqual(makeWorld(options));
    const { users, workspaces } = makeWorld(options);
    expect([users.length, workspaces.length, workspaces[0]?.invitations?.length]).toEqual([200, 6, 20]);
  });

  it('is peopled as the world is: accents, right to left, Han, long and short names', () => {
    const names = makeWorld({ members: 500 }).users.map(({ name }) => name);
    for (const script of [
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
      /\p{Script=Han}/u,
      /\p{Script=Hangul}/u,
      /\p{Script=Devanagari}/u,
      /[éøłß]/u,
      /.{30}/u,
      /^.{1,4}$/u,
    ]) {
      expect(
        names.some((name) => script.test(name)),
        String(script),
      ).toBe(true);
    }
  });
});

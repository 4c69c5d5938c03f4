import { describe, expect, it } from 'vitest';
import type { World, WorldEntity, WorldEntityKind } from '../../../testing/world.js';
import { createMemoryBackend } from '../index.js';

const kinds: WorldEntityKind[] = [
  { kind: 'chat' },
  { kind: 'message', parent: 'chat' },
  { kind: 'reaction', parent: 'message' },
  { kind: 'assistant', isJoined: true },
];

function worldOf(entities: readonly WorldEntity[], entityKinds: readonly WorldEntityKind[] = kinds): World {
  const member = { userId: 'ada', role: 'owner' } as const;
  return {
    now: '2026-03-02T09:00:00.000Z',
    users: [{ id: 'ada', email: 'ada@kite.example', name: 'Ada' }],
    workspaces: ['kite', 'moon'].map((id) => ({ id, name: id, members: [member] })),
    entityKinds,
    entities,
  };
}

const chat: WorldEntity = { kind: 'chat', id: 'c', workspaceIds: ['kite'] };

describe('a world with entities', () => {
  it.each<[string, readonly WorldEntity[]]>([
    ['has no kind poem', [{ kind: 'poem', id: 'p' }]],
    ['allows 1', [{ ...chat, workspaceIds: ['kite', 'moon'] }]],
    ['lacks its parent', [{ kind: 'message', id: 'm' }]],
    ['has a parent', [{ ...chat, parentId: 'x' }]],
    ['allows 0', [{ kind: 'message', id: 'm', parentId: 'c', workspaceIds: ['kite'] }]],
  ])('says what contradicts its kind: %s', (problem, entities) => {
    expect(() => createMemoryBackend(worldOf(entities))).toThrow(problem);
  });

  it('says which kind follows nothing, or itself', () => {
    expect(() => createMemoryBackend(worldOf([], [{ kind: 'message', parent: 'chat' }]))).toThrow('no kind of it');
    const circle = [
      { kind: 'a', parent: 'b' },
      { kind: 'b', parent: 'a' },
    ];
    expect(() => createMemoryBackend(worldOf([], circle))).toThrow('follows itself');
  });

  it('holds nothing where the host registers nothing', async () => {
    const { entities } = createMemoryBackend(worldOf([], [])).as('ada');
    expect(await entities?.counts({ workspaceId: 'kite' })).toEqual({ counts: [], seq: 0 });
    const unknown = { code: 'validation', details: { fields: [{ path: 'kind' }] } };
    await expect(entities?.list({ workspaceId: 'kite', kind: 'chat' })).rejects.toMatchObject(unknown);
    await expect(entities?.get?.({ kind: 'chat', entityId: 'c' })).rejects.toMatchObject(unknown);
  });

  it('is not searched by an adapter that does not search', async () => {
    const { entities } = createMemoryBackend(worldOf([chat]), { supports: { search: false } }).as('ada');
    const ask = { workspaceId: 'kite', kind: 'chat' };
    await expect(entities?.list({ ...ask, search: 'a' })).rejects.toMatchObject({ code: 'unsupported' });
    expect((await entities?.list(ask))?.items).toHaveLength(1);
  });
});

describe("a backend's entities", () => {
  it('are dated now, and become their defaults where a later write leaves something out', async () => {
    const backend = createMemoryBackend(worldOf([chat]));
    const get = async () => (await backend.as('ada').entities?.get?.({ kind: 'chat', entityId: 'c' }))?.entity;
    backend.advance(1_000);
    backend.entities.put({ ...chat, title: 'Plan', creatorId: 'ada', sharing: 'public', icon: '🪁' });
    expect(await get()).toMatchObject({ title: 'Plan', sharing: 'public', icon: '🪁', creator: { userId: 'ada' } });
    expect((await get())?.updatedAt).toBe('2026-03-02T09:00:01.000Z');
    backend.entities.put(chat);
    expect(await get()).toMatchObject({ title: '', sharing: 'private', icon: null, creator: null });
  });

  it('go with what they are below, to the last generation', async () => {
    const message: WorldEntity = { kind: 'message', id: 'm', parentId: 'c' };
    const reaction: WorldEntity = { kind: 'reaction', id: 'r', parentId: 'm' };
    const backend = createMemoryBackend(worldOf([chat, message, reaction]));
    const port = backend.as('ada').entities;
    expect((await port?.get?.({ kind: 'reaction', entityId: 'r' }))?.workspaceId).toBe('kite');
    backend.entities.remove('chat', 'c');
    backend.entities.remove('chat', 'c');
    backend.entities.put(chat);
    const below = await port?.list({ workspaceId: 'kite', kind: 'message', parentId: 'c' });
    expect(below?.items).toEqual([]);
    await expect(port?.get?.({ kind: 'reaction', entityId: 'r' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are opened in the first of their workspaces by name', async () => {
    const assistant: WorldEntity = { kind: 'assistant', id: 'a', workspaceIds: ['moon', 'kite', 'moon', 'gone'] };
    const { entities } = createMemoryBackend(worldOf([assistant])).as('ada');
    expect((await entities?.get?.({ kind: 'assistant', entityId: 'a' }))?.workspaceId).toBe('kite');
  });
});

import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { createMemoryBackend } from '../adapters/memory/index.js';
import { GuildhallError } from '../contract/index.js';
import type { Call, GuildhallAdapter } from '../contract/index.js';
import { GuildhallProvider } from '../provider/GuildhallProvider.js';
import type { GuildhallProviderProps } from '../provider/GuildhallProvider.js';
import type { World } from '../testing/world.js';
import { useInvitations } from './useInvitations.js';
import { useLeaveWorkspace } from './useLeaveWorkspace.js';
import { useMembers } from './useMembers.js';
import { useMyInvitations } from './useMyInvitations.js';
import { usePermission } from './usePermission.js';
import { useRemoveMembers } from './useRemoveMembers.js';
import { useUpdateMember } from './useUpdateMember.js';
import { useUpdateWorkspace } from './useUpdateWorkspace.js';
import { useWorkspace } from './useWorkspace.js';
import { useWorkspaces } from './useWorkspaces.js';

const world: World = {
  now: '2026-11-26T12:00:00.000Z',
  users: ['ada', 'grace', 'mary', 'lin'].map((id) => ({ id, name: id, email: `${id}@example.com` })),
  workspaces: [
    {
      id: 'w1',
      name: 'Northwind',
      members: [
        { userId: 'ada', role: 'owner', id: 'm-ada' },
        { userId: 'grace', role: 'admin', id: 'm-grace' },
        { userId: 'mary', role: 'member', id: 'm-mary' },
      ],
    },
  ],
};

type Options = Omit<GuildhallProviderProps, 'adapter' | 'children'>;

function see<T>(adapter: GuildhallAdapter, hook: () => T, options: Options = {}) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <GuildhallProvider adapter={adapter} workspaceId="w1" {...options}>
      {children}
    </GuildhallProvider>
  );
  return renderHook(hook, { wrapper }).result;
}

const rolesIn = (members: ReturnType<typeof useMembers>) =>
  Object.fromEntries(members.data?.pages.flatMap((page) => page.items.map((row) => [row.userId, row.role])) ?? []);

describe('what one person changes', () => {
  it('is on the screen of the other without asking', async () => {
    const backend = createMemoryBackend(world);
    const ada = see(backend.as('ada'), () => ({ members: useMembers(), update: useUpdateMember() }));
    const mary = see(backend.as('mary'), () => ({ members: useMembers(), mayInvite: usePermission('members:invite') }));
    await waitFor(() => expect(rolesIn(mary.current.members)).toMatchObject({ mary: 'member' }));

    await act(() => ada.current.update.mutateAsync({ workspaceId: 'w1', memberId: 'm-mary', role: 'admin' }));

    await waitFor(() => expect(rolesIn(mary.current.members)).toMatchObject({ mary: 'admin' }));
    await waitFor(() => expect(mary.current.mayInvite).toBe(true));
  });

  it('tells the one who was removed, and takes the workspace away', async () => {
    const backend = createMemoryBackend(world);
    const onWorkspaceLost = vi.fn<(workspaceId: string) => void>();
    const mary = see(backend.as('mary'), () => ({ one: useWorkspace(), all: useWorkspaces() }), { onWorkspaceLost });
    await waitFor(() => expect(mary.current.one.data?.name).toBe('Northwind'));

    await backend.as('grace').members.remove?.({ workspaceId: 'w1', memberIds: ['m-mary'] });

    await waitFor(() => expect(onWorkspaceLost).toHaveBeenCalledWith('w1'));
    await waitFor(() => expect(mary.current.one.error).toMatchObject({ code: 'not_found' }));
    await waitFor(() => expect(mary.current.all.data?.pages[0]?.items).toEqual([]));
  });

  it('brings an invitation to whom it is for', async () => {
    const backend = createMemoryBackend(world);
    const lin = see(backend.as('lin'), () => useMyInvitations(), { workspaceId: undefined });
    await waitFor(() => expect(lin.current.data?.pages[0]?.items).toEqual([]));

    await backend
      .as('ada')
      .invitations?.create({ workspaceId: 'w1', invitations: [{ email: 'lin@example.com', role: 'member' }] });

    await waitFor(() => expect(lin.current.data?.pages[0]?.items[0]?.workspace.name).toBe('Northwind'));
  });
});

describe('a change that the server refuses', () => {
  const refusal = new GuildhallError('conflict', { details: { reason: 'last_owner' } });

  /** An adapter whose one operation stays unanswered until it is told to refuse. */
  function undecided(group: 'members' | 'workspaces', method: string) {
    const adapter = createMemoryBackend(world).as('ada');
    let refuse: () => void = () => undefined;
    const operation = () => new Promise<never>((_resolve, reject) => (refuse = () => reject(refusal)));
    return { adapter: { ...adapter, [group]: { ...adapter[group], [method]: operation } }, refuse: () => refuse() };
  }

  it('of a role shows at once, is set back, and is reported', async () => {
    const { adapter, refuse } = undecided('members', 'update');
    const onError = vi.fn<(error: unknown) => void>();
    const ada = see(adapter, () => ({ members: useMembers(), update: useUpdateMember() }), { onError });
    await waitFor(() => expect(rolesIn(ada.current.members)).toMatchObject({ grace: 'admin' }));

    act(() => ada.current.update.mutate({ workspaceId: 'w1', memberId: 'm-grace', role: 'member' }));
    await waitFor(() => expect(rolesIn(ada.current.members)).toMatchObject({ grace: 'member' }));

    act(refuse);
    await waitFor(() => expect(rolesIn(ada.current.members)).toMatchObject({ grace: 'admin' }));
    expect(ada.current.update.error).toBe(refusal);
    expect(onError).toHaveBeenCalledExactlyOnceWith(refusal);
  });

  it('of a removal takes the row out at once and brings it back', async () => {
    const { adapter, refuse } = undecided('members', 'remove');
    const ada = see(adapter, () => ({ members: useMembers(), remove: useRemoveMembers() }));
    await waitFor(() => expect(rolesIn(ada.current.members)).toHaveProperty('mary'));

    act(() => ada.current.remove.mutate({ workspaceId: 'w1', memberIds: ['m-mary'] }));
    await waitFor(() => expect(rolesIn(ada.current.members)).not.toHaveProperty('mary'));

    act(refuse);
    await waitFor(() => expect(rolesIn(ada.current.members)).toHaveProperty('mary'));
  });

  it('of a name shows at once and brings the old one back', async () => {
    const { adapter, refuse } = undecided('workspaces', 'update');
    const ada = see(adapter, () => ({ workspace: useWorkspace(), update: useUpdateWorkspace() }));
    await waitFor(() => expect(ada.current.workspace.data?.name).toBe('Northwind'));

    act(() => ada.current.update.mutate({ workspaceId: 'w1', name: 'Southwind' }));
    await waitFor(() => expect(ada.current.workspace.data?.name).toBe('Southwind'));

    act(refuse);
    await waitFor(() => expect(ada.current.workspace.data?.name).toBe('Northwind'));
  });
});

describe('the cache', () => {
  it('is the host’s own where it is given, and its defaults stay as they were', async () => {
    const queryClient = new QueryClient();
    const defaults = structuredClone(queryClient.getDefaultOptions());
    const ada = see(createMemoryBackend(world).as('ada'), () => useWorkspace(), { queryClient });
    await waitFor(() => expect(ada.current.data?.name).toBe('Northwind'));
    expect(queryClient.getQueryCache().getAll().length).toBeGreaterThan(0);
    expect(queryClient.getDefaultOptions()).toEqual(defaults);
  });

  it('is never asked for invitations by somebody who may not invite', async () => {
    const backend = createMemoryBackend(world);
    const mary = see(backend.as('mary'), () => ({ workspace: useWorkspace(), invitations: useInvitations() }));
    await waitFor(() => expect(mary.current.workspace.data).toBeDefined());
    expect(mary.current.invitations.fetchStatus).toBe('idle');
  });
});

it('a component outside of the provider is told what it lacks', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => renderHook(() => useWorkspaces())).toThrow('needs a <GuildhallProvider adapter={…}> above it');
  said.mockClear();
});

describe('a workspace that is not theirs any more', () => {
  /** Somebody's adapter, and the reads of the workspace that it was asked for. */
  function watched(adapter: GuildhallAdapter) {
    const asked: string[] = [];
    const noting =
      <I, O>(name: string, ask: (input: I, call?: Call) => Promise<O>) =>
      (input: I, call?: Call) => {
        asked.push(name);
        return ask(input, call);
      };
    const { workspaces, members } = adapter;
    const noted: GuildhallAdapter = {
      ...adapter,
      workspaces: { ...workspaces, get: noting('get', workspaces.get) },
      members: { ...members, list: noting('list', members.list) },
    };
    return { noted, asked };
  }
  const useAll = () => ({ workspace: useWorkspace(), members: useMembers(), leave: useLeaveWorkspace() });

  it('is known from the event, so that nothing is asked for in vain, and comes back with a new membership', async () => {
    const backend = createMemoryBackend(world);
    const { noted, asked } = watched(backend.as('mary'));
    const mary = see(noted, useAll);
    await waitFor(() => expect(rolesIn(mary.current.members)).toMatchObject({ mary: 'member' }));
    const before = asked.length;

    const ada = backend.as('ada');
    await act(() => ada.members.remove?.({ workspaceId: 'w1', memberIds: ['m-mary'] }));
    for (const part of ['workspace', 'members'] as const) {
      await waitFor(() => expect(mary.current[part].error).toMatchObject({ code: 'not_found' }));
    }
    expect(mary.current.members.data).toBeUndefined();
    expect(asked).toHaveLength(before);

    await act(async () => {
      await ada.invitations?.create?.({
        workspaceId: 'w1',
        invitations: [{ email: 'mary@example.com', role: 'admin' }],
      });
      const mine = await backend.as('mary').invitations?.mine?.({});
      await backend.as('mary').invitations?.accept?.({ invitationId: mine?.items[0]?.id ?? '' });
    });
    await waitFor(() => expect(rolesIn(mary.current.members)).toMatchObject({ mary: 'admin' }));
  });

  it('is known from leaving it, also where nothing is live', async () => {
    const { subscribe: _live, ...silent } = createMemoryBackend(world).as('mary');
    const { noted, asked } = watched(silent);
    const mary = see(noted, useAll);
    await waitFor(() => expect(rolesIn(mary.current.members)).toMatchObject({ mary: 'member' }));
    const before = asked.length;
    await act(() => mary.current.leave.mutateAsync({ workspaceId: 'w1' }));
    await waitFor(() => expect(mary.current.workspace.error).toMatchObject({ code: 'not_found' }));
    expect(asked).toHaveLength(before);
  });
});

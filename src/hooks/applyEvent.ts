import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { permissionsOf } from '../contract/index.js';
import type { GuildhallAdapter, GuildhallEvent, Member, Workspace } from '../contract/index.js';
import { cachedMember, dropMembers, forgetWorkspace, patchMember, recallWorkspace } from './cache.js';
import { keys } from './keys.js';
import { hear } from './positions.js';
import { toEntities } from './toEntities.js';

/** What an event is applied to. */
export interface EventTarget {
  readonly client: QueryClient;
  readonly adapter: GuildhallAdapter;
  /** Has what is under a key asked for again; see `createRefetch`. */
  readonly refetch: (queryKey: QueryKey) => void;
  /** Told when a workspace is not the viewer's any more. */
  readonly onWorkspaceLost: (workspaceId: string) => void;
}

/** Brings the cache in step with one event: a row in place where that is enough, else asked for again. */
export function applyEvent(target: EventTarget, event: GuildhallEvent): void {
  const { client, adapter, refetch } = target;

  switch (event.topic) {
    case 'stream':
      if (event.type === 'reset') refetch(keys.all(adapter));
      if (event.type === 'closed') loseWorkspace(target, event.workspaceId);
      if (event.type === 'ready') catchUp(target, event);
      return;
    case 'viewer':
      hear(client, adapter.id, null, event.seq);
      return applyOwnEvent(target, event);
    case 'workspace':
      hear(client, adapter.id, event.workspaceId, event.seq);
      if (event.type === 'deleted') return loseWorkspace(target, event.workspaceId);
      return refetchWorkspace(target, event.workspaceId);
    case 'members':
      hear(client, adapter.id, event.workspaceId, event.seq);
      applyMemberEvent(target, event);
      if (concernsBilling(target, event)) refetch(keys.within(adapter, 'billing.get', event.workspaceId));
      return refetchWorkspace(target, event.workspaceId);
    case 'billing':
      hear(client, adapter.id, event.workspaceId, event.seq);
      refetch(keys.within(adapter, 'billing.get', event.workspaceId));
      return refetch(keys.within(adapter, 'billing.invoices', event.workspaceId));
    case 'entities':
      hear(client, adapter.id, event.workspaceId, event.seq);
      return toEntities(target, event.workspaceId, ({ applyEntityEvent }) => applyEntityEvent(target, event));
    case 'invitations':
      hear(client, adapter.id, event.workspaceId, event.seq);
      refetch(keys.within(adapter, 'billing.get', event.workspaceId));
      return refetch(keys.within(adapter, 'invitations.list', event.workspaceId));
    case 'activity':
      hear(client, adapter.id, event.workspaceId, event.seq);
      return refetch(keys.within(adapter, 'activity.list', event.workspaceId));
  }
}

/** Asks again for what was answered before the stream began to listen, and is older than the logs by now. */
function catchUp(target: EventTarget, { viewer, workspace }: Extract<GuildhallEvent, { type: 'ready' }>): void {
  const { client, adapter } = target;
  // Answers about one entity do not say how old they are.
  if (workspace) void client.invalidateQueries({ queryKey: keys.own(adapter, 'entities.get') });
  const heads = [{ id: null, seq: viewer }, ...(workspace ? [workspace] : [])];
  for (const { id, seq } of heads) {
    hear(client, adapter.id, id, seq);
    void client.invalidateQueries({
      queryKey: keys.all(adapter),
      predicate: ({ queryKey, state }) => queryKey[3] === id && positionOf(state.data) < seq,
    });
  }
}

/** The log's position that a cached answer reflects; of a list, that of its oldest page. */
function positionOf(data: unknown): number {
  const { seq, pages } = (data ?? {}) as { seq?: number; pages?: readonly { seq: number }[] };
  return seq ?? Math.min(...(pages ?? []).map((page) => page.seq));
}

function applyOwnEvent(target: EventTarget, event: Extract<GuildhallEvent, { topic: 'viewer' }>): void {
  if (event.type === 'invitation') {
    target.refetch(keys.own(target.adapter, 'invitations.mine'));
    // Somebody may be looking at this very invitation.
    return target.refetch(keys.own(target.adapter, 'invitations.preview'));
  }
  if (event.change === 'removed') return loseWorkspace(target, event.workspaceId);
  if (event.change === 'added') recallWorkspace(target.client, target.adapter, event.workspaceId);
  refetchWorkspace(target, event.workspaceId);
}

function applyMemberEvent(target: EventTarget, event: Extract<GuildhallEvent, { topic: 'members' }>): void {
  const { client, adapter } = target;
  const { workspaceId, seq } = event;
  if (event.type === 'removed') return dropMembers(client, adapter, workspaceId, [event.memberId], seq);
  toEntities(target, workspaceId, (entities) => entities.applyCreator(target, workspaceId, event.member));
  const shown = cachedMember(client, adapter, workspaceId, event.member.id);
  patchMember(client, adapter, workspaceId, event.member.id, event.member, seq);
  if (event.type === 'added' || shown === undefined || moves(shown, event.member)) {
    target.refetch(keys.within(adapter, 'members.list', workspaceId));
  }
}

/**
 * Whether seats may have changed: they follow who is there, not what role they have. Of what concerns the viewer it counts whether
 * billing is theirs to see from now on: whoever may not would ask in vain.
 */
function concernsBilling(
  { client, adapter }: EventTarget,
  event: Extract<GuildhallEvent, { topic: 'members' }>,
): boolean {
  if (event.type === 'removed') return true;
  const own = client.getQueryData<Workspace>(keys.query(adapter, 'workspaces.get', { workspaceId: event.workspaceId }));
  if (own?.viewer.userId === event.member.userId) return permissionsOf(event.member).includes('billing:manage');
  return event.type === 'added';
}

/** Whether a row's change may move it in a list, or in or out of one. */
function moves(before: Member, after: Member): boolean {
  if (before.billingContact !== after.billingContact) return true;
  return before.role !== after.role || before.name !== after.name || before.email !== after.email;
}

function refetchWorkspace({ adapter, refetch }: EventTarget, workspaceId: string): void {
  refetch(keys.within(adapter, 'workspaces.get', workspaceId));
  refetch(keys.own(adapter, 'workspaces.list'));
}

function loseWorkspace(target: EventTarget, workspaceId: string): void {
  forgetWorkspace(target.client, target.adapter, workspaceId);
  target.refetch(keys.own(target.adapter, 'workspaces.list'));
  target.onWorkspaceLost(workspaceId);
}

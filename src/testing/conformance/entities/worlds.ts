import type { World, WorldEntity, WorldEntityKind } from '../../world.js';
import { HOUR, MINUTE, at, company } from '../worlds.js';

/** What the host of every world here has registered: each way in which a kind can stand in workspaces. */
export const KINDS: readonly WorldEntityKind[] = [
  { kind: 'chat' },
  { kind: 'message', parent: 'chat' },
  { kind: 'assistant', isJoined: true },
  { kind: 'file', parent: 'assistant' },
  { kind: 'folder', canBePublic: false },
];

/** Values that hosts have in their columns, and that once meant something. None of them is `public`. */
const HALF_OPEN = ['link', 'platform', 'unlisted', 'workspace', 'PUBLIC', ''] as const;

const titled = (id: string) => `The ${id}`;
const made = (hours: number) => ({ createdAt: at(-hours * HOUR - MINUTE), updatedAt: at(-hours * HOUR) });

/** A chat in `acme`, as a host writes one: everything said. */
export function chatOf(id: string, changes: Partial<WorldEntity> = {}): WorldEntity {
  const usual = { title: titled(id), workspaceIds: ['acme'], creatorId: 'mia', sharing: 'private', ...made(1) };
  return { kind: 'chat', id, ...usual, ...changes };
}

const other = { workspaceIds: ['other'], creatorId: 'petra' };

const CHATS: readonly WorldEntity[] = [
  chatOf('plan', { sharing: 'public', icon: '🚀', url: 'https://host.example/chats/plan' }),
  chatOf('secret', { creatorId: 'max', ...made(2) }),
  chatOf('rexs', { creatorId: 'rex', ...made(3) }),
  chatOf('rexs-open', { creatorId: 'rex', sharing: 'public', ...made(4) }),
  chatOf('unsigned', { creatorId: null, title: null, ...made(5) }),
  chatOf('strangers', { creatorId: 'deleted-long-ago', ...made(6) }),
  ...HALF_OPEN.map((sharing, index) => chatOf(`half-open-${index}`, { sharing, ...made(10 + index) })),
  chatOf('theirs', other),
  chatOf('theirs-open', { ...other, sharing: 'public' }),
  chatOf('theirs-linked', { ...other, sharing: 'link' }),
  chatOf('diary', { workspaceIds: ['home-olivia'], creatorId: 'olivia' }),
  chatOf('loose', { workspaceIds: [] }),
  chatOf('loose-open', { workspaceIds: [], sharing: 'public' }),
  chatOf('stranded', { workspaceIds: ['deleted-long-ago'] }),
];

const assistantOf = (id: string, changes: Partial<WorldEntity>): WorldEntity => ({
  ...chatOf(id, { creatorId: 'adam', ...changes }),
  kind: 'assistant',
});

const ASSISTANTS: readonly WorldEntity[] = [
  assistantOf('helper', { workspaceIds: ['home-olivia', 'acme'] }),
  assistantOf('bridge', { workspaceIds: ['acme', 'other'], creatorId: 'petra', ...made(2) }),
  assistantOf('stage', { workspaceIds: ['other'], creatorId: 'petra', sharing: 'public' }),
  assistantOf('nowhere', { workspaceIds: [] }),
];

const childOf = (kind: string, id: string, parentId: string, hours = 1): WorldEntity => {
  const { workspaceIds: _none, sharing: _follows, ...rest } = chatOf(id, made(hours));
  return { ...rest, kind, parentId };
};

/** What follows a parent. */
export const CHILDREN: readonly WorldEntity[] = [
  childOf('message', 'of-plan', 'plan'),
  childOf('message', 'of-plan-too', 'plan', 2),
  childOf('message', 'of-secret', 'secret'),
  childOf('message', 'of-theirs', 'theirs'),
  childOf('message', 'of-theirs-open', 'theirs-open'),
  childOf('message', 'of-loose', 'loose'),
  childOf('file', 'of-bridge', 'bridge'),
  childOf('file', 'of-stage', 'stage'),
];

/** Kinds that have no sharing: the host's table has no such column. */
const { sharing: _sharing, ...drawer } = chatOf('drawer');
const FOLDERS: readonly WorldEntity[] = [{ ...drawer, kind: 'folder' }];

/** Everything that the host of {@link shared} holds. */
export const ENTITIES: readonly WorldEntity[] = [...CHATS, ...ASSISTANTS, ...CHILDREN, ...FOLDERS];

/** The company, with what it and others have made. */
export const shared: World = { ...company, entityKinds: KINDS, entities: ENTITIES };

/** The company, holding these and nothing else. */
export const holding = (entities: readonly WorldEntity[]): World => ({ ...company, entityKinds: KINDS, entities });

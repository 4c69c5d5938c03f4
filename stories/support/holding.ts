import type { EntityKindWords } from '../../src/provider/entityKinds.js';
import type { World, WorldEntity, WorldEntityKind } from '../../src/testing/world.js';
import { NOW, northwind } from './northwind.js';

/** What the host has registered. */
export const ENTITY_KINDS: readonly WorldEntityKind[] = [
  { kind: 'prompt' },
  { kind: 'chat' },
  { kind: 'assistant', isJoined: true },
  { kind: 'file', canBePublic: false },
];

/** What it calls that. */
export const KIND_WORDS: readonly EntityKindWords[] = [
  {
    kind: 'chat',
    label: 'Chats',
    counted: { one: '{count} chat', other: '{count} chats' },
    href: ({ id }) => `#/chats/${id}`,
  },
  { kind: 'assistant', label: 'Assistants', counted: { one: '{count} assistant', other: '{count} assistants' } },
  { kind: 'prompt', label: 'Prompts', counted: { one: '{count} prompt', other: '{count} prompts' } },
  { kind: 'file', label: 'Files', counted: { one: '{count} file', other: '{count} files' } },
];

const CHATS: readonly (readonly [
  id: string,
  title: string,
  creatorId: string,
  minutesAgo: number,
  sharing?: string,
])[] = [
  ['launch', 'Launch plan, spring range', 'amara', 0, 'public'],
  ['interviews', 'Customer interviews, round 2', 'priya', 12],
  ['pricing', 'Pricing page rewrite', 'jonas', 38],
  ['tone', 'Tone of voice for support', 'lucia', 130, 'public'],
  ['numbers', 'Weekly numbers', 'daniel', 200],
  ['contract', 'Contract questions for the Hamburg venue and its caterers', 'tomas', 1500],
  ['naming', 'Naming the autumn collection', 'hana', 1700],
  ['press', 'Press kit, draft 3', 'amara', 2900, 'public'],
  ['retro', 'Retro notes, sprint 41', 'yusuf', 4500],
  ['checklist', 'Onboarding checklist for freelancers', 'lucia', 7400],
  ['supplier', 'Supplier comparison', 'daniel', 9000],
  ['photos', 'Photo shoot brief', 'priya', 10_400],
];

const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

const chats: WorldEntity[] = CHATS.map(([id, title, creatorId, minutes, sharing = 'private']) => ({
  kind: 'chat',
  id,
  title,
  creatorId,
  sharing,
  workspaceIds: ['northwind'],
  createdAt: minutesAgo(minutes + 5000),
  updatedAt: minutesAgo(minutes),
}));

const others: WorldEntity[] = [
  ...['Brand editor', 'Contract reader', 'Research librarian'].map((title, index) => ({
    kind: 'assistant',
    id: `assistant-${index}`,
    title,
    creatorId: 'jonas',
    workspaceIds: ['northwind'],
    updatedAt: minutesAgo(3000 * (index + 1)),
  })),
  {
    kind: 'prompt',
    id: 'summary',
    title: 'Summarise a call',
    creatorId: 'priya',
    workspaceIds: ['northwind'],
    updatedAt: minutesAgo(90),
  },
];

/** So many chats more, each older than the one before. */
export const manyChats = (count: number): WorldEntity[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'chat',
    id: `chat-${String(index).padStart(5, '0')}`,
    title: `${CHATS[index % CHATS.length]?.[1]} ${index + 1}`,
    creatorId: CHATS[(index * 5) % CHATS.length]?.[2] ?? null,
    workspaceIds: ['northwind'],
    sharing: index % 9 === 4 ? 'public' : 'private',
    updatedAt: minutesAgo(12_000 + index * 17),
  }));

/** Northwind Studio with what it holds: twelve chats, three assistants, a prompt, no file. */
export function holding(
  entities: readonly WorldEntity[] = [...chats, ...others],
  entityKinds: readonly WorldEntityKind[] = ENTITY_KINDS,
  world: World = northwind(),
): World {
  return { ...world, entityKinds, entities };
}

/** Twelve chats of Northwind. */
export const someChats: readonly WorldEntity[] = chats;

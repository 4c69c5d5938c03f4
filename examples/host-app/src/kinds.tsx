import type { EntityKindWords } from 'guildhall';
import { FileText, ListTree, MessageSquare, Sparkles } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Kind } from './api.js';
import { paths } from './paths.js';

/** What Parley calls what a workspace holds. */
export const KINDS: readonly {
  kind: Kind;
  label: string;
  one: string;
  icon: LucideIcon;
  add: string;
  rename: string;
  remove: string;
}[] = [
  {
    kind: 'chat',
    label: 'Chats',
    one: 'chat',
    icon: MessageSquare,
    add: 'New chat',
    rename: 'Rename chat',
    remove: 'Delete chat',
  },
  {
    kind: 'assistant',
    label: 'Assistants',
    one: 'assistant',
    icon: Sparkles,
    add: 'New assistant',
    rename: 'Rename assistant',
    remove: 'Delete assistant',
  },
  {
    kind: 'prompt',
    label: 'Prompts',
    one: 'prompt',
    icon: ListTree,
    add: 'New prompt',
    rename: 'Rename prompt',
    remove: 'Delete prompt',
  },
  {
    kind: 'file',
    label: 'Files',
    one: 'file',
    icon: FileText,
    add: 'New file',
    rename: 'Rename file',
    remove: 'Delete file',
  },
];

/** The words of one kind. */
export function wordsOf(kind: Kind) {
  const words = KINDS.find((one) => one.kind === kind);
  if (!words) throw new Error(`Parley has no words for ${kind}.`);
  return words;
}

/** The same for Guildhall, which lists and counts them. */
export const entityKinds = (workspaceId: string | undefined): EntityKindWords[] =>
  KINDS.map(({ kind, label, one, icon: Icon }) => ({
    kind,
    label,
    counted: { one: `{count} ${one}`, other: `{count} ${one}s` },
    icon: <Icon size={16} strokeWidth={1.75} />,
    href: ({ id }) => (workspaceId === undefined ? undefined : paths.item(workspaceId, kind, id)),
  }));

import type { EntitiesOptions, Guildhall } from '@guildhall/server';

/** What a workspace of Parley holds, as its addresses name it: in the plural. */
export const KINDS = ['chat', 'assistant', 'prompt', 'file'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Where Guildhall finds it: a chat is in the workspace that it names, the others are where their join tables say. What was
 * said in a chat goes with the chat, and the files of an assistant with the assistant.
 */
export const ENTITIES: EntitiesOptions = {
  chat: { table: 'chats' },
  assistant: { table: 'assistants', via: 'assistant_workspaces' },
  prompt: { table: 'prompts', via: 'prompt_workspaces' },
  file: { table: 'files', via: 'file_workspaces' },
  message: { table: 'messages', parent: 'chat', columns: { title: null, updatedAt: 'created_at' } },
  assistantFile: { table: 'files', parent: 'assistant', via: { table: 'assistant_files', entity: 'file_id' } },
};

/** What a workspace holds, in SQL: true of an `item` of this kind for a member `$1` of the workspace `$2`. */
export type InWorkspace = Readonly<Record<Kind, string>>;

/** Asks Guildhall for its rule once; all of Parley's queries have it. */
export async function readRules({ entities }: Guildhall): Promise<InWorkspace> {
  const rules = await Promise.all(
    KINDS.map(async (kind) => {
      const rule = await entities.visibleWhere(kind, { alias: 'item', user: '$1', workspace: '$2' });
      return [kind, rule] as const;
    }),
  );
  return Object.fromEntries(rules) as Record<Kind, string>;
}

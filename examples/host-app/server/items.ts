import { randomUUID } from 'node:crypto';
import type { Sql } from './database.js';

/** What a workspace of Parley holds. */
export const KINDS = ['chats', 'assistants', 'prompts'] as const;
export type Kind = (typeof KINDS)[number];

/** One of them in a list. */
export interface Item {
  id: string;
  name: string;
  userId: string;
  /** Who made it. */
  userName: string;
  updatedAt: string;
}

/**
 * All that is in a workspace, and nothing else: whoever is its member sees every row of this. A chat is in the
 * workspace that it names; an assistant or a prompt can be in several, through a join table.
 */
const IN_WORKSPACE: Record<Kind, string> = {
  chats: 'from chats item join people on people.id = item.user_id where item.workspace_id = $1',
  assistants: `from assistants item join people on people.id = item.user_id
    join assistant_workspaces place on place.assistant_id = item.id where place.workspace_id = $1`,
  prompts: `from prompts item join people on people.id = item.user_id
    join prompt_workspaces place on place.prompt_id = item.id where place.workspace_id = $1`,
};

const ITEM = `item.id, item.name, item.user_id as "userId", people.name as "userName", item.updated_at as "updatedAt"`;

/** The chats, newest first; the assistants and prompts by name. */
export async function listItems(sql: Sql, kind: Kind, workspaceId: string): Promise<Item[]> {
  const order = kind === 'chats' ? 'item.updated_at desc, item.id' : 'item.name, item.id';
  return sql<Item>(`select ${ITEM} ${IN_WORKSPACE[kind]} order by ${order}`, [workspaceId]);
}

/** One of them, with what it says; undefined where this workspace has none such. */
export async function getItem(sql: Sql, kind: Kind, workspaceId: string, id: string) {
  const content = kind === 'chats' ? 'item.assistant_id as "assistantId"' : 'item.content';
  const [item] = await sql<Item & { content?: string; assistantId?: string | null }>(
    `select ${ITEM}, ${content} ${IN_WORKSPACE[kind]} and item.id = $2`,
    [workspaceId, id],
  );
  return item;
}

/** Makes an assistant or a prompt, and places it in a workspace, in one statement. */
export async function createItem(
  sql: Sql,
  kind: 'assistants' | 'prompts',
  values: { workspaceId: string; userId: string; name: string; content: string },
): Promise<string> {
  const id = randomUUID();
  const place = kind === 'assistants' ? 'assistant_workspaces (assistant_id' : 'prompt_workspaces (prompt_id';
  await sql(
    `with made as (insert into ${kind} (id, user_id, name, content) values ($1, $2, $3, $4) returning id, user_id)
     insert into ${place}, user_id, workspace_id) select id, user_id, $5 from made`,
    [id, values.userId, values.name, values.content, values.workspaceId],
  );
  return id;
}

/** Begins a chat. */
export async function createChat(
  sql: Sql,
  values: { workspaceId: string; userId: string; name: string; assistantId: string | null },
): Promise<string> {
  const id = randomUUID();
  await sql('insert into chats (id, workspace_id, user_id, name, assistant_id) values ($1, $2, $3, $4, $5)', [
    id,
    values.workspaceId,
    values.userId,
    values.name,
    values.assistantId,
  ]);
  return id;
}

/** Gives it another name. */
export async function renameItem(sql: Sql, kind: Kind, id: string, name: string): Promise<void> {
  await sql(`update ${kind} set name = $2, updated_at = now() where id = $1`, [id, name]);
}

/** One thing said in a chat; by the assistant where `userId` is null. */
export interface Message {
  id: string;
  userId: string | null;
  userName: string | null;
  content: string;
  createdAt: string;
}

/** What was said, from the start. */
export async function listMessages(sql: Sql, chatId: string): Promise<Message[]> {
  return sql<Message>(
    `select m.id, m.user_id as "userId", people.name as "userName", m.content, m.created_at as "createdAt"
     from messages m left join people on people.id = m.user_id where m.chat_id = $1 order by m.created_at, m.id`,
    [chatId],
  );
}

/** Says something, and moves the chat to the top. */
export async function addMessage(sql: Sql, chatId: string, userId: string, content: string): Promise<void> {
  await sql(
    `with said as (insert into messages (id, chat_id, user_id, content) values ($1, $2, $3, $4))
     update chats set updated_at = now() where id = $2`,
    [randomUUID(), chatId, userId, content],
  );
}

import { randomUUID } from 'node:crypto';
import type { Sql } from './database.js';
import type { InWorkspace, Kind } from './entities.js';

/** One thing that a workspace holds, with what it says. */
export interface Item {
  id: string;
  name: string;
  userId: string;
  /** Who made it. */
  userName: string;
  updatedAt: string;
  content: string | null;
  /** Of a file: a MIME type. */
  type: string | null;
  /** Of a chat: who answers in it. */
  assistantId: string | null;
}

/** What one kind has that others have not. */
const OWN: Record<Kind, string> = {
  chat: 'null as content, null as type, item.assistant_id as "assistantId"',
  assistant: 'item.content, null as type, null as "assistantId"',
  prompt: 'item.content, null as type, null as "assistantId"',
  file: 'item.content, item.type, null as "assistantId"',
};

const ITEM = `item.id, item.name, item.user_id as "userId", people.name as "userName", item.updated_at as "updatedAt"`;
const from = (kind: Kind) => `from ${kind}s item join people on people.id = item.user_id`;

/** Who asks, and in which workspace. */
export interface Place {
  userId: string;
  workspaceId: string;
}

/** One of them, if this workspace has it and is open to whoever asks. */
export async function getItem(sql: Sql, rules: InWorkspace, kind: Kind, place: Place, id: string) {
  const [item] = await sql<Item>(`select ${ITEM}, ${OWN[kind]} ${from(kind)} where ${rules[kind]} and item.id = $3`, [
    place.userId,
    place.workspaceId,
    id,
  ]);
  return item;
}

/** One of them, whoever asks: for those whom Guildhall has let in. */
export async function getShared(sql: Sql, kind: Kind, id: string) {
  const [item] = await sql<Item>(`select ${ITEM}, ${OWN[kind]} ${from(kind)} where item.id = $1`, [id]);
  return item;
}

/** A chat that was found, and the first message in which. */
export interface Found {
  id: string;
  name: string;
  userName: string;
  excerpt: string | null;
}

/** The chats of a workspace in whose names or messages a text stands, newest first, 30 at most. */
export async function searchChats(sql: Sql, rules: InWorkspace, place: Place, text: string): Promise<Found[]> {
  return sql<Found>(
    `select item.id, item.name, people.name as "userName",
       (select m.content from messages m where m.chat_id = item.id and strpos(lower(m.content), lower($3)) > 0
        order by m.created_at, m.id limit 1) as excerpt
     ${from('chat')} where ${rules.chat} and (strpos(lower(item.name), lower($3)) > 0
       or exists (select from messages m where m.chat_id = item.id and strpos(lower(m.content), lower($3)) > 0))
     order by item.updated_at desc, item.id desc limit 30`,
    [place.userId, place.workspaceId, text],
  );
}

/** What a new assistant, prompt or file has. */
export interface NewText extends Place {
  name: string;
  content: string;
  type?: string | undefined;
}

/** Makes one and places it in a workspace, in one statement. */
export async function createText(sql: Sql, kind: 'assistant' | 'prompt' | 'file', values: NewText): Promise<string> {
  const id = randomUUID();
  const [column, value] = kind === 'file' ? [', type', ', $6'] : ['', ''];
  await sql(
    `with made as (insert into ${kind}s (id, user_id, name, content${column}) values ($1, $2, $3, $4${value}) returning id, user_id)
     insert into ${kind}_workspaces (${kind}_id, user_id, workspace_id) select id, user_id, $5 from made`,
    [id, values.userId, values.name, values.content, values.workspaceId, ...(kind === 'file' ? [values.type] : [])],
  );
  return id;
}

/** Begins a chat. */
export async function createChat(
  sql: Sql,
  values: Place & { name: string; assistantId: string | null },
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
  await sql(`update ${kind}s set name = $2, updated_at = now() where id = $1`, [id, name]);
}

/** Takes a chat elsewhere with all that was said; its assistant stays behind, unless it is there too. */
export async function moveChat(sql: Sql, id: string, workspaceId: string): Promise<void> {
  await sql(
    `update chats set workspace_id = $2, updated_at = now(), assistant_id =
       (select a.assistant_id from assistant_workspaces a where a.assistant_id = chats.assistant_id and a.workspace_id = $2)
     where id = $1`,
    [id, workspaceId],
  );
}

/** Deletes it, in whatever workspaces it is. */
export async function deleteItem(sql: Sql, kind: Kind, id: string): Promise<void> {
  await sql(`delete from ${kind}s where id = $1`, [id]);
}

/** One thing said in a chat; by the assistant where `userId` is null. */
export interface Message {
  id: string;
  userId: string | null;
  userName: string | null;
  content: string;
  createdAt: string;
}

/** What was said, from the start: who may read the chat may read this. */
export async function listMessages(sql: Sql, chatId: string): Promise<Message[]> {
  return sql<Message>(
    `select m.id, m.user_id as "userId", people.name as "userName", m.content, m.created_at as "createdAt"
     from messages m left join people on people.id = m.user_id where m.chat_id = $1 order by m.created_at, m.id`,
    [chatId],
  );
}

/** The files that an assistant reads: they go with the assistant. */
export async function listFiles(sql: Sql, assistantId: string): Promise<{ id: string; name: string }[]> {
  return sql(
    `select files.id, files.name from files join assistant_files on file_id = files.id
     where assistant_id = $1 order by files.name, files.id`,
    [assistantId],
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

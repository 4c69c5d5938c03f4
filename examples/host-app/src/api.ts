import { queryOptions } from '@tanstack/react-query';

/** Somebody who can sign in. */
export interface Person {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  title: string;
}

export type Kind = 'chats' | 'assistants' | 'prompts';

/** A chat, an assistant or a prompt, as the sidebar lists it. */
export interface Item {
  id: string;
  name: string;
  userId: string;
  userName: string;
  updatedAt: string;
}

export interface Chat extends Item {
  assistantId: string | null;
  messages: { id: string; userId: string | null; userName: string | null; content: string }[];
}

/** An assistant or a prompt, with what it says. */
export interface Text extends Item {
  content: string;
}

/** Asks Parley's server. Rejects with its words. */
export async function ask<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const response = await fetch(`/api${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error((answer as { message: string }).message);
  return answer as T;
}

const inWorkspace = (workspaceId: string) => `/workspaces/${encodeURIComponent(workspaceId)}`;

/** The address of one item at the server. */
export const itemPath = (workspaceId: string, kind: Kind, id: string) =>
  `${inWorkspace(workspaceId)}/${kind}/${encodeURIComponent(id)}`;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => (await ask<{ person: Person | null }>('/session')).person,
  staleTime: Infinity,
});

export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: () => ask<Person[]>('/people') });

export const itemsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['items', workspaceId],
    queryFn: () => ask<Record<Kind, Item[]>>(`${inWorkspace(workspaceId)}/items`),
  });

export const chatQuery = (workspaceId: string, id: string) =>
  queryOptions({
    queryKey: ['items', workspaceId, 'chats', id],
    queryFn: () => ask<Chat>(itemPath(workspaceId, 'chats', id)),
  });

export const textQuery = (workspaceId: string, kind: 'assistants' | 'prompts', id: string) =>
  queryOptions({
    queryKey: ['items', workspaceId, kind, id],
    queryFn: () => ask<Text>(itemPath(workspaceId, kind, id)),
  });

/** Makes a chat, an assistant or a prompt; answers with its id. */
export const createItem = (workspaceId: string, kind: Kind, values: Record<string, string | null>) =>
  ask<{ id: string }>(`${inWorkspace(workspaceId)}/${kind}`, 'POST', values);

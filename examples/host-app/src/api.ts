import { queryOptions } from '@tanstack/react-query';

/** Somebody who can sign in. */
export interface Person {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  title: string;
}

/** What a workspace of Parley holds, as it is registered with Guildhall. */
export type Kind = 'chat' | 'assistant' | 'prompt' | 'file';

/** One of them, with what it says. */
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

/** An assistant, a prompt or a file. */
export interface TextItem extends Item {
  content: string;
  type: string | null;
  /** What an assistant reads. */
  files?: { id: string; name: string }[];
}

/** What strangers see of something public: not who made it. */
export interface SharedItem {
  id: string;
  name: string;
  content: string | null;
  messages?: { id: string; isAssistant: boolean; content: string }[];
}

/** A chat that was found, and what was said there. */
export interface FoundChat {
  id: string;
  name: string;
  userName: string;
  excerpt: string | null;
}

/** Parley's server said no. */
class Refusal extends Error {}

/** Once more, unless the server has said no: another time it would say the same. */
const retry = (failures: number, error: Error) => failures < 2 && !(error instanceof Refusal);

/** Asks Parley's server. Rejects with its words. */
export async function ask<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const response = await fetch(`/api${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Refusal((answer as { message: string }).message);
  return answer as T;
}

const inWorkspace = (workspaceId: string) => `/workspaces/${encodeURIComponent(workspaceId)}`;

/** The address of one item at the server. */
export const itemPath = (workspaceId: string, kind: Kind, id: string) =>
  `${inWorkspace(workspaceId)}/${kind}s/${encodeURIComponent(id)}`;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => (await ask<{ person: Person | null }>('/session')).person,
  staleTime: Infinity,
});

export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: () => ask<Person[]>('/people') });

/** What one item says. Its place in lists is Guildhall's; see `useFreshItems` for what keeps this in step. */
const itemQuery = <T extends Item>(workspaceId: string, kind: Kind, id: string) =>
  queryOptions({
    queryKey: ['items', workspaceId, kind, id],
    queryFn: () => ask<T>(itemPath(workspaceId, kind, id)),
    retry,
  });

export const chatQuery = (workspaceId: string, id: string) => itemQuery<Chat>(workspaceId, 'chat', id);

export const textQuery = (workspaceId: string, kind: Exclude<Kind, 'chat'>, id: string) =>
  itemQuery<TextItem>(workspaceId, kind, id);

export const searchQuery = (workspaceId: string, text: string) =>
  queryOptions({
    queryKey: ['search', workspaceId, text],
    queryFn: () => ask<FoundChat[]>(`${inWorkspace(workspaceId)}/search?q=${encodeURIComponent(text)}`),
    enabled: text.trim() !== '',
    placeholderData: (shown) => shown,
  });

export const sharedQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: ['shared', kind, id],
    queryFn: () => ask<SharedItem>(`/shared/${kind}s/${encodeURIComponent(id)}`),
    retry,
  });

/** Makes something; answers with its id. */
export const createItem = (workspaceId: string, kind: Kind, values: Record<string, string | null>) =>
  ask<{ id: string }>(`${inWorkspace(workspaceId)}/${kind}s`, 'POST', values);

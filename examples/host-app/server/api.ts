import type { Guildhall } from '@guildhall/server';
import { Router } from 'express';
import type { Request } from 'express';
import * as z from 'zod';
import type { Sql } from './database.js';
import { HttpError, parseBody } from './http.js';
import { addMessage, createChat, createItem, getItem, KINDS, listItems, listMessages, renameItem } from './items.js';
import type { Person } from './sessions.js';

const name = z.string().trim().min(1).max(120);
const content = z.string().trim().min(1).max(20_000);
const kindIn = z.enum(KINDS);
const newChat = z.strictObject({ name, assistantId: z.nullable(z.string()) });
const newItem = z.strictObject({ name, content });

interface ApiDeps {
  sql: Sql;
  guildhall: Guildhall;
  personOf(request: Request): Promise<Person | null>;
}

/** Parley's own data. Its one rule: a workspace's members see all that is in it; whoever made a thing changes it. */
export function createApi({ sql, guildhall, personOf }: ApiDeps): Router {
  const router = Router();

  /** Who asks, if they are in the workspace. Others learn nothing, not even that it exists. */
  async function memberOf(request: Request, workspaceId: string): Promise<Person> {
    const person = await personOf(request);
    if (!person) throw new HttpError(401, 'Sign in first.');
    if (!(await guildhall.authorize(person.id, workspaceId))) throw new HttpError(404, 'There is no such workspace.');
    return person;
  }

  async function itemOf(params: { workspaceId: string; kind: string; id: string }) {
    const kind = kindIn.safeParse(params.kind).data;
    const item = kind && (await getItem(sql, kind, params.workspaceId, params.id));
    if (!item) throw new HttpError(404, 'This workspace has no such thing.');
    return { kind, item };
  }

  router.get('/workspaces/:workspaceId/items', async (request, response) => {
    const { workspaceId } = request.params;
    await memberOf(request, workspaceId);
    const lists = await Promise.all(KINDS.map(async (kind) => [kind, await listItems(sql, kind, workspaceId)]));
    response.json(Object.fromEntries(lists));
  });

  router.post('/workspaces/:workspaceId/chats', async (request, response) => {
    const { workspaceId } = request.params;
    const { id: userId } = await memberOf(request, workspaceId);
    const input = parseBody(newChat, request.body);
    if (input.assistantId) await itemOf({ workspaceId, kind: 'assistants', id: input.assistantId });
    response.status(201).json({ id: await createChat(sql, { ...input, workspaceId, userId }) });
  });

  for (const kind of ['assistants', 'prompts'] as const) {
    router.post(`/workspaces/:workspaceId/${kind}`, async (request, response) => {
      const { workspaceId } = request.params;
      const { id: userId } = await memberOf(request, workspaceId);
      const input = parseBody(newItem, request.body);
      response.status(201).json({ id: await createItem(sql, kind, { ...input, workspaceId, userId }) });
    });
  }

  router.get('/workspaces/:workspaceId/:kind/:id', async (request, response) => {
    await memberOf(request, request.params.workspaceId);
    const { kind, item } = await itemOf(request.params);
    response.json(kind === 'chats' ? { ...item, messages: await listMessages(sql, item.id) } : item);
  });

  router.patch('/workspaces/:workspaceId/:kind/:id', async (request, response) => {
    const person = await memberOf(request, request.params.workspaceId);
    const { kind, item } = await itemOf(request.params);
    if (item.userId !== person.id) throw new HttpError(403, `Only ${item.userName} can rename this.`);
    await renameItem(sql, kind, item.id, parseBody(z.strictObject({ name }), request.body).name);
    response.json({ id: item.id });
  });

  router.post('/workspaces/:workspaceId/chats/:id/messages', async (request, response) => {
    const person = await memberOf(request, request.params.workspaceId);
    const { item } = await itemOf({ ...request.params, kind: 'chats' });
    if (item.userId !== person.id) throw new HttpError(403, `Only ${item.userName} can write in this chat.`);
    await addMessage(sql, item.id, person.id, parseBody(z.strictObject({ content }), request.body).content);
    response.status(201).json({ id: item.id });
  });

  return router;
}

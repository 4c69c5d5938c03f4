import type { Guildhall } from '@guildhall/server';
import { Router } from 'express';
import type { Request } from 'express';
import * as z from 'zod';
import type { Sql } from './database.js';
import { KINDS } from './entities.js';
import type { InWorkspace, Kind } from './entities.js';
import { HttpError, parseBody } from './http.js';
import {
  addMessage,
  createChat,
  createText,
  deleteItem,
  getItem,
  getShared,
  listFiles,
  listMessages,
  moveChat,
  renameItem,
  searchChats,
} from './items.js';
import type { Item } from './items.js';
import type { Person } from './sessions.js';

const name = z.string().trim().min(1).max(120);
const content = z.string().trim().min(1).max(20_000);
const newChat = z.strictObject({ name, assistantId: z.nullable(z.string()) });
const newText = z.strictObject({ name, content });
const newFile = z.strictObject({ name, content: z.string().max(60_000), type: z.string().max(100) });

interface ApiDeps {
  sql: Sql;
  guildhall: Guildhall;
  /** Guildhall's rule, in every query for what a workspace holds. */
  rules: InWorkspace;
  personOf(request: Request): Promise<Person | null>;
}

const nothing = () => new HttpError(404, 'There is nothing here, or it is not open to you.');

/** Addresses name a kind in the plural. */
function kindOf(segment: string): Kind {
  const kind = KINDS.find((one) => `${one}s` === segment);
  if (!kind) throw nothing();
  return kind;
}

/** Parley's own data. Its one rule: a workspace's members see all that is in it; whoever made a thing changes it. */
export function createApi({ sql, guildhall, rules, personOf }: ApiDeps): Router {
  const router = Router();

  async function signedIn(request: Request): Promise<Person> {
    const person = await personOf(request);
    if (!person) throw new HttpError(401, 'Sign in first.');
    return person;
  }

  /** Who asks, if they are in the workspace: whoever puts something into it has to be. */
  async function memberOf(request: Request, workspaceId: string): Promise<{ userId: string; workspaceId: string }> {
    const { id: userId } = await signedIn(request);
    if (!(await guildhall.authorize(userId, workspaceId))) throw nothing();
    return { userId, workspaceId };
  }

  async function itemOf(request: Request<{ workspaceId: string; kind: string; id: string }>) {
    const { workspaceId, id } = request.params;
    const kind = kindOf(request.params.kind);
    const person = await signedIn(request);
    const item = await getItem(sql, rules, kind, { userId: person.id, workspaceId }, id);
    if (!item) throw nothing();
    return { kind, item, person };
  }

  /** With what belongs to it. */
  async function whole(kind: Kind, item: Item) {
    if (kind === 'chat') return { ...item, messages: await listMessages(sql, item.id) };
    if (kind === 'assistant') return { ...item, files: await listFiles(sql, item.id) };
    return item;
  }

  router.get('/workspaces/:workspaceId/search', async (request, response) => {
    const { id: userId } = await signedIn(request);
    const text = z.string().trim().min(1).max(200).safeParse(request.query.q).data;
    const place = { userId, workspaceId: request.params.workspaceId };
    response.json(text === undefined ? [] : await searchChats(sql, rules, place, text));
  });

  /** What is public, for whoever has the link; and for members what is theirs anyway. */
  router.get('/shared/:kind/:id', async (request, response) => {
    const kind = kindOf(request.params.kind);
    const person = await personOf(request);
    if (!(await guildhall.entities.canRead(person?.id ?? null, kind, request.params.id))) throw nothing();
    const item = await getShared(sql, kind, request.params.id);
    if (!item) throw nothing();
    const { userId: _maker, userName: _name, ...shown } = item;
    response.json(kind === 'chat' ? { ...shown, messages: anonymous(await listMessages(sql, item.id)) } : shown);
  });

  router.post('/workspaces/:workspaceId/chats', async (request, response) => {
    const place = await memberOf(request, request.params.workspaceId);
    const input = parseBody(newChat, request.body);
    if (input.assistantId !== null && !(await getItem(sql, rules, 'assistant', place, input.assistantId)))
      throw nothing();
    response.status(201).json({ id: await createChat(sql, { ...input, ...place }) });
  });

  for (const kind of ['assistant', 'prompt', 'file'] as const) {
    router.post(`/workspaces/:workspaceId/${kind}s`, async (request, response) => {
      const place = await memberOf(request, request.params.workspaceId);
      const input = parseBody(kind === 'file' ? newFile : newText, request.body);
      response.status(201).json({ id: await createText(sql, kind, { ...input, ...place }) });
    });
  }

  router.get('/workspaces/:workspaceId/:kind/:id', async (request, response) => {
    const { kind, item } = await itemOf(request);
    response.json(await whole(kind, item));
  });

  router.patch('/workspaces/:workspaceId/:kind/:id', async (request, response) => {
    const { kind, item, person } = await itemOf(request);
    if (item.userId !== person.id) throw new HttpError(403, `Only ${item.userName} can rename this.`);
    await renameItem(sql, kind, item.id, parseBody(z.strictObject({ name }), request.body).name);
    response.json({ id: item.id });
  });

  router.delete('/workspaces/:workspaceId/:kind/:id', async (request, response) => {
    const { kind, item, person } = await itemOf(request);
    if (item.userId !== person.id) throw new HttpError(403, `Only ${item.userName} can delete this.`);
    await deleteItem(sql, kind, item.id);
    response.json({ id: item.id });
  });

  router.post('/workspaces/:workspaceId/:kind/:id/messages', async (request, response) => {
    const { kind, item, person } = await itemOf(request);
    if (kind !== 'chat') throw nothing();
    if (item.userId !== person.id) throw new HttpError(403, `Only ${item.userName} can write in this chat.`);
    await addMessage(sql, item.id, person.id, parseBody(z.strictObject({ content }), request.body).content);
    response.status(201).json({ id: item.id });
  });

  router.post('/workspaces/:workspaceId/:kind/:id/move', async (request, response) => {
    const { kind, item, person } = await itemOf(request);
    if (kind !== 'chat') throw nothing();
    if (item.userId !== person.id) throw new HttpError(403, `Only ${item.userName} can move this.`);
    const { workspaceId } = parseBody(z.strictObject({ workspaceId: z.string() }), request.body);
    await memberOf(request, workspaceId);
    await moveChat(sql, item.id, workspaceId);
    response.json({ id: item.id });
  });

  return router;
}

/** What was said, without who said it: strangers learn no names. */
const anonymous = (messages: readonly { id: string; userId: string | null; content: string }[]) =>
  messages.map((message) => ({ id: message.id, isAssistant: message.userId === null, content: message.content }));

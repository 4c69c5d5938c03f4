import { Router } from 'express';
import type { Request, Response } from 'express';
import * as z from 'zod/mini';
import { GuildhallError, fieldProblems, id } from 'guildhall/contract';
import type { GuildhallEvent } from 'guildhall/contract';
import type { Connections } from '../events/connections.js';
import type { Hub } from '../events/hub.js';
import type { EventLog } from '../events/log.js';
import { Subscription } from '../events/subscription.js';
import type { Sink, SubscriptionRequest } from '../events/subscription.js';
import type { Identify } from './identify.js';

/** What it takes to serve streams. */
export interface EventStreamDeps {
  readonly identify: Identify;
  readonly hub: Hub;
  readonly log: EventLog;
  readonly connections: Connections;
  readonly isClosing: () => boolean;
  readonly onError: (error: unknown) => void;
  /** Milliseconds that a client may leave a full connection unread. @default 20000 */
  readonly stallMs?: number | undefined;
}

/** Workspaces that one stream follows at most: more than anybody has open in the tabs of a browser. */
const MAX_WORKSPACES = 50;

const input = z.strictObject({ workspaceId: z.array(id).check(z.maxLength(MAX_WORKSPACES)) });

/** `GET /events`: Server-Sent Events of one's own log and of those of workspaces: `workspaceId`, as often as is needed. */
export function eventStreamRouter(deps: EventStreamDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/events', async (request, response) => {
    if (deps.isClosing())
      throw new GuildhallError('unavailable', { details: { reason: 'shutting_down' }, retryAfterMs: 1000 });
    const actor = await deps.identify(request);
    if (!actor) throw new GuildhallError('unauthenticated', { message: 'Nobody is signed in.' });
    const workspaceIds = readWorkspaceIds(request);
    const resumeFrom = request.get('last-event-id');
    await serve(deps, request, response, { userId: actor.userId, workspaceIds, resumeFrom });
  });
  return router;
}

function readWorkspaceIds(request: Request): readonly string[] {
  const at = request.url.indexOf('?');
  const query = new URLSearchParams(at < 0 ? '' : request.url.slice(at));
  const others = [...query].filter(([name]) => name !== 'workspaceId');
  const parsed = z.safeParse(input, { ...Object.fromEntries(others), workspaceId: query.getAll('workspaceId') });
  if (parsed.success) return [...new Set(parsed.data.workspaceId)];
  const fields = fieldProblems(parsed.error);
  throw new GuildhallError('validation', {
    message: 'The stream is not asked for as it should be.',
    details: { fields },
  });
}

async function serve(
  deps: EventStreamDeps,
  request: Request,
  response: Response,
  of: SubscriptionRequest,
): Promise<void> {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // `no-transform` keeps compression away, which would hold events back until it has enough of them.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const stallMs = deps.stallMs ?? 20_000;
  const subscription = new Subscription(deps.hub, deps.log, of, createSink(response, stallMs));
  const finish = (lastWords: string) => {
    subscription.close();
    if (response.writableEnded) return;
    response.end(lastWords);
    // Nobody may be reading: what was written then waits for ever.
    const abandoned = setTimeout(() => response.destroy(), stallMs).unref();
    response.once('close', () => clearTimeout(abandoned));
  };
  const remove = deps.connections.add({
    userId: of.userId,
    beat: () => void (isWritable(response) && !response.writableNeedDrain && response.write(':\n\n')),
    check: async () => {
      // A check that fails is not an end of the session; the next one will tell.
      const actor = await deps.identify(request).catch(() => of);
      if (actor?.userId !== of.userId) finish('');
    },
    dismiss: (retryMs) => finish(`retry: ${retryMs}\n\n`),
  });
  response.once('close', () => {
    subscription.close();
    remove();
  });
  try {
    await subscription.open();
  } catch (error) {
    deps.onError(error);
    response.destroy();
  }
}

/** False from its end on, also while what was written before still waits to be read. Writing then ends the process. */
const isWritable = ({ destroyed, writableEnded }: Response) => !destroyed && !writableEnded;

function createSink(response: Response, stallMs: number): Sink {
  return {
    send: (event, at) => void (isWritable(response) && response.write(`id: ${at}\ndata: ${textOf(event)}\n\n`)),
    isFull: () => response.writableNeedDrain,
    room: () =>
      new Promise((resolve) => {
        if (!response.writableNeedDrain || response.destroyed) return resolve();
        const end = () => {
          clearTimeout(stalled);
          response.off('drain', end);
          response.off('close', end);
          resolve();
        };
        const stalled = setTimeout(() => response.destroy(), stallMs);
        response.on('drain', end);
        response.on('close', end);
      }),
    cut: () => void response.destroy(),
  };
}

/** One event goes to everybody in a workspace: it is written out once. */
const texts = new WeakMap<GuildhallEvent, string>();

function textOf(event: GuildhallEvent): string {
  const known = texts.get(event);
  if (known !== undefined) return known;
  const text = JSON.stringify(event);
  texts.set(event, text);
  return text;
}

import { onTestFinished } from 'vitest';
import { createParser } from 'eventsource-parser';
import type { GuildhallEvent, Role } from 'guildhall/contract';
import type { Database } from '../../src/db/database.js';
import { events, members, users, workspaces } from '../../src/db/schema.js';
import type { LoggedEvent } from '../../src/events/log.js';
import { createSqlLog } from '../../src/events/sqlLog.js';
import type { EdgeDeps } from '../../src/http/edge.js';
import { serveEdge, USER_HEADER } from '../http/support.js';
import { sql } from 'drizzle-orm';

/** The workspace of these tests. */
export const WORKSPACE = 'w1';
const at = new Date('2026-03-02T09:00:00.000Z');

type Unnumbered = LoggedEvent extends infer E ? (E extends LoggedEvent ? Omit<E, 'seq'> : never) : never;

/** A member as events show them. */
export const memberOf = (userId: string, role: Role) => ({
  id: `m-${userId}`,
  userId,
  name: userId,
  email: `${userId}@host.example`,
  imageUrl: null,
  role,
  billingContact: false,
  joinedAt: at.toISOString(),
});

export const updated = (userId: string, role: Role): Unnumbered => ({
  topic: 'members',
  type: 'updated',
  workspaceId: WORKSPACE,
  member: memberOf(userId, role),
});
export const removed = (userId: string): Unnumbered => ({
  topic: 'members',
  type: 'removed',
  workspaceId: WORKSPACE,
  memberId: `m-${userId}`,
});
export const changedIn = (workspaceId: string): Unnumbered => ({ topic: 'workspace', type: 'updated', workspaceId });
export const changed = changedIn(WORKSPACE);
export const invited: Unnumbered = { topic: 'invitations', type: 'changed', workspaceId: WORKSPACE, invitationId: 'i' };
export const acted: Unnumbered = { topic: 'activity', type: 'added', workspaceId: WORKSPACE, activityId: 'a' };
export const mine: Unnumbered = { topic: 'viewer', type: 'invitation', invitationId: 'i' };

/** People of one workspace, with what they are in it. */
export async function seed(database: Database, people: Record<string, Role | null>): Promise<void> {
  const { orm } = database;
  await orm.insert(workspaces).values({ id: WORKSPACE, name: 'W', sortKey: 'w', createdAt: at });
  for (const [id, role] of Object.entries(people)) {
    const email = `${id}@host.example`;
    await orm
      .insert(users)
      .values({ id, email, emailVerified: true, name: id, sortKey: id, searchKey: id, createdAt: at });
    if (role)
      await orm.insert(members).values({ id: `m-${id}`, workspaceId: WORKSPACE, userId: id, role, joinedAt: at });
  }
}

/** Another workspace, of which somebody is a member. @returns its id */
export async function seedOther({ orm }: Database, userId: string): Promise<string> {
  const id = 'other';
  await orm.insert(workspaces).values({ id, name: 'O', sortKey: 'o', createdAt: at });
  await orm.insert(members).values({ id: `o-${userId}`, workspaceId: id, userId, role: 'owner', joinedAt: at });
  return id;
}

/** Writes events to a log as a service does, in one transaction. Wakes nobody. */
export async function append(database: Database, stream: string, list: readonly Unnumbered[]): Promise<void> {
  const [kind, id] = [stream.slice(0, 1), stream.slice(2)];
  await database.transaction(async ({ orm }) => {
    const table = kind === 'w' ? workspaces : users;
    const [row] = await orm
      .update(table)
      .set({ seq: sql`${table.seq} + ${list.length}` })
      .where(sql`${table.id} = ${id}`)
      .returning({ seq: table.seq });
    const first = (row?.seq ?? 0) - list.length + 1;
    const rows = list.map((event, index) => ({
      stream,
      seq: first + index,
      at,
      payload: { ...event, seq: first + index } as LoggedEvent,
    }));
    if (rows.length > 0) await orm.insert(events).values(rows);
  });
}

/** Writes one event many times, in one statement. */
export async function appendMany(database: Database, stream: string, event: Unnumbered, count: number): Promise<void> {
  const id = stream.slice(2);
  await database.orm.execute(sql`
    with head as (update guildhall.workspaces set seq = seq + ${count} where id = ${id} returning seq - ${count} as before)
    insert into guildhall.events (stream, seq, payload, at)
    select ${stream}, before + n, ${JSON.stringify(event)}::jsonb || jsonb_build_object('seq', before + n), now()
      from head, generate_series(1, ${count}::int) n`);
}

/** A server whose streams read this database. */
export async function serveEvents(database: Database, deps: Partial<EdgeDeps> = {}) {
  const server = await serveEdge({ log: createSqlLog(database), ...deps });
  onTestFinished(() => server.close());
  return server;
}

/** One stream, as a client without an adapter reads it. */
export interface OpenStream {
  readonly status: number;
  readonly headers: Headers;
  readonly seen: { id: string | undefined; event: GuildhallEvent }[];
  readonly retries: number[];
  /** The topics and numbers of what was seen: `members 3`. */
  brief(): string[];
  /** Resolves when so many events of `topic: stream` and this type were seen. */
  until(done: (stream: OpenStream) => boolean): Promise<void>;
  readonly ended: Promise<void>;
  cut(): void;
}

/** Opens a stream as somebody. */
export async function openStream(
  url: string,
  userId: string,
  lastEventId?: string,
  workspaceId = WORKSPACE,
): Promise<OpenStream> {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const response = await fetch(`${url}/events?workspaceId=${workspaceId}`, {
    headers: { [USER_HEADER]: userId, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
    signal: controller.signal,
  });
  const waiting = new Set<() => void>();
  const seen: OpenStream['seen'] = [];
  const retries: number[] = [];
  const parser = createParser({
    onEvent: ({ id, data }) => void seen.push({ id, event: JSON.parse(data) as GuildhallEvent }),
    onRetry: (ms) => void retries.push(ms),
  });
  const read = async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }));
        for (const look of waiting) look();
      }
    } catch {
      // Cut, by either side.
    }
  };
  const stream: OpenStream = {
    status: response.status,
    headers: response.headers,
    seen,
    retries,
    brief: () => seen.map(({ event }) => ('seq' in event ? `${event.topic} ${event.seq}` : event.type)),
    until: (done) =>
      new Promise((resolve) => {
        const look = () => {
          if (!done(stream)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    ended: read(),
    cut: () => controller.abort(),
  };
  return stream;
}

export const isReady = ({ seen }: OpenStream): boolean =>
  seen.some(({ event }) => event.topic === 'stream' && event.type === 'ready');

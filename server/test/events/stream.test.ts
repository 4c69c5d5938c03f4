import { connect } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, clearDatabase, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { USER_HEADER } from '../http/support.js';
import {
  acted,
  append,
  appendMany,
  changed,
  changedIn,
  invited,
  isReady,
  memberOf,
  mine,
  openStream,
  removed,
  seed,
  seedOther,
  serveEvents,
  updated,
  WORKSPACE,
} from './support.js';

const LOG = `w:${WORKSPACE}`;
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe.each(DATABASE_KINDS)('a stream on %s', (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(kind);
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    await clearDatabase(test.database);
    await seed(test.database, { ada: 'owner', bob: 'admin', cy: 'member', out: null });
  });
  const write = (stream: string, list: Parameters<typeof append>[2]) => append(test.database, stream, list);

  it('begins now, says so, and brings what happens, in order', async () => {
    const server = await serveEvents(test.database);
    await write(LOG, [changed]);
    const stream = await openStream(server.url, 'ada');
    await stream.until(isReady);
    await write(LOG, [changed, invited, acted]);
    await write('u:ada', [mine]);
    server.edge.hub.wake([LOG, 'u:ada']);
    await stream.until(({ seen }) => seen.length === 5);
    expect(stream.brief()).toEqual(
      expect.arrayContaining(['ready', 'workspace 2', 'invitations 3', 'activity 4', 'viewer 1']),
    );
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
  });

  it('brings by itself what nobody woke it for', async () => {
    const server = await serveEvents(test.database);
    const stream = await openStream(server.url, 'ada');
    await stream.until(isReady);
    const before = performance.now();
    await write(LOG, [changed]);
    await stream.until(({ seen }) => seen.length === 2);
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  it('leaves out the topics that somebody may not see', async () => {
    const server = await serveEvents(test.database);
    const stream = await openStream(server.url, 'cy');
    await stream.until(isReady);
    await write(LOG, [invited, acted, changed]);
    server.edge.hub.wake();
    await stream.until(({ seen }) => seen.length === 2);
    expect(stream.brief()).toEqual(['ready', 'workspace 3']);
  });

  it('opens and closes topics with each change of role, at its place among the events', async () => {
    const server = await serveEvents(test.database);
    const stream = await openStream(server.url, 'cy');
    await stream.until(isReady);
    await write(LOG, [
      invited,
      updated('cy', 'admin'),
      invited,
      acted,
      updated('cy', 'member'),
      invited,
      acted,
      changed,
    ]);
    server.edge.hub.wake();
    await stream.until(({ seen }) => seen.length === 6);
    expect(stream.brief()).toEqual(['ready', 'members 2', 'invitations 3', 'activity 4', 'members 5', 'workspace 8']);
  });

  it('brings nothing after a removal, however it is asked for', async () => {
    const server = await serveEvents(test.database);
    const stream = await openStream(server.url, 'bob');
    await stream.until(isReady);
    await write(LOG, [changed, removed('bob'), changed, updated('ada', 'owner')]);
    await test.database.orm.execute(sql`delete from guildhall.members where id = 'm-bob'`);
    server.edge.hub.wake();
    await stream.until(({ seen }) => seen.length === 3);
    await write('u:bob', [mine]);
    server.edge.hub.wake();
    await stream.until(({ seen }) => seen.length === 4);
    expect(stream.brief()).toEqual(['ready', 'workspace 1', 'closed', 'viewer 1']);
    const again = await openStream(server.url, 'bob', stream.seen[1]?.id);
    await again.until(isReady);
    expect(again.brief()).toEqual(['closed', 'viewer 1', 'ready']);
  });

  it('follows several workspaces at once, each from where the client has heard it', async () => {
    const other = await seedOther(test.database, 'ada');
    const server = await serveEvents(test.database);
    const both = `${WORKSPACE}&workspaceId=${other}&workspaceId=unknown`;
    const stream = await openStream(server.url, 'ada', undefined, both);
    await stream.until(({ seen }) => seen.length === 3);
    expect(stream.brief()).toEqual(['closed', 'ready', 'ready']);
    await write(LOG, [changed, changed]);
    await write(`w:${other}`, [changedIn(other)]);
    server.edge.hub.wake();
    await stream.until(({ seen }) => seen.length === 6);
    const told = stream.seen.slice(3).map(({ event }) => ('workspaceId' in event ? event.workspaceId : ''));
    expect(told.toSorted()).toEqual([WORKSPACE, WORKSPACE, other].toSorted());

    stream.cut();
    await write(LOG, [changed]);
    const lastId = stream.seen.at(-1)?.id;
    const again = await openStream(server.url, 'ada', lastId, both);
    await again.until(({ seen }) => seen.length === 4);
    expect(again.brief()).toEqual(['closed', 'workspace 3', 'ready', 'ready']);

    await write(LOG, [removed('ada'), changed]);
    await write(`w:${other}`, [changedIn(other)]);
    server.edge.hub.wake();
    await again.until(({ seen }) => seen.length === 6);
    expect(again.brief().slice(4).toSorted()).toEqual(['closed', 'workspace 2']);
  });

  it('tells whoever is no member only that the workspace is closed', async () => {
    await write(LOG, [changed]);
    const server = await serveEvents(test.database);
    for (const id of [WORKSPACE, 'unknown']) {
      const stream = await openStream(server.url, 'out', `u0;0-${id}`, id);
      await stream.until(isReady);
      expect(stream.brief()).toEqual(['closed', 'ready']);
    }
  });

  it('misses nothing and repeats nothing over a hundred cuts', async () => {
    const server = await serveEvents(test.database);
    const total = 900;
    const writing = (async () => {
      for (let written = 0; written < total; written += 10) {
        await write(LOG, times(10, changed));
        server.edge.hub.wake([LOG]);
      }
    })();
    const numbers: number[] = [];
    let lastId: string | undefined = `u0;0-${WORKSPACE}`;
    let cuts = 0;
    while (numbers.length < total) {
      const stream = await openStream(server.url, 'ada', lastId);
      const wanted = 1 + ((cuts * 7) % 12);
      await stream.until(
        ({ seen }) => seen.filter(({ event }) => 'seq' in event).length >= Math.min(wanted, total - numbers.length),
      );
      stream.cut();
      cuts += 1;
      const news = stream.seen.filter(({ event }) => event.topic === 'workspace').slice(0, wanted);
      for (const { event, id } of news) {
        if ('seq' in event) numbers.push(event.seq);
        lastId = id;
      }
    }
    await writing;
    expect(cuts).toBeGreaterThanOrEqual(100);
    expect(numbers).toEqual(Array.from({ length: total }, (_, index) => index + 1));
  });

  it('says reset where the log no longer reaches back, or never reached so far', async () => {
    await write(LOG, times(10, changed));
    await test.database.orm.execute(sql`delete from guildhall.events where seq <= 5`);
    const server = await serveEvents(test.database);
    const brief = async (lastId: string) => {
      const stream = await openStream(server.url, 'ada', lastId);
      await stream.until(isReady);
      return stream.brief();
    };
    expect(await brief(`u0;3-${WORKSPACE}`)).toEqual(['reset', 'ready']);
    expect(await brief(`u0;5-${WORKSPACE}`)).toEqual([
      'workspace 6',
      'workspace 7',
      'workspace 8',
      'workspace 9',
      'workspace 10',
      'ready',
    ]);
    expect(await brief(`u0;11-${WORKSPACE}`)).toEqual(['reset', 'ready']);
    expect(await brief('nonsense')).toEqual(['reset', 'ready']);
    expect(await brief(`u0;10-${WORKSPACE}`)).toEqual(['ready']);
    await test.database.orm.execute(sql`delete from guildhall.events`);
    expect(await brief(`u0;9-${WORKSPACE}`)).toEqual(['reset', 'ready']);
    expect(await brief('u0;3-another')).toEqual(['ready']);
  });

  it('keeps nothing for a reader that stalls, cuts it, and lets it go on from there', async () => {
    const server = await serveEvents(test.database, { stallMs: 300 });
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.write(`GET /api/events?workspaceId=${WORKSPACE} HTTP/1.1\r\nHost: x\r\n${USER_HEADER}: ada\r\n\r\n`);
    await new Promise((resolve) => socket.once('readable', resolve));
    // More than the kernel's buffers take: ten megabytes.
    const total = 2_500;
    const large = { ...memberOf('cy', 'member'), name: 'x'.repeat(4_000) };
    await appendMany(test.database, LOG, { ...updated('cy', 'member'), member: large } as typeof changed, total);
    server.edge.hub.wake();
    await expect.poll(() => server.edge.streamCount(), { timeout: 10_000 }).toBe(0);
    socket.resume();
    await closed;
    const stream = await openStream(server.url, 'ada', `u0;0-${WORKSPACE}`);
    await stream.until(isReady);
    expect(stream.seen.filter(({ event }) => event.topic === 'members')).toHaveLength(total);
  });

  it('ends with its session', async () => {
    let signedIn = true;
    const server = await serveEvents(test.database, {
      beatMs: 30,
      authenticate: () => (signedIn ? { userId: 'ada', email: 'ada@host.example', emailVerified: true } : null),
    });
    const stream = await openStream(server.url, 'ada');
    await stream.until(isReady);
    signedIn = false;
    await stream.ended;
    expect(server.edge.streamCount()).toBe(0);
  });

  it('sends its clients away to come back when the server closes', async () => {
    const server = await serveEvents(test.database);
    const stream = await openStream(server.url, 'ada');
    await stream.until(isReady);
    server.edge.close();
    await stream.ended;
    expect(stream.retries).toEqual([expect.any(Number)]);
    expect(stream.retries[0]).toBeLessThan(2_500);
  });

  it('listens no longer than its client does', async () => {
    const server = await serveEvents(test.database);
    for (let opened = 0; opened < 20; opened += 1) {
      const stream = await openStream(server.url, 'ada');
      await stream.until(isReady);
      stream.cut();
    }
    await expect.poll(() => server.edge.streamCount()).toBe(0);
  });
});

describe('asking for a stream', () => {
  it('wants somebody signed in, and a workspace that is an id', async () => {
    const test = await createTestDatabase('pglite');
    const server = await serveEvents(test.database);
    const anonymous = await fetch(`${server.url}/events`);
    expect([anonymous.status, await anonymous.json()]).toMatchObject([401, { code: 'unauthenticated' }]);
    const bad = await fetch(`${server.url}/events?workspaceId=a%00b&x=1`, { headers: { [USER_HEADER]: 'ada' } });
    const fields = [{ path: 'workspaceId.0' }, { path: 'x' }];
    expect([bad.status, await bad.json()]).toMatchObject([422, { code: 'validation', details: { fields } }]);
    await test.dispose();
  });
});

import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clearDatabase, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { USER_HEADER } from '../http/support.js';
import {
  appendMany,
  changed,
  isReady,
  memberOf,
  openStream,
  seed,
  serveEvents,
  updated,
  WORKSPACE,
} from './support.js';

const LOG = `w:${WORKSPACE}`;

/** A client that asks for a stream as somebody, and reads no more than its beginning. */
async function stall(url: string, userId: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`GET /api/events?workspaceId=${WORKSPACE} HTTP/1.1\r\nHost: x\r\n${USER_HEADER}: ${userId}\r\n\r\n`);
  await new Promise((resolve) => socket.once('readable', resolve));
}

describe('the streams of one person', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase('pglite');
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    await clearDatabase(test.database);
    await seed(test.database, { ada: 'owner', cy: 'member' });
  });

  const open = async (url: string, userId: string) => {
    const stream = await openStream(url, userId);
    await stream.until(isReady);
    return stream;
  };

  it('are so many at most: the oldest is sent away, to come back after a while', async () => {
    const server = await serveEvents(test.database, { streamsPerUser: 2 });
    const others = await open(server.url, 'cy');
    const first = await open(server.url, 'ada');
    const second = await open(server.url, 'ada');
    const third = await open(server.url, 'ada');
    await first.ended;
    expect(first.retries[0]).toBeGreaterThanOrEqual(30_000);
    await expect.poll(() => server.edge.streamCount()).toBe(3);

    await appendMany(test.database, LOG, changed, 1);
    server.edge.hub.wake();
    for (const stream of [others, second, third]) await stream.until(({ seen }) => seen.length === 2);
    expect(first.brief()).toEqual(['ready']);
  });

  it('make room as they end', async () => {
    const server = await serveEvents(test.database, { streamsPerUser: 2 });
    const first = await open(server.url, 'ada');
    const second = await open(server.url, 'ada');
    second.cut();
    await expect.poll(() => server.edge.streamCount()).toBe(1);
    await open(server.url, 'ada');
    expect(server.edge.streamCount()).toBe(2);
    expect(first.retries).toEqual([]);
  });

  it('end with the session although nobody reads them, and take nothing with them', async () => {
    let signedIn = true;
    const server = await serveEvents(test.database, {
      beatMs: 20,
      stallMs: 1_000,
      authenticate: () => (signedIn ? { userId: 'ada', email: 'ada@host.example', emailVerified: true } : null),
    });
    await stall(server.url, 'ada');
    // More than the kernel's buffers take: ten megabytes.
    const large = { ...memberOf('cy', 'member'), name: 'x'.repeat(4_000) };
    await appendMany(test.database, LOG, { ...updated('cy', 'member'), member: large } as typeof changed, 2_500);
    server.edge.hub.wake();
    signedIn = false;
    await expect.poll(() => server.edge.streamCount(), { timeout: 10_000 }).toBe(0);
  });
});

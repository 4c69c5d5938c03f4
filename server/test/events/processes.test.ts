import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/db/open.js';
import { createWake } from '../../src/events/wake.js';
import { createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { append, changed, isReady, openStream, seed, serveEvents, WORKSPACE } from './support.js';

const LOG = `w:${WORKSPACE}`;
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('postgres');
  await seed(test.database, { ada: 'owner' });
});
afterAll(() => test.dispose());

/** One process of several: a pool of its own, and its own ears. */
async function startProcess() {
  const database = await openDatabase({ kind: 'postgres', url: test.url ?? '' });
  const server = await serveEvents(database);
  const wake = createWake({ database, onWake: server.edge.hub.wake, onError: () => undefined });
  await wake.start();
  onTestFinished(async () => {
    await wake.close();
    await database.close();
  });
  return { database, server, wake };
}

describe('several processes on one database', () => {
  it('hear of each other’s writes at once', async () => {
    const [writer, reader] = [await startProcess(), await startProcess()];
    const stream = await openStream(reader.server.url, 'ada');
    await stream.until(isReady);
    const waits: number[] = [];
    for (let round = 1; round <= 20; round += 1) {
      await append(writer.database, LOG, [changed]);
      const written = performance.now();
      writer.wake([LOG]);
      await stream.until(({ seen }) => seen.length === 1 + round);
      waits.push(performance.now() - written);
    }
    // Looking by itself would take half a second on average.
    expect(waits.toSorted((a, b) => a - b)[10]).toBeLessThan(250);
  });

  it('miss nothing while the connection that listens is killed again and again', async () => {
    const [writer, reader] = [await startProcess(), await startProcess()];
    const stream = await openStream(reader.server.url, 'ada');
    await stream.until(isReady);
    for (let round = 0; round < 10; round += 1) {
      await test.database.orm.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'guildhall events' and datname = current_database()`,
      );
      await append(writer.database, LOG, [changed, changed]);
      writer.wake([LOG]);
    }
    await stream.until(({ seen }) => seen.length === 21);
    const numbers = stream.seen.flatMap(({ event }) => ('seq' in event ? [event.seq] : []));
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => (numbers[0] ?? 0) + index));
  });

  it('are told of more logs than one notification takes', async () => {
    const told: string[] = [];
    const [writer, other] = [await startProcess(), await openDatabase({ kind: 'postgres', url: test.url ?? '' })];
    const wake = createWake({
      database: other,
      onWake: (streams = []) => told.push(...streams),
      onError: () => undefined,
    });
    await wake.start();
    onTestFinished(async () => {
      await wake.close();
      await other.close();
    });
    const logs = Array.from({ length: 300 }, (_, index) => `w:${'ü'.repeat(50)},"${index}`);
    writer.wake(logs);
    await expect.poll(() => told).toHaveLength(300);
    expect(new Set(told)).toEqual(new Set(logs));
  });
});

import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { GuildhallEvent } from 'guildhall/contract';
import { openDatabase } from '../server/src/db/open.js';
import { syncTriggers } from '../server/src/entities/triggers/sync.js';
import { createHostTables, kinds } from '../server/test/entities/hostTables.js';
import { startEntityServer } from '../server/test/soak/entities/server.js';
import { createEmptyDatabase, startPostgresSupply } from '../server/test/support/postgres.js';
import { seedWorld } from '../server/test/support/seedWorld.js';
import type { Row } from './row.js';
import { makeRooms } from './server/rooms.js';
import { openStream, openStreams } from './server/stream.js';
import { quantile } from './statistics.js';

const ROOMS = 20;
const PEOPLE = 10;
const ROUNDS = 3;
const WRITES_PER_ROUND = 200;
const WRITES_PER_SECOND = 50;

/** Writes at an even pace, each to the next workspace. @returns how long each took until each client had its event */
async function measure(databaseUrl: string, urls: readonly string[]): Promise<number[][]> {
  const { occupants } = makeRooms(ROOMS, PEOPLE);
  const host = new pg.Client({ connectionString: databaseUrl });
  await host.connect();
  const began = new Map<string, number>();
  let took: number[] = [];
  const hear = (data: string) => {
    const event = JSON.parse(data) as GuildhallEvent;
    if (event.topic !== 'entities' || event.type !== 'changed') return;
    const since = began.get(event.entity.title);
    if (since !== undefined) took.push(performance.now() - since);
  };
  let nth = 0;
  const streams = await openStreams(occupants, ({ userId, workspaceId }) => {
    nth += 1;
    const url = `${urls[nth % urls.length]}/api/events?workspaceId=${workspaceId}`;
    return openStream(url, userId, hear);
  });
  const rounds: number[][] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      took = [];
      const start = performance.now();
      for (let write = 0; write < WRITES_PER_ROUND; write += 1) {
        await setTimeout(Math.max(0, start + (write * 1000) / WRITES_PER_SECOND - performance.now()));
        const title = `${round} ${write}`;
        began.set(title, performance.now());
        await host.query('insert into chats (workspace_id, name) values ($1, $2)', [`room-${write % ROOMS}`, title]);
      }
      while (took.length < WRITES_PER_ROUND * PEOPLE) await setTimeout(20);
      rounds.push(took);
    }
  } finally {
    for (const stream of streams) stream.close();
    await host.end();
  }
  // What comes first also compiles code and opens connections.
  return rounds.slice(1);
}

/**
 * From before a host's plain SQL leaves until a client has its event, by way of triggers, inbox, sequencer and log: two
 * hundred people in twenty workspaces, on two processes, fifty writes a second. The best of three rounds.
 */
export async function measureEntityLatency(): Promise<Row[]> {
  const supply = await startPostgresSupply();
  const { url, drop } = await createEmptyDatabase(supply.url, supply.template);
  const database = await openDatabase({ kind: 'postgres', url });
  await seedWorld(database, makeRooms(ROOMS, PEOPLE).world);
  await createHostTables(database);
  await syncTriggers(database, kinds);
  const servers = await Promise.all([startEntityServer(url), startEntityServer(url)]);
  try {
    const rounds = await measure(
      url,
      servers.map((server) => server.url),
    );
    const least = (share: number) => Math.min(...rounds.map((took) => quantile(took, share)));
    return [
      { what: 'plain SQL on the screens of 10, two processes: p50', measured: least(0.5), budget: 100, unit: 'ms' },
      { what: '… p99', measured: least(0.99), budget: 250, unit: 'ms' },
    ];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await database.close();
    await drop();
    await supply.stop();
  }
}

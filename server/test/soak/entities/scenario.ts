import { isDeepStrictEqual } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../src/db/database.js';
import { statement } from '../../../src/db/database.js';
import { purgeEvents } from '../../../src/events/purge.js';
import { seedWorld } from '../../support/seedWorld.js';
import { syncTriggers } from '../../../src/entities/triggers/sync.js';
import { createHostTables, host, kinds } from '../../entities/hostTables.js';
import type { Random } from '../random.js';
import { Client } from './client.js';
import { startEntityServer } from './server.js';
import type { EntityServer } from './server.js';
import { keyOf, readState } from './state.js';
import { Writes } from './writes.js';

/** How much of it there is. */
export interface InStepOptions {
  readonly databaseUrl: string;
  readonly database: Database;
  readonly random: Random;
  readonly processes: number;
  readonly clients: number;
  readonly writes: number;
  /** Connections that are cut meanwhile. */
  readonly cuts: number;
  /** Servers that are killed meanwhile (-9), each followed by another. */
  readonly kills: number;
  /** How often all of the log is forgotten meanwhile. */
  readonly purges: number;
}

/** What came of it. */
export interface InStepTally {
  readonly events: number;
  readonly connections: number;
  readonly fetches: number;
  readonly resets: number;
  readonly unknown: number;
  readonly rows: number;
}

const WORKSPACES = ['ws-1', 'ws-2', 'ws-3'];
const NOW = '2026-03-02T09:00:00.000Z';
/** Longer than the log is kept. */
const FAR_MS = 30 * 24 * 3_600_000;
/** Transactions that are under way at once. */
const LANES = 6;

const QUIET = statement<{ waiting: number; acknowledged: number }>(
  'soak_entities_quiet',
  `select (select count(*)::int from guildhall.inbox) as waiting, (select count(*)::int from written where nth = any($1::int[])) as acknowledged`,
);

async function prepare(database: Database, clients: number): Promise<void> {
  const users = Array.from({ length: clients }, (_, nth) => `client-${nth}`);
  await seedWorld(database, {
    now: NOW,
    users: users.map((id) => ({ id, name: id, email: `${id}@soak.example` })),
    workspaces: WORKSPACES.map((id) => ({
      id,
      name: id,
      members: users.map((userId) => ({ userId, role: 'owner' as const })),
    })),
  });
  await createHostTables(database);
  await host(database, 'create table written (nth integer primary key)');
  const reports = await syncTriggers(database, kinds);
  if (reports.some(({ action }) => action !== 'installed')) throw new Error(JSON.stringify(reports));
}

/** Servers of which some die. */
class Fleet {
  readonly #servers: EntityServer[] = [];

  constructor(
    private readonly databaseUrl: string,
    private readonly random: Random,
  ) {}

  async grow(count: number): Promise<void> {
    this.#servers.push(
      ...(await Promise.all(Array.from({ length: count }, () => startEntityServer(this.databaseUrl)))),
    );
  }

  pick = (): EntityServer => this.random.pick(this.#servers.filter(({ isDead }) => !isDead));

  async replaceOne(): Promise<void> {
    const doomed = this.pick();
    await this.grow(1);
    await doomed.kill();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.stop()));
  }
}

/** Calls each so many times, evenly over what is done. */
const isTime = (nth: number, total: number, times: number) =>
  Math.floor(((nth + 1) * times) / total) > Math.floor((nth * times) / total);

async function writeAll(options: InStepOptions, fleet: Fleet, clients: readonly Client[]) {
  const { random, writes: total, cuts, kills, purges, database } = options;
  const writes = new Writes(random, WORKSPACES);
  const acknowledged: number[] = [];
  let [begun, unknown] = [0, 0];
  const lane = async () => {
    while (begun < total) {
      const nth = begun;
      begun += 1;
      const became = await fleet.pick().write([...writes.next(), `insert into written values (${nth})`]);
      if (became === 'committed') acknowledged.push(nth);
      if (became === 'unknown') unknown += 1;
      for (let cut = 0; cut < cuts / total; cut += 1)
        if (isTime(nth, total, Math.min(cuts, total))) random.pick(clients).cut();
      if (isTime(nth, total, kills)) await fleet.replaceOne();
      // Whoever is behind learns of it by what comes after: not at the very end.
      if (nth < total * 0.9 && isTime(nth, total, purges)) await purgeEvents(database, new Date(Date.now() + FAR_MS));
      for (const client of clients) client.check();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { acknowledged, unknown };
}

/** Waits until nothing waits, and every client has heard the last event. */
async function settle({ database }: InStepOptions, clients: readonly Client[], acknowledged: readonly number[]) {
  for (;;) {
    for (const client of clients) client.check();
    const [quiet] = await database.query(QUIET, [acknowledged]);
    if (quiet?.acknowledged !== acknowledged.length) throw new Error('A change that was acknowledged is lost.');
    const states = new Map<string, Awaited<ReturnType<typeof readState>>>();
    for (const id of WORKSPACES) states.set(id, await readState(database, id));
    const isHeard = clients.every(({ heard, workspaceId }) => heard === states.get(workspaceId)?.seq);
    if (quiet.waiting === 0 && isHeard) return states;
    await pause(50);
  }
}

/**
 * Clients follow what workspaces hold while hosts write from several processes, connections are cut and processes die. Each
 * ends with exactly what the database holds, has heard every event, and none twice.
 */
export async function keepInStep(options: InStepOptions): Promise<InStepTally> {
  const { database, random, processes, clients: count } = options;
  await prepare(database, count);
  const fleet = new Fleet(options.databaseUrl, random);
  await fleet.grow(processes);
  const clients = Array.from(
    { length: count },
    (_, nth) => new Client(`client-${nth}`, WORKSPACES[nth % WORKSPACES.length] ?? '', fleet),
  );
  try {
    for (const client of clients) client.start();
    const { acknowledged, unknown } = await writeAll(options, fleet, clients);
    const states = await settle(options, clients, acknowledged);
    let rows = 0;
    for (const client of clients) {
      const expected = new Map((states.get(client.workspaceId)?.rows ?? []).map((row) => [keyOf(row), row]));
      rows += expected.size;
      if (!isDeepStrictEqual(client.rows, expected))
        throw new Error(`${client.userId} holds something else than the database.`);
    }
    const sum = (of: keyof Client['tally']) => clients.reduce((total, { tally }) => total + tally[of], 0);
    const [events, connections, fetches, resets] = [sum('events'), sum('connections'), sum('fetches'), sum('resets')];
    return { events, connections, fetches, resets, unknown, rows };
  } catch (error) {
    throw new Error(`The clients are not in step, seed ${random.seed}.`, { cause: error });
  } finally {
    await Promise.allSettled(clients.map((client) => client.stop()));
    await fleet.stop();
  }
}

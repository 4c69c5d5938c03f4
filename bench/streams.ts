import { setTimeout } from 'node:timers/promises';
import type { Row } from './row.js';
import { startBenchServer, tokenOf } from './server/process.js';
import type { BenchServer } from './server/process.js';
import { makeRooms } from './server/rooms.js';
import type { Occupant } from './server/rooms.js';
import { openStream, openStreams } from './server/stream.js';
import { quantile } from './statistics.js';

const ROUNDS = 3;
/** Milliseconds until what opening left behind has been let go of. */
const SETTLE_MS = 1_500;

/** What each open stream holds of the server's memory, in kilobytes. */
interface Held {
  readonly rss: number;
  readonly heap: number;
}

async function weigh(
  server: BenchServer,
  occupants: readonly Occupant[],
  urlOf: (of: Occupant) => string,
): Promise<Held> {
  const open = (one: Occupant) => openStream(urlOf(one), tokenOf(one.userId));
  // What the first streams make for all: compiled code, connections to the database.
  for (const stream of await openStreams(occupants.slice(0, 200), open)) stream.close();
  await setTimeout(SETTLE_MS);
  const before = await server.usage('memory');
  const streams = await openStreams(occupants, open);
  await setTimeout(SETTLE_MS);
  const after = await server.usage('memory');
  for (const stream of streams) stream.close();
  const each = (bytes: number) => bytes / occupants.length / 1000;
  return { rss: each(after.rss - before.rss), heap: each(after.heapUsed - before.heapUsed) };
}

/**
 * What a thousand idle streams hold in the server, of as many people in twenty workspaces, beside streams that Express
 * only keeps open. Each in a process of its own, since memory is seldom given back; the median of
 * three: what the system counts as resident goes either way.
 */
export async function measureStreams(): Promise<Row[]> {
  const { world, occupants } = makeRooms(20, 50);
  const inFreshServer = async (prefix: (origin: string) => string) => {
    const server = await startBenchServer(world);
    try {
      const start = prefix(`http://127.0.0.1:${server.port}`);
      return await weigh(server, occupants, ({ workspaceId }) => `${start}${workspaceId}`);
    } finally {
      await server.stop();
    }
  };
  const rounds: { ours: Held; plain: Held }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      ours: await inFreshServer((origin) => `${origin}/api/events?workspaceId=`),
      plain: await inFreshServer((origin) => `${origin}/plain/events?`),
    });
  }

  const middle = (of: (round: { ours: Held; plain: Held }) => number) => quantile(rounds.map(of), 0.5);
  return [
    {
      what: 'an idle stream, 1,000 open: resident memory',
      measured: middle(({ ours }) => ours.rss),
      budget: 20,
      unit: 'kB',
      peer: { name: 'a stream that Express only keeps open', value: middle(({ plain }) => plain.rss) },
    },
    {
      what: '… of which JavaScript’s heap',
      measured: middle(({ ours }) => ours.heap),
      budget: 20,
      unit: 'kB',
      peer: { name: 'a stream that Express only keeps open', value: middle(({ plain }) => plain.heap) },
    },
  ];
}

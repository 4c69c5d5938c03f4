import { onTestFinished } from 'vitest';
import { statement } from '../../src/db/database.js';
import type { Database } from '../../src/db/database.js';
import { workspaces } from '../../src/db/schema.js';
import { createInUnit } from '../../src/db/unit.js';
import type { Kind } from '../../src/entities/kinds.js';
import { createRegistry } from '../../src/entities/registry.js';
import type { Registry } from '../../src/entities/registry.js';
import { createSequencer } from '../../src/entities/sequencer/sequencer.js';
import type { Sequencer } from '../../src/entities/sequencer/sequencer.js';
import type { LoggedEvent } from '../../src/events/log.js';
import { clearDatabase } from '../support/databases.js';
import { clearHostTables, kinds } from './hostTables.js';

const LOG = statement<{ payload: LoggedEvent }>(
  'test_log',
  `select payload from guildhall.events where stream = 'w:' || $1 order by seq`,
);
const COUNTER = statement<{ seq: number; last: number }>(
  'test_counter',
  `select w.seq::float8 as seq, coalesce(max(e.seq), 0)::float8 as last from guildhall.workspaces w
     left join guildhall.events e on e.stream = 'w:' || w.id where w.id = $1 group by w.id`,
);
const WAITING = statement<{ count: number }>('test_waiting', 'select count(*)::int as count from guildhall.inbox');

/** A sequencer that works when it is told to, on a database that tests share. */
export function stageSequencer(
  database: Database,
  given: {
    readonly kinds?: readonly Kind[];
    readonly onError?: (error: unknown) => void;
    readonly registry?: Registry;
  } = {},
): Sequencer {
  const { onError = fail } = given;
  const sequencer = createSequencer({
    database,
    inUnit: createInUnit(
      database,
      () => new Date(),
      () => undefined,
    ),
    registry: given.registry ?? createRegistry(database, given.kinds ?? kinds, onError),
    isHeard: () => true,
    onError,
  });
  onTestFinished(() => sequencer.close());
  return sequencer;
}

function fail(error: unknown): never {
  throw error;
}

/** Begins anew, with workspaces of these ids. */
export async function seedWorkspaces(database: Database, ids: readonly string[]): Promise<void> {
  await clearDatabase(database);
  await clearHostTables(database);
  const rows = ids.map((id) => ({ id, name: id, sortKey: id, createdAt: new Date() }));
  await database.orm.insert(workspaces).values(rows);
}

function lineOf(event: LoggedEvent): string {
  if (event.topic !== 'entities') return event.topic;
  if (event.type === 'changed') return `changed ${event.entity.kind} ${event.entity.id} ${event.entity.title}`.trim();
  return event.type === 'removed' ? `removed ${event.kind} ${event.entityId}` : `bulk ${event.kind}`;
}

/** Reads a workspace's log in a few words for each event, and forgets what it has read. */
export function createReader(database: Database) {
  const read = new Map<string, number>();
  return async (workspaceId: string): Promise<string[]> => {
    const rows = await database.query(LOG, [workspaceId]);
    const from = read.get(workspaceId) ?? 0;
    read.set(workspaceId, rows.length);
    return rows.slice(from).map(({ payload }) => lineOf(payload));
  };
}

/** The events of a workspace, whole. */
export async function readLog(database: Database, workspaceId: string): Promise<LoggedEvent[]> {
  return (await database.query(LOG, [workspaceId])).map(({ payload }) => payload);
}

/** Whether a log has as many events as its counter says, without gaps. */
export async function isWhole(database: Database, workspaceId: string): Promise<boolean> {
  const [counter] = await database.query(COUNTER, [workspaceId]);
  const events = await readLog(database, workspaceId);
  return counter?.seq === counter?.last && events.every(({ seq }, index) => seq === index + 1);
}

/** How many lines the inbox has. */
export async function countWaiting(database: Database): Promise<number> {
  const [waiting] = await database.query(WAITING, []);
  return waiting?.count ?? 0;
}

import { performance } from 'node:perf_hooks';
import { statement } from '../server/src/index.js';
import type { Database } from '../server/src/index.js';
import { openDatabase } from '../server/src/db/open.js';
import { createServices } from '../server/src/services.js';
import { recordStatements } from '../server/test/entities/plans.js';
import type { Asked } from '../server/test/entities/plans.js';
import { identityOf, testDeps } from '../server/test/support/inProcess.js';
import { createEmptyDatabase, startPostgresSupply } from '../server/test/support/postgres.js';
import { seedWorld } from '../server/test/support/seedWorld.js';
import { ENTITIES, JOINED, LONG_CHAT, WORLD, seedHost } from './entities/host.js';
import type { Row } from './row.js';
import { quantile } from './statistics.js';

const FEW = 10_000;
const MANY = 1_000_000;
const ROUNDS = 20;
const IN_A_ROW = 15;
const LIMIT = 50;

const mia = identityOf({ id: 'mia', email: 'mia@acme.example', name: 'Mia' });

/** What is measured, and where it is to come, in milliseconds. */
const SUBJECTS = {
  first: ['entities.list, first page of 50', 0.3],
  deep: ['… half-way down', 0.3],
  below: ['… of what follows a parent', 0.5],
  joined: [`… of a joined kind, ${JOINED.big} in the workspace`, 1],
  crowded: [`… of a joined kind, ${JOINED.crowded.toLocaleString('en')} in the workspace`, 30],
  counts: ['entities.counts', 5],
  get: ['entities.get', 0.3],
} as const satisfies Record<string, readonly [string, number]>;
type Subject = keyof typeof SUBJECTS;
const NAMES = Object.keys(SUBJECTS) as Subject[];

/** What is asked, in a database of so many chats, messages and assistants. */
async function statementsOn(database: Database, rows: number): Promise<Record<Subject, Asked>> {
  const { asked, database: recorded } = recordStatements(database);
  const { operations } = createServices(testDeps(recorded, { entities: ENTITIES }));
  const lastOf = async (asking: Promise<unknown>) => {
    await asking;
    const one = asked.at(-1);
    if (!one) throw new Error('Nothing was asked.');
    return one;
  };
  const page = async (
    kind: string,
    more: { workspaceId?: string; parentId?: string; cursor?: string; limit?: number },
  ) => {
    const answer = await operations['entities.list'](mia, { workspaceId: 'big', kind, limit: LIMIT, ...more });
    if (answer.items.length < LIMIT) throw new Error(`A page of ${kind} has ${answer.items.length} entities.`);
    return answer;
  };
  let { nextCursor } = await page('chat', { limit: 200 });
  for (let read = 200; read < (0.3 * rows) / 2 && nextCursor !== null; read += 200)
    ({ nextCursor } = await page('chat', { limit: 200, cursor: nextCursor }));
  return {
    first: await lastOf(page('chat', {})),
    deep: await lastOf(page('chat', nextCursor === null ? {} : { cursor: nextCursor })),
    below: await lastOf(page('message', { parentId: LONG_CHAT })),
    joined: await lastOf(page('assistant', {})),
    crowded: await lastOf(page('assistant', { workspaceId: 'crowded' })),
    counts: await lastOf(operations['entities.counts'](mia, { workspaceId: 'big' })),
    get: await lastOf(operations['entities.get'](mia, { kind: 'chat', entityId: LONG_CHAT })),
  };
}

type Timing = Record<Subject, number[]>;

/** Asks the same some times, on one connection that has planned it before. */
async function askSome(database: Database, name: Subject, { text, parameters }: Asked, timing: Timing): Promise<void> {
  for (let nth = 0; nth < IN_A_ROW; nth += 1) {
    const began = performance.now();
    await database.query(statement(`bench_${name}`, text), parameters);
    timing[name].push(performance.now() - began);
  }
}

async function seed(url: string, rows: number): Promise<Record<Subject, Asked>> {
  const database = await openDatabase({ kind: 'postgres', url });
  try {
    await seedWorld(database, WORLD);
    await seedHost(database, rows);
    return await statementsOn(database, rows);
  } finally {
    await database.close();
  }
}

const emptyTiming = () => Object.fromEntries(NAMES.map((name) => [name, []])) as unknown as Timing;

/**
 * What lists of entities ask of PostgreSQL, from statement to answer, at 10,000 and at 1,000,000 rows of each kind, in
 * turns: the median.
 */
export async function measureEntities(): Promise<Row[]> {
  const supply = await startPostgresSupply();
  const sizes: { database: Database; drop: () => Promise<void>; statements: Record<Subject, Asked>; timing: Timing }[] =
    [];
  try {
    for (const rows of [FEW, MANY]) {
      const { url, drop } = await createEmptyDatabase(supply.url, supply.template);
      const statements = await seed(url, rows);
      // On a connection that has done nothing else.
      const database = await openDatabase({ kind: 'postgres', url, poolSize: 1 });
      sizes.push({ database, drop, statements, timing: emptyTiming() });
    }
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of NAMES)
        for (const { database, statements, timing } of sizes) await askSome(database, name, statements[name], timing);
    const [few, many] = sizes.map(({ timing }) => timing);
    return NAMES.map((name): Row => {
      const [what, budget] = SUBJECTS[name];
      // At first it is planned, each time anew.
      const median = (timing: Timing | undefined) => quantile(timing?.[name].slice(IN_A_ROW) ?? [], 0.5);
      const peer = { name: 'at 10,000', value: median(few) };
      return { what: `${what}, at 1,000,000`, measured: median(many), budget, unit: 'ms', peer };
    });
  } finally {
    for (const { database, drop } of sizes) {
      await database.close();
      await drop();
    }
    await supply.stop();
  }
}

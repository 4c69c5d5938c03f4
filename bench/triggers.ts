import pg from 'pg';
import { openDatabase } from '../server/src/db/open.js';
import { syncTriggers } from '../server/src/entities/triggers/sync.js';
import { createHostTables, kinds } from '../server/test/entities/hostTables.js';
import { createEmptyDatabase, startPostgresSupply } from '../server/test/support/postgres.js';
import type { Row } from './row.js';
import { quantile } from './statistics.js';

const MANY = 100_000;
const SINGLE = 1_000;
const ROUNDS = 5;

/** Milliseconds of the host's statements: one row each, and a hundred thousand at once in ten workspaces. */
async function measure(client: pg.Client) {
  const timed = async (act: () => Promise<unknown>) => {
    const began = performance.now();
    await act();
    return performance.now() - began;
  };
  const [single, insert, update, remove]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = `insert into chats (workspace_id, name) values ('w', 'x')`;
    single.push(
      (await timed(async () => {
        for (let nth = 0; nth < SINGLE; nth += 1) await client.query({ name: 'single', text });
      })) / SINGLE,
    );
    await client.query('delete from chats');
    const from = `select 'w' || n % 10, 'x' from generate_series(1, ${MANY}) n`;
    insert.push(await timed(() => client.query(`insert into chats (workspace_id, name) ${from}`)));
    update.push(await timed(() => client.query(`update chats set name = 'y'`)));
    remove.push(await timed(() => client.query('delete from chats')));
    for (const table of ['chats', 'guildhall.inbox']) await client.query(`vacuum ${table}`);
  }
  const best = (values: readonly number[]) => quantile(values, 0.2);
  return { single: best(single), insert: best(insert), update: best(update), remove: best(remove) };
}

/** What the triggers cost the host's writes, beside the same writes without them: the best of five rounds. */
export async function measureTriggers(): Promise<Row[]> {
  const supply = await startPostgresSupply();
  const { url, drop } = await createEmptyDatabase(supply.url, supply.template);
  const database = await openDatabase({ kind: 'postgres', url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await createHostTables(database);
    const without = await measure(client);
    await syncTriggers(database, kinds);
    const withThem = await measure(client);
    const row = (what: string, of: keyof typeof without, budget: number): Row => ({
      what,
      measured: withThem[of],
      budget,
      unit: 'ms',
      peer: { name: 'without triggers', value: without[of] },
    });
    return [
      row('a statement that inserts a row', 'single', 1),
      row('… 100,000 rows', 'insert', 3_000),
      row('… updates 100,000 rows', 'update', 3_000),
      row('… deletes 100,000 rows', 'remove', 3_000),
    ];
  } finally {
    await client.end();
    await database.close();
    await drop();
    await supply.stop();
  }
}

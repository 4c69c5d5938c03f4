import { openDatabase } from '../../../src/db/open.js';
import { createEmptyDatabase } from '../../support/postgres.js';
import type { PostgresSupply } from '../../support/postgres.js';
import { Random } from '../random.js';
import { keepInStep } from './scenario.js';

const CLIENTS = 200;

/** Keeps 200 clients in step with three processes, on a database of its own: 20 writes and two cuts for each round. */
export async function soakInStep(
  supply: PostgresSupply,
  { seed, rounds, say }: { readonly seed: number; readonly rounds: number; readonly say: (line: string) => void },
): Promise<void> {
  const began = performance.now();
  const { url, drop } = await createEmptyDatabase(supply.url, supply.template);
  const database = await openDatabase({ kind: 'postgres', url, poolSize: 4 });
  const [writes, cuts] = [rounds * 20, rounds * 2];
  try {
    const random = new Random(seed);
    const scale = { processes: 3, clients: CLIENTS, writes, cuts, kills: Math.ceil(rounds / 100), purges: 10 };
    const { events, fetches, resets } = await keepInStep({ databaseUrl: url, database, random, ...scale });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(
      `${CLIENTS} clients in step over ${cuts} cuts, ${scale.kills} killed processes and ${writes} writes from three: ` +
        `${events} events, ${resets} resets, ${fetches} times all was asked for, ${seconds} s`,
    );
  } finally {
    await database.close();
    await drop();
  }
}

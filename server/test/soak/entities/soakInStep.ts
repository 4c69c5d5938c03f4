import { withDatabase } from '../part.js';
import type { SoakStage } from '../part.js';
import { Random } from '../random.js';
import { keepInStep } from './scenario.js';

const CLIENTS = 200;

/** Keeps 200 clients in step with three processes: 20 writes and two cuts for each round. */
export function soakInStep({ supply, seed, rounds }: SoakStage): Promise<string> {
  const [writes, cuts] = [rounds * 20, rounds * 2];
  const scale = { processes: 3, clients: CLIENTS, writes, cuts, kills: Math.ceil(rounds / 100), purges: 10 };
  return withDatabase({ supply }, async (database, databaseUrl) => {
    const { events, fetches, resets } = await keepInStep({
      databaseUrl,
      database,
      random: new Random(seed),
      ...scale,
    });
    return (
      `${CLIENTS} clients in step over ${cuts} cuts, ${scale.kills} killed processes and ${writes} writes from three: ` +
      `${events} events, ${resets} resets, ${fetches} times all was asked for`
    );
  });
}

import type { Database } from '../../../src/db/database.js';
import { createSimulator } from '../../../stripe-simulator/index.js';
import { playHistory } from './histories.js';

/** What many histories come to. */
export interface HistoriesTally {
  readonly events: number;
  readonly lost: number;
  readonly deaths: number;
}

/**
 * Plays so many histories of Stripe's events, one after the other.
 *
 * @param first the seed of the first; the others follow it
 * @throws Error with the seed of the one that does not converge
 */
export async function playHistories(
  database: Database,
  { first, count, onPlayed }: { first: number; count: number; onPlayed: (played: number) => void },
): Promise<HistoriesTally> {
  const simulator = await createSimulator({ clock: 1_800_000_000, seed: 1 });
  const total = { events: 0, lost: 0, deaths: 0 };
  try {
    for (let played = 0; played < count; played += 1) {
      const tally = await playHistory({ simulator, database }, first + played);
      total.events += tally.events;
      total.lost += tally.lost;
      total.deaths += tally.deaths;
      onPlayed(played + 1);
    }
  } finally {
    await simulator.close();
  }
  return total;
}

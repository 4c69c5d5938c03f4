import { seedWorld } from '../support/seedWorld.js';
import { brokenLogs } from './inspect.js';
import { withDatabase } from './part.js';
import type { SoakStage } from './part.js';
import { startServerProcess } from './processes.js';
import { Random } from './random.js';
import { acceptOneManyTimes, addWhileOwnersQuarrel, raceForOnePlace, soakWorld } from './scenarios.js';
import type { Arena } from './scenarios.js';

async function repeat(
  { rounds, say }: SoakStage,
  title: string,
  act: (round: number) => Promise<unknown>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    try {
      await act(round);
    } catch (error) {
      throw new Error(`${title}: broken in round ${round} of ${rounds}`, { cause: error });
    }
    if ((round + 1) % 25 === 0) say(`  ${title}: ${round + 1} rounds`);
  }
}

async function playAll(stage: SoakStage, arena: Arena): Promise<string> {
  let [events, turns] = [0, 0];
  await repeat(stage, '100 members by 20 clients while owners quarrel', async (round) => {
    const tally = await addWhileOwnersQuarrel(arena, `quarrel-${round}`);
    events += tally.events;
    turns += tally.turns;
  });
  await repeat(stage, '50 acceptances of one invitation', (round) => acceptOneManyTimes(arena, `one-${round}`));
  await repeat(stage, '50 acceptances for one place', (round) => raceForOnePlace(arena, `full-${round}`));
  const broken = await brokenLogs(arena.database);
  if (broken.length > 0) throw new Error(`These logs have gaps: ${broken.join(', ')}`);
  return (
    `${stage.rounds} rounds of 100 who come while owners quarrel, of 50 acceptances of one invitation and of 50 for one ` +
    `place; ${events} events, the number of owners changed ${turns} times, no log has a gap`
  );
}

/** People come while owners quarrel, or all at once, over two server processes with a pool of ten each. */
export function soakMembers(stage: SoakStage): Promise<string> {
  return withDatabase(stage, async (database, url) => {
    await seedWorld(database, soakWorld);
    const instances = await Promise.all([startServerProcess(url), startServerProcess(url)]);
    try {
      return await playAll(stage, { instances, database, random: new Random(stage.seed) });
    } finally {
      await Promise.all(instances.map((server) => server.stop()));
    }
  });
}

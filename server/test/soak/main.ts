import { execFileSync } from 'node:child_process';
import { inspect, parseArgs } from 'node:util';
import { openDatabase } from '../../src/db/open.js';
import { createEmptyDatabase, startPostgresSupply } from '../support/postgres.js';
import { seedWorld } from '../support/seedWorld.js';
import { playHistories } from './billing/soakHistories.js';
import { soakRules } from './entities/rules.js';
import { soakInStep } from './entities/soakInStep.js';
import { brokenLogs } from './inspect.js';
import { startServerProcess } from './processes.js';
import { Random } from './random.js';
import { acceptOneManyTimes, addWhileOwnersQuarrel, raceForOnePlace, soakWorld } from './scenarios.js';
import type { Arena } from './scenarios.js';
import type { Database } from '../../src/db/database.js';

/**
 * `npm run soak -- --rounds 1000 --seed 7`: what must hold when many people act at once, over two server processes on
 * one PostgreSQL, each with a pool of ten. Ends with 1, and with what broke, where something does not hold.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '1000' }, seed: { type: 'string' } } });
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', 'HEAD')}${git('status', '--porcelain', '--', 'server', 'src') === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function repeat(title: string, act: (round: number) => Promise<string | void>): Promise<void> {
  const began = performance.now();
  let told: string | void = undefined;
  for (let round = 0; round < rounds; round += 1) {
    try {
      told = await act(round);
    } catch (error) {
      throw new Error(`${title}: broken in round ${round} of ${rounds}, seed ${seed}`, { cause: error });
    }
    if ((round + 1) % 25 === 0)
      say(`  ${title}: ${round + 1} rounds, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  say(
    `${title}: ${rounds} rounds hold, ${((performance.now() - began) / 1000).toFixed(1)} s${told ? `, ${told}` : ''}`,
  );
}

async function soak(arena: Arena): Promise<void> {
  let [events, turns] = [0, 0];
  await repeat('100 members by 20 clients while owners quarrel', async (round) => {
    const tally = await addWhileOwnersQuarrel(arena, `quarrel-${round}`);
    events += tally.events;
    turns += tally.turns;
    return `${events} events, the number of owners changed ${turns} times`;
  });
  await repeat('50 acceptances of one invitation', (round) => acceptOneManyTimes(arena, `one-${round}`));
  await repeat('50 acceptances for one place', (round) => raceForOnePlace(arena, `full-${round}`));
  const broken = await brokenLogs(arena.database);
  if (broken.length > 0) throw new Error(`These logs have gaps: ${broken.join(', ')}; seed ${seed}`);
  say('No log of any workspace or person has a gap.');
}

/** On a database of their own: what they forget is everything. Ten for each round. */
async function soakBilling(histories: Database): Promise<void> {
  const [began, count] = [performance.now(), rounds * 10];
  const { events, lost, deaths } = await playHistories(histories, {
    first: seed,
    count,
    onPlayed: (played) => played % 250 === 0 && say(`  histories of Stripe's events: ${played}`),
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(
    `Histories of Stripe's events: ${count} converge, ${seconds} s, ${events} events, ${lost} lost, ${deaths} processes died`,
  );
}

/** On a database of their own: each world takes the place of the one before. Five for each round. */
async function soakWorlds(worlds: Database): Promise<void> {
  const [began, count] = [performance.now(), rounds * 5];
  const onCompared = (compared: number) => void (compared % 250 === 0 && say(`  worlds: ${compared}`));
  const answers = await soakRules(worlds, { first: seed, count, onCompared });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`What is whose to read and write: ${count} worlds as the rule says, ${seconds} s, ${answers} answers`);
}

say(`seed ${seed}, commit ${commit()}, Node ${process.version}`);
const supply = await startPostgresSupply();
const { url, drop } = await createEmptyDatabase(supply.url, supply.template);
const database = await openDatabase({ kind: 'postgres', url, poolSize: 4 });
await seedWorld(database, soakWorld);
const forHistories = await createEmptyDatabase(supply.url, supply.template);
const histories = await openDatabase({ kind: 'postgres', url: forHistories.url, poolSize: 4 });
const forWorlds = await createEmptyDatabase(supply.url, supply.template);
const worlds = await openDatabase({ kind: 'postgres', url: forWorlds.url, poolSize: 4 });
const servers = await Promise.all([startServerProcess(url), startServerProcess(url)]);
try {
  await soak({ instances: servers, database, random: new Random(seed) });
  await soakBilling(histories);
  await soakWorlds(worlds);
  await soakInStep(supply, { seed, rounds, say });
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${inspect(error)}\n`);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await database.close();
  await histories.close();
  await worlds.close();
  await drop();
  await forHistories.drop();
  await forWorlds.drop();
  await supply.stop();
}

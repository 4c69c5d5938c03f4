import { execFileSync } from 'node:child_process';
import { inspect } from 'node:util';
import { startPostgresSupply } from '../support/postgres.js';
import { readCommand } from './commandLine.js';
import type { SoakCommand } from './commandLine.js';
import type { SoakPart, SoakStage } from './part.js';
import { PARTS } from './parts.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', 'HEAD')}${git('status', '--porcelain', '--', 'server', 'src') === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}

async function soak({ name, run }: SoakPart, stage: SoakStage): Promise<void> {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  try {
    const held = await run(stage);
    say(`${name}: ${held}, ${seconds()} s`);
  } catch (error) {
    throw new Error(`${name} does not hold, after ${seconds()} s, with seed ${stage.seed}`, { cause: error });
  }
}

async function soakAll({ parts, rounds, seed }: SoakCommand): Promise<void> {
  say(`seed ${seed}, commit ${commit()}, Node ${process.version}`);
  const supply = await startPostgresSupply();
  try {
    for (const part of parts) await soak(part, { supply, seed, rounds, say });
  } finally {
    await supply.stop();
  }
}

function fail(why: string): void {
  process.exitCode = 1;
  process.stderr.write(`${why}\n`);
}

/**
 * `npm run soak -- histories crowds --rounds 1000 --seed 7`: what must hold when much happens at once, at length, and
 * while processes die. Ends with 1, and with what broke, where something does not hold.
 */
let command: SoakCommand | undefined;
try {
  command = readCommand(process.argv.slice(2), PARTS);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
if (command) await soakAll(command).catch((error: unknown) => fail(inspect(error, { depth: 4 })));

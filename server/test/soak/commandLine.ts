import { parseArgs } from 'node:util';
import type { SoakPart } from './part.js';

/** What is to be soaked. */
export interface SoakCommand {
  readonly parts: readonly SoakPart[];
  readonly rounds: number;
  readonly seed: number;
}

function readNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${option} is "${text}". It is a whole number of ${least} or more, such as --${option} 1000.`);
}

/**
 * Reads the arguments of `npm run soak -- histories crowds --rounds 1000 --seed 7`: the names of parts (all, where none
 * is named), how much (1000), and the seed (of the moment).
 *
 * @throws Error where a part or an option is unknown, or a number is none; with what to write instead
 */
export function readCommand(args: readonly string[], all: readonly SoakPart[]): SoakCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '1000' }, seed: { type: 'string' } },
  });
  const names = all.map(({ name }) => name);
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`The soak has no part "${unknown.join('", "')}". It has: ${names.join(', ')}.`);
  return {
    parts: positionals.length > 0 ? all.filter(({ name }) => positionals.includes(name)) : all,
    rounds: readNumber('rounds', values.rounds, 1),
    seed: readNumber('seed', values.seed ?? String(Date.now() % 1_000_000_000), 0),
  };
}

import { describe, expect, it } from 'vitest';
import { readCommand } from './commandLine.js';
import { PARTS } from './parts.js';

const read = (...args: string[]) => readCommand(args, PARTS);
const namesOf = ({ parts }: ReturnType<typeof read>) => parts.map(({ name }) => name);

describe('npm run soak', () => {
  it('runs everything, at the size that must hold, where it is told nothing', () => {
    const command = read();
    expect(command.rounds).toBe(1_000);
    expect(namesOf(command)).toEqual(['members', 'histories', 'crowds', 'changes', 'worlds', 'in-step']);
  });

  it('runs the parts that are named alone', () => {
    const command = read('crowds', '--rounds', '20', 'histories', '--seed', '7');
    expect(command).toMatchObject({ rounds: 20, seed: 7 });
    expect(namesOf(command)).toEqual(['histories', 'crowds']);
  });

  it('refuses a part that it does not know, and says which there are', () => {
    expect(() => read('histories', 'crowd')).toThrow(
      'The soak has no part "crowd". It has: members, histories, crowds, changes, worlds, in-step.',
    );
  });

  it('refuses a number that is none, instead of holding because nothing was done', () => {
    expect(() => read('--rounds', 'many')).toThrow('--rounds is "many"');
    expect(() => read('--rounds', '0')).toThrow('--rounds is "0"');
    expect(() => read('--seed=-1')).toThrow('--seed is "-1"');
    expect(() => read('--round', '7')).toThrow("Unknown option '--round'");
  });
});

import { displayName } from '../../contract/index.js';

/** Characters that a name holds at most, as the contract says. */
export const MAX_NAME = 80;

/** What is wrong with a workspace's name by the rule of the contract, or null. */
export function problemOfName(name: string): 'empty' | 'tooLong' | 'oneLine' | null {
  const trimmed = name.trim();
  if (displayName.safeParse(trimmed).success) return null;
  if (trimmed === '') return 'empty';
  return trimmed.length > MAX_NAME ? 'tooLong' : 'oneLine';
}

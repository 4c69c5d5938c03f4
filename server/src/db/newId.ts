import { randomFillSync } from 'node:crypto';

/** Ids made by one process sort in the order in which they were made; the rest of them is random. */
const TIME_DIGITS = 11;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_BYTES = 14;

let last = 0;

function encodeTime(time: number): string {
  let digits = '';
  for (let rest = time, at = 0; at < TIME_DIGITS; at += 1, rest = Math.floor(rest / 32)) {
    digits = ALPHABET.charAt(rest % 32) + digits;
  }
  return digits;
}

/**
 * A new id: the time in 1/1024 milliseconds (later ids sort after earlier ones of the same process, also within a
 * millisecond), then 70 random bits.
 *
 * @example newId('inv') // 'inv_0kx3v9q2m4hd8w1c5t7zjr6bp'
 */
export function newId(prefix: string): string {
  last = Math.max(last + 1, Date.now() * 1024);
  const random = randomFillSync(new Uint8Array(RANDOM_BYTES));
  return `${prefix}_${encodeTime(last)}${Array.from(random, (byte) => ALPHABET.charAt(byte % 32)).join('')}`;
}

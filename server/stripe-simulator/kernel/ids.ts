import { createHash } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const ID_LENGTH = 24;

/** Makes ids that look like Stripe's. With the same seed and the same requests they are the same. */
export interface Ids {
  /** `next('cus')` → `cus_9nB3…`. */
  next(prefix: string): string;
  /** So many characters, for secrets and invoice prefixes. */
  text(length: number): string;
}

/** Letters and digits of a hash. */
function characters(source: string, length: number): string {
  let text = '';
  for (let block = 0; text.length < length; block += 1) {
    const hash = createHash('sha256').update(`${source}:${block}`).digest();
    for (const byte of hash) text += ALPHABET[byte % ALPHABET.length] ?? '';
  }
  return text.slice(0, length);
}

/** @param seed Any text or number. */
export function createIds(seed: string | number): Ids {
  let made = 0;
  const text = (length: number) => {
    made += 1;
    return characters(`${seed}:${made}`, length);
  };
  return { text, next: (prefix) => `${prefix}_${text(ID_LENGTH)}` };
}

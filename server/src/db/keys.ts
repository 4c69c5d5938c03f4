import { hkdfSync } from 'node:crypto';

/** Derives the key of one purpose from the secret, so that what is signed for one is nothing worth for another. */
export function deriveKey(secret: string, purpose: 'invitation links' | 'cursors' | 'quotes'): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'guildhall', purpose, 32));
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '../db/keys.js';

/** What a token stands for: an invitation, as of one sending. */
export interface TokenContent {
  readonly invitationId: string;
  readonly generation: number;
}

/** Makes and reads the tokens of invitation links. They are made when needed, and never stored. */
export interface Tokens {
  issue(content: TokenContent): string;
  /** Null for any text but our own. */
  read(token: string): TokenContent | null;
}

const CONTENT = /^(\d{1,9})\.(.+)$/s;

/** Tokens carry 256 bits of HMAC-SHA-256 under a key of their own, derived from `secret`. */
export function createTokens(secret: string): Tokens {
  const key = deriveKey(secret, 'invitation links');
  const sign = (content: string) =>
    `${Buffer.from(content).toString('base64url')}.${createHmac('sha256', key).update(content).digest('base64url')}`;
  return {
    issue: ({ invitationId, generation }) => sign(`${generation}.${invitationId}`),
    read(token) {
      const content = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
      const [given, expected] = [Buffer.from(token), Buffer.from(sign(content))];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const [, generation, invitationId] = CONTENT.exec(content) ?? [];
      return invitationId === undefined ? null : { invitationId, generation: Number(generation) };
    },
  };
}

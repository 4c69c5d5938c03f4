import { createHmac, timingSafeEqual } from 'node:crypto';
import { GuildhallError } from 'guildhall/contract';
import { deriveKey } from './keys.js';

/** Where a row stands in its order: what it is sorted by, then its id. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

/** Writes and reads the cursors of lists: opaque, and good for the same list with the same filters alone. */
export interface Cursors {
  encode(scope: string, position: Position): string;
  /** @throws GuildhallError `validation` on `cursor`, for any but our own for this scope */
  decode(scope: string, cursor: string): Position;
}

const VERSION = 1;
const SIGNATURE_BYTES = 12;

function invalid(): GuildhallError<'validation'> {
  const message = 'is not the nextCursor of a page of this list with these filters';
  return new GuildhallError('validation', {
    message: `cursor ${message}`,
    details: { fields: [{ path: 'cursor', message }] },
  });
}

/** Cursors are signed, so that nothing but what a list gave out ever reaches the database. */
export function createCursors(secret: string): Cursors {
  const secretKey = deriveKey(secret, 'cursors');
  const sign = (scope: string, content: string) =>
    createHmac('sha256', secretKey).update(scope).update('\0').update(content).digest().subarray(0, SIGNATURE_BYTES);
  const write = (content: string, signature: Buffer) =>
    `${Buffer.from(content).toString('base64url')}.${signature.toString('base64url')}`;
  return {
    encode(scope, position) {
      const content = JSON.stringify([VERSION, position.key, position.id]);
      return write(content, sign(scope, content));
    },
    decode(scope, cursor) {
      const content = Buffer.from(cursor.split('.')[0] ?? '', 'base64url').toString();
      const expected = Buffer.from(write(content, sign(scope, content)));
      const given = Buffer.from(cursor);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw invalid();
      const [, key, id] = JSON.parse(content) as [number, string, string];
      return { key, id };
    },
  };
}

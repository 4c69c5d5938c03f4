import { DEFAULT_PAGE_SIZE, GuildhallError, compareText } from '../../contract/index.js';
import type { Page } from '../../contract/index.js';

/** Where a row stands in its order: what it is sorted by, then its id. */
export type Position = readonly [key: string | number, id: string];

/** Ascending. Ties go by id. */
export function comparePositions([key, id]: Position, [otherKey, otherId]: Position): number {
  const difference =
    typeof key === 'number' && typeof otherKey === 'number'
      ? key - otherKey
      : compareText(String(key), String(otherKey));
  return difference || compareText(id, otherId);
}

/** FNV-1a, 32 bits: tells an altered cursor from ours. Nothing here is secret, so nothing needs a key. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

const encodeText = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const decodeText = (text: string) =>
  new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));

function encodeCursor(scope: string, [key, id]: Position): string {
  const content = JSON.stringify([checksum(scope), key, id]);
  return `${encodeText(content)}.${checksum(content)}`;
}

function readContent(cursor: string): Position | null {
  try {
    const [, key, id] = JSON.parse(decodeText(cursor.split('.')[0] ?? '')) as [string, string | number, string];
    return [key, id];
  } catch {
    return null;
  }
}

/** A cursor is ours if writing what it says gives the same cursor again. */
function decodeCursor(scope: string, cursor: string): Position {
  const position = readContent(cursor);
  if (position && encodeCursor(scope, position) === cursor) return position;
  const message = 'is not the nextCursor of a page of this list with these filters';
  throw new GuildhallError('validation', {
    message: `cursor ${message}`,
    details: { fields: [{ path: 'cursor', message }] },
  });
}

/** What a page is cut from. */
export interface PageSource<R, T> {
  /** All rows that match, in ascending order of their positions, or descending where that is said. */
  readonly rows: readonly R[];
  /** Gives each row its place, also when rows come and go between two pages. */
  positionOf(row: R): Position;
  /** @default false */
  readonly descending?: boolean;
  readonly seq: number;
  /** Whether to count, on the first page. */
  readonly countTotal: boolean;
  toItem(row: R): T;
}

/** The part of a list that its input asks for. A cursor is good for the same list with the same filters alone. */
export function cutPage<R, T, I extends { cursor?: string | undefined; limit?: number | undefined }>(
  operation: string,
  { cursor, limit = DEFAULT_PAGE_SIZE, ...filters }: I,
  { rows, positionOf, descending = false, seq, countTotal, toItem }: PageSource<R, T>,
): Page<T> & { items: T[] } {
  const scope = JSON.stringify([operation, Object.entries(filters).toSorted()]);
  const after = cursor === undefined ? null : decodeCursor(scope, cursor);
  const isBeyond = (row: R) => after === null || comparePositions(positionOf(row), after) * (descending ? -1 : 1) > 0;
  const found = rows.findIndex(isBeyond);
  const start = found === -1 ? rows.length : found;
  const cut = rows.slice(start, start + limit);
  const last = cut.at(-1);
  const hasMore = last !== undefined && start + limit < rows.length;
  return {
    items: cut.map(toItem),
    nextCursor: hasMore ? encodeCursor(scope, positionOf(last)) : null,
    ...(countTotal && cursor === undefined && { totalCount: rows.length }),
    seq,
  };
}

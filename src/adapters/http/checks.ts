import { GuildhallError } from '../../contract/index.js';

/**
 * What the compiled shapes of answers are made of. They do what the contract's schemas do to the shape of an answer
 * (types, literals, fields that nobody knows) in a twentieth of the bytes; lengths and patterns are the server's to keep.
 */

/** Gives back what stands at `path`, without fields that its shape does not name. @throws {@link Mismatch} */
export type Check = (value: unknown, path: string) => unknown;

/** Where a request goes; `keyless`: a write that needs no idempotency key. */
export type Route = readonly [method: string, path: string, answer?: Check, keyless?: 'keyless'];

/** One row of the routes table as far as a request needs it. */
export type Row = readonly [method: string, path: string, answer: Check, keyless?: 'keyless'];

/** Rows of the table, by operation, and what reads an answer by its row. */
export interface Rows {
  readonly rows: Readonly<Record<string, Row>>;
  readonly read: typeof read;
}

export const row = (...parts: Row): Row => parts;

/** An answer that does not have its shape. */
export class Mismatch extends Error {
  /** @param path where, dotted: `items.0.role`; empty for the whole */
  constructor(readonly path: string) {
    super(`The answer has not its shape${path && ` at ${path}`}.`);
  }
}

/** Checks what an operation was answered with. @throws GuildhallError `internal` where it is not what the contract says */
export function read(name: string, [, , answer]: Row, body: unknown): unknown {
  try {
    return answer(body, '');
  } catch (cause) {
    const where = cause instanceof Mismatch && cause.path !== '' ? ` at ${cause.path}` : '';
    throw new GuildhallError('internal', {
      message: `${name} was answered with something else than its contract says${where}. Are client and server of one version?`,
      cause,
    });
  }
}

const below = (path: string, key: string | number) => (path === '' ? `${key}` : `${path}.${key}`);

const when =
  (fits: (value: unknown) => boolean): Check =>
  (value, path) => {
    if (fits(value)) return value;
    throw new Mismatch(path);
  };

export const string = when((value) => typeof value === 'string');
export const number = when(Number.isFinite);
export const boolean = when((value) => typeof value === 'boolean');

/** One of these texts. */
export const oneOf = (...values: readonly unknown[]): Check => when((value) => values.includes(value));

export const nullable =
  (check: Check): Check =>
  (value, path) =>
    value === null ? null : check(value, path);

export const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? undefined : check(value, path);

export const array =
  (check: Check): Check =>
  (value, path) => {
    if (Array.isArray(value)) return value.map((item, index) => check(item, below(path, index)));
    throw new Mismatch(path);
  };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** These fields and no others; those that are absent where they may be stay absent. */
export const object = (fields: Readonly<Record<string, Check>>): Check => {
  const entries = Object.entries(fields);
  return (value, path) => {
    if (!isRecord(value)) throw new Mismatch(path);
    const found: Record<string, unknown> = {};
    for (const [key, check] of entries) {
      const checked = check(value[key], below(path, key));
      if (checked !== undefined) found[key] = checked;
    }
    return found;
  };
};

/** The first of these shapes that the value has. */
export const anyOf =
  (...checks: readonly Check[]): Check =>
  (value, path) => {
    for (const check of checks) {
      try {
        return check(value, path);
      } catch {
        // The next may be its shape.
      }
    }
    throw new Mismatch(path);
  };

/** Objects that one field tells apart, by that field's value. */
export const variants =
  (field: string, byValue: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isRecord(value)) throw new Mismatch(path);
    const kind = String(value[field]);
    const check = Object.hasOwn(byValue, kind) ? byValue[kind] : undefined;
    if (check) return check(value, path);
    throw new Mismatch(below(path, field));
  };

/** A page of a list. */
export const page = (item: Check): Check =>
  object({ items: array(item), nextCursor: nullable(string), totalCount: optional(number), seq: number });

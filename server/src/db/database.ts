import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Drizzle, whichever driver is below it. */
export type Orm = PgDatabase<PgQueryResultHKT>;

/** SQL that is asked often: parsed once per connection, under its name. Parameters are `$1`, `$2`, … */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Never set: holds the type of a row. */
  readonly row?: Row;
}

/**
 * Names a piece of SQL. The name must be its own: PostgreSQL keeps one text for each.
 *
 * @example statement<{ role: Role }>('standing', 'select role from guildhall.members where id = $1')
 */
export function statement<Row>(name: string, text: string): Statement<Row> {
  return { name: `guildhall_${name}`, text };
}

/** What can be asked: the database, or one transaction on it. */
export interface Executor {
  /** For writes and for what is asked seldom. */
  readonly orm: Orm;
  /** For what is asked often: no query is built, none is planned twice. */
  query<Row>(statement: Statement<Row>, parameters: readonly unknown[]): Promise<Row[]>;
}

/** Stops listening. Safe to call twice. */
export type StopListening = () => Promise<void>;

/** Who listens to a channel. */
export interface ChannelListener {
  onNotification(payload: string): void;
  /** The connection was lost and is back: whatever was sent in between is lost, so look for it. */
  onGap(): void;
}

/** An open database. */
export interface Database extends Executor {
  readonly kind: 'postgres' | 'pglite';
  /**
   * Runs `work` in one transaction (READ COMMITTED). Inside, ask its executor alone: on PGlite, asking the
   * database waits for the transaction, which waits for you.
   */
  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** Brings the schema `guildhall` up to date. Safe with several processes starting at once. */
  migrate(): Promise<void>;
  /** Listens on a connection of its own, which comes back by itself. The channel is a plain SQL identifier. */
  listen(channel: string, listener: ChannelListener): Promise<StopListening>;
  /** Tells all processes that listen, on a connection of its own: never call it inside a transaction. At most 7,999 bytes. */
  notify(channel: string, payload: string): Promise<void>;
  /** Waits for what is under way, then lets go. Safe to call twice. */
  close(): Promise<void>;
}

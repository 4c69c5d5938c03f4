import pg from 'pg';
import type { ChannelListener, StopListening } from './database.js';

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

/** One connection for all that is notified and listened to. It comes back by itself when it breaks. */
export class PostgresChannel {
  readonly #config: pg.ClientConfig;
  readonly #listeners = new Map<string, Set<ChannelListener>>();
  #client: Promise<pg.Client> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #retryAfter = FIRST_RETRY_MS;
  #before: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(config: pg.ClientConfig) {
    this.#config = { ...config, application_name: 'guildhall events', keepAlive: true };
  }

  async listen(channel: string, listener: ChannelListener): Promise<StopListening> {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    await this.#query({ text: `listen ${pg.escapeIdentifier(channel)}` });
    return async () => {
      listeners.delete(listener);
      if (listeners.size > 0 || !this.#listeners.delete(channel) || this.#closed) return;
      await this.#query({ text: `unlisten ${pg.escapeIdentifier(channel)}` });
    };
  }

  async notify(channel: string, payload: string): Promise<void> {
    await this.#query({ name: 'guildhall_notify', text: 'select pg_notify($1, $2)', values: [channel, payload] });
  }

  /** One after the other: a connection does one thing at a time. */
  #query(query: pg.QueryConfig): Promise<unknown> {
    const done = this.#before.then(async () => (await this.#connected()).query(query));
    this.#before = done.catch(() => undefined);
    return done;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#listeners.clear();
    await this.#before;
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  #connected(): Promise<pg.Client> {
    if (this.#closed) return Promise.reject(new Error('The database is closed.'));
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#lost();
      throw error;
    });
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    client.on('notification', ({ channel, payload = '' }) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener.onNotification(payload);
    });
    client.on('error', () => this.#lost());
    client.on('end', () => this.#lost());
    await client.connect();
    for (const channel of this.#listeners.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    this.#retryAfter = FIRST_RETRY_MS;
    return client;
  }

  #lost(): void {
    this.#client = undefined;
    if (this.#closed || this.#listeners.size === 0 || this.#retry !== undefined) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#retryAfter = Math.min(this.#retryAfter * 2, LAST_RETRY_MS);
      // A failure comes back here through #connected.
      this.#connected().then(
        () => this.#tellOfGap(),
        () => undefined,
      );
    }, this.#retryAfter);
  }

  #tellOfGap(): void {
    for (const listeners of this.#listeners.values()) for (const listener of listeners) listener.onGap();
  }
}

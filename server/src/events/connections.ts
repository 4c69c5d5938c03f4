/** One open stream, as far as all of them are looked after together. */
export interface Connection {
  /** Whose it is. */
  readonly userId: string;
  /** Keeps proxies and clients from taking silence for death. */
  beat(): void;
  /** Ends it where its session has ended. */
  check(): Promise<void>;
  /** Ends it; the client comes back after so many milliseconds. */
  dismiss(retryMs: number): void;
}

/** All open streams of this process. */
export interface Connections {
  /** Returns how to take it out again. */
  add(connection: Connection): () => void;
  readonly size: number;
  /** Tells all clients to come back, spread over the time that a restart takes. */
  close(): void;
}

const BEAT_MS = 20_000;
/** Sessions are checked each so many beats: once a minute. */
const BEATS_PER_CHECK = 3;
/** Sessions that are checked at once. */
const CHECKED_AT_ONCE = 10;
/** Milliseconds over which clients come back after a restart. */
const RETURN_MS = { least: 300, spread: 2_000 };
/** Milliseconds over which those come back that had too many: at once they would only push out each other. */
const CROWDED_MS = { least: 30_000, spread: 30_000 };
/** More than anybody has browsers. */
const STREAMS_PER_USER = 20;

/** How open streams are looked after. */
export interface ConnectionsOptions {
  /** Milliseconds between signs of life. @default 20000 */
  readonly beatMs?: number | undefined;
  /** Streams that one person holds at most; the oldest makes room. @default 20 */
  readonly streamsPerUser?: number | undefined;
}

const within = ({ least, spread }: typeof RETURN_MS) => Math.round(least + Math.random() * spread);

/** Looks after all open streams with one timer. */
export function createConnections(options: ConnectionsOptions = {}): Connections {
  const { beatMs = BEAT_MS, streamsPerUser = STREAMS_PER_USER } = options;
  const open = new Set<Connection>();
  const byUser = new Map<string, Set<Connection>>();
  let beats = 0;
  const check = async () => {
    const waiting = [...open];
    const worker = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) if (open.has(next)) await next.check();
    };
    await Promise.all(Array.from({ length: CHECKED_AT_ONCE }, worker));
  };
  const timer = setInterval(() => {
    for (const connection of open) connection.beat();
    beats += 1;
    if (beats % BEATS_PER_CHECK === 0) void check();
  }, beatMs);
  timer.unref();
  const remove = (connection: Connection) => {
    open.delete(connection);
    const theirs = byUser.get(connection.userId);
    theirs?.delete(connection);
    if (theirs?.size === 0) byUser.delete(connection.userId);
  };
  return {
    add: (connection) => {
      const theirs = byUser.get(connection.userId) ?? new Set();
      const [oldest] = theirs;
      if (oldest && theirs.size >= streamsPerUser) {
        remove(oldest);
        oldest.dismiss(within(CROWDED_MS));
      }
      byUser.set(connection.userId, theirs.add(connection));
      open.add(connection);
      return () => remove(connection);
    },
    get size() {
      return open.size;
    },
    close: () => {
      clearInterval(timer);
      for (const connection of open) connection.dismiss(within(RETURN_MS));
      open.clear();
      byUser.clear();
    },
  };
}

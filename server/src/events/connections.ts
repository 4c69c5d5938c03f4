/** One open stream, as far as all of them are looked after together. */
export interface Connection {
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

/** Looks after all open streams with one timer. */
export function createConnections(beatMs = BEAT_MS): Connections {
  const open = new Set<Connection>();
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
  return {
    add: (connection) => {
      open.add(connection);
      return () => void open.delete(connection);
    },
    get size() {
      return open.size;
    },
    close: () => {
      clearInterval(timer);
      for (const connection of open) connection.dismiss(Math.round(RETURN_MS.least + Math.random() * RETURN_MS.spread));
      open.clear();
    },
  };
}

import type { EventLog, LogRow } from './log.js';

/** Who listens to a log. Rows come in order, from the moment of listening on; some may be known already. */
export type LogListener = (rows: readonly LogRow[]) => void;

/** Hands each new row of the logs to all in this process who listen, with one query for all logs that changed. */
export interface Hub {
  /** Begins to listen. Returns how to stop. */
  listen(stream: string, listener: LogListener): () => void;
  /** Tells where a log stands, as read after listening began; the hub looks for what comes after. */
  seed(stream: string, head: number): void;
  /** Looks soon: at these logs, or at all. Cheap, and never fails. */
  wake(streams?: readonly string[]): void;
  close(): void;
}

/** What a {@link Hub} is made of. */
export interface HubOptions {
  readonly log: EventLog;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between looks at all logs: what a lost wake-up costs at most. @default 1000 */
  readonly pollMs?: number;
}

interface Watched {
  /** Unknown until the first listener has read it. */
  position: number | null;
  readonly listeners: Set<LogListener>;
}

/** Rows of one log in one query. A log with more is asked again at once. */
const PAGE = 500;

/** Makes a {@link Hub}. It looks only while somebody listens. */
export function createHub({ log, onError, pollMs = 1000 }: HubOptions): Hub {
  const watched = new Map<string, Watched>();
  const dirty = new Set<string>();
  let reading = false;
  let closed = false;

  const takeDirty = (): Map<string, number> => {
    const after = new Map<string, number>();
    for (const stream of dirty) {
      const position = watched.get(stream)?.position;
      if (position !== null && position !== undefined) after.set(stream, position);
    }
    dirty.clear();
    return after;
  };

  const readAll = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    try {
      for (let after = takeDirty(); after.size > 0 && !closed; after = takeDirty()) {
        for (const [stream, rows] of byStream(await log.read(after, PAGE))) {
          hand(watched.get(stream), rows);
          if (rows.length >= PAGE) dirty.add(stream);
        }
      }
    } catch (error) {
      // The next look asks for everything, so nothing is lost by giving up here.
      onError(error);
    } finally {
      reading = false;
    }
  };

  const wake = (streams: Iterable<string> = watched.keys()) => {
    for (const stream of streams) if (watched.has(stream)) dirty.add(stream);
    if (dirty.size > 0 && !closed) void readAll();
  };
  const poll = setInterval(wake, pollMs);
  poll.unref();

  return {
    listen: (stream, listener) => {
      const entry = watched.get(stream) ?? { position: null, listeners: new Set() };
      watched.set(stream, entry);
      entry.listeners.add(listener);
      return () => {
        entry.listeners.delete(listener);
        if (entry.listeners.size === 0 && watched.get(stream) === entry) watched.delete(stream);
      };
    },
    seed: (stream, head) => {
      const entry = watched.get(stream);
      if (entry) entry.position ??= head;
    },
    wake,
    close: () => {
      closed = true;
      clearInterval(poll);
      watched.clear();
    },
  };
}

function hand(entry: Watched | undefined, rows: readonly LogRow[]): void {
  const last = rows.at(-1);
  // A log that was left and begun anew while the query ran may stand further by now.
  if (!entry || !last || entry.position === null || last.seq <= entry.position) return;
  entry.position = last.seq;
  for (const listener of entry.listeners) listener(rows);
}

function byStream(rows: readonly LogRow[]): Map<string, LogRow[]> {
  const groups = new Map<string, LogRow[]>();
  for (const row of rows) {
    const group = groups.get(row.stream);
    if (group) group.push(row);
    else groups.set(row.stream, [row]);
  }
  return groups;
}

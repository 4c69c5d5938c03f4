import { randomUUID } from 'node:crypto';
import type { Database } from '../db/database.js';

/** Tells this process and all others on the database that logs have grown. */
export interface Wake {
  /** Call it after the commit. Never fails: whoever misses it looks by themselves within a second. */
  (streams: readonly string[]): void;
  /** Begins to listen to the other processes. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** What a {@link Wake} is made of. */
export interface WakeOptions {
  readonly database: Pick<Database, 'kind' | 'listen' | 'notify'>;
  /** Told which logs have grown, or nothing where it may be any. */
  readonly onWake: (streams?: readonly string[]) => void;
  readonly onError: (error: unknown) => void;
}

const CHANNEL = 'guildhall_events';
/** Milliseconds that notifications are gathered: each costs a transaction of its own. */
const GATHER_MS = 5;
/** PostgreSQL takes 7,999 bytes. */
const MAX_PAYLOAD_BYTES = 7_500;

/** Makes a {@link Wake}. On the embedded database there is only this process, and nothing to notify. */
export function createWake({ database, onWake, onError }: WakeOptions): Wake {
  const self = randomUUID();
  const gathered = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let stop = async () => {};

  const send = async () => {
    timer = undefined;
    const payloads = toPayloads(self, [...gathered]);
    gathered.clear();
    try {
      for (const payload of payloads) await database.notify(CHANNEL, payload);
    } catch (error) {
      onError(error);
    }
  };

  const wake = (streams: readonly string[]) => {
    onWake(streams);
    if (database.kind === 'pglite') return;
    for (const stream of streams) gathered.add(stream);
    timer ??= setTimeout(() => void send(), GATHER_MS);
  };
  const start = async () => {
    if (database.kind === 'pglite') return;
    stop = await database.listen(CHANNEL, {
      onNotification: (payload) => {
        const [sender, ...streams] = JSON.parse(payload) as string[];
        if (sender !== self) onWake(streams);
      },
      onGap: () => onWake(),
    });
  };
  const close = async () => {
    if (timer !== undefined) {
      clearTimeout(timer);
      await send();
    }
    await stop();
  };
  return Object.assign(wake, { start, close });
}

/** The names in as few notifications as they fit into, each beginning with who sends it. */
function toPayloads(sender: string, streams: readonly string[]): string[] {
  const payloads: string[] = [];
  let batch = [sender];
  let size = sender.length;
  for (const stream of streams) {
    const bytes = Buffer.byteLength(JSON.stringify(stream)) + 1;
    if (size + bytes > MAX_PAYLOAD_BYTES && batch.length > 1) {
      payloads.push(JSON.stringify(batch));
      batch = [sender];
      size = sender.length;
    }
    batch.push(stream);
    size += bytes;
  }
  return batch.length > 1 ? [...payloads, JSON.stringify(batch)] : payloads;
}
